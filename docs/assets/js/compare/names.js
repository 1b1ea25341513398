/** What a measure is called in a comparison. */

import { langOf as langIn } from "../shared/form.js";
import { say } from "./words.js";

const LETTERS = say.letters;

export const letterOf = (n) => LETTERS[n];
export const langOf = (m) => langIn(m.lang);
export const titleOf = (m) => m.printed + m.name;
/** With the document's short name: no other measure is called so. */
export const labelOf = (m) => `${m.document.short} ${titleOf(m)}`;
