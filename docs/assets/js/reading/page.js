/**
 * The tools of a page with a text: what stands in it gets the tools it needs, and no more is loaded.
 */

import { describeBodies } from "./bodies.js";
import { offerSentences } from "./sentences.js";

const text = document.querySelector(".pp-text, .pp-fulltext");
if (text) {
  offerSentences(text);
  describeBodies(text);
}
if (document.querySelector(".pp-outline")) import("./outline.js").then(({ followOutline }) => followOutline());
