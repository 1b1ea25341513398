/** The measures compared, a column each: what it is, how to move it, its text with the shared wording marked. */

import { el } from "../shared/dom.js";
import { address } from "../shared/fetching.js";
import { labelOf, langOf, letterOf, titleOf } from "./names.js";
import { paragraphs } from "./text.js";
import { say } from "./words.js";

/** Which button of which column, for focus to come back to. */
export const buttonAt = (n, act) => `[data-act="${n}-${act}"]`;

/**
 * @param {any} m a measure @param {number} n its column @param {any[]} measures all of them
 * @param {import("./shared.js").SharedPhrase[]} phrases @param {[number, number][]} set set phrases of the genre
 * @param {{move: (n: number, to: number, act: string) => void, remove: (n: number) => void}} acts
 */
export function column(m, n, measures, phrases, set, acts) {
  const last = measures.length - 1;
  const move = (act, to) => button(m, n, act, to < 0 || to > last, () => acts.move(n, to, act));
  return el("section", { class: `pp-sidebyside__col pp-c${m.place.colour}`, "aria-labelledby": `pp-col-${n + 1}`, "data-measure": m.id },
    el("header", { class: "pp-sidebyside__head" },
      el("p", { class: "pp-sidebyside__over" }, el("b", {}, letterOf(n)), " ", el("span", { class: "pp-place" }, m.document.short), " ",
        el("a", { href: address(`documents/${m.document.id}/`).href, lang: langOf(m) }, m.document.source)),
      el("h3", { id: `pp-col-${n + 1}`, tabindex: "-1", lang: langOf(m) }, el("a", { href: address(`measures/${m.id}/`).href }, titleOf(m))),
      el("p", { class: "pp-sidebyside__tools" },
        ...(last ? [move(say.forward, n - 1), move(say.back, n + 1)] : []), button(m, n, say.remove, false, () => acts.remove(n))),
    ),
    el("div", { class: "pp-sidebyside__text", tabindex: "0", role: "region", "aria-label": say.textOf(letterOf(n)), lang: langOf(m) }, ...paragraphs(m.text, n, phrases, m.skip, set)));
}

/** One that cannot act now stays where it is, so that focus can rest on it. */
function button(m, n, act, off, run) {
  const made = el("button", { type: "button", "aria-label": say.act(act, labelOf(m)), lang: langOf(m), "aria-disabled": off ? "true" : null, "data-act": `${n}-${act}` }, act);
  if (!off) made.addEventListener("click", run);
  return made;
}
