/** The shared phrases as a list, own ones first, each with a way to its place in every text that has it. */

import { el } from "../shared/dom.js";
import { langOf, letterOf } from "./names.js";
import { colourOf, placeId } from "./text.js";

/** @param {import("./shared.js").SharedPhrase[]} phrases @param {any[]} measures @returns {HTMLElement[]} */
export function legend(phrases, measures) {
  const own = phrases.map((phrase, p) => ({ phrase, p })).filter(({ phrase }) => !phrase.genre);
  const common = phrases.filter((phrase) => phrase.genre);
  const out = own.length
    ? [el("ol", { class: "pp-legend" }, ...own.map((o) => item(o, measures)))]
    : [el("p", { class: "pp-none" }, "除公文通用语外，没有四个字以上的共有字句。")];
  if (common.length) {
    out.push(el("details", { class: "pp-legend__genre" }, el("summary", {}, `公文通用语 ${common.length} 处，不编号`), el("p", {}, ...common.flatMap((p) => [el("span", { lang: langOf(measures[p.spans.findIndex((s) => s.length)]) }, p.printed), "　"]))));
  }
  return out;
}

function item({ phrase, p }, measures) {
  const first = measures[phrase.spans.findIndex((s) => s.length)];
  const ways = phrase.spans.flatMap((spans, n) => (spans.length
    ? [el("a", { href: `#${placeId(n, p, 0)}`, "data-phrase": p, "data-go": n, "aria-label": `第 ${phrase.number} 处，在${letterOf(n)}中` }, letterOf(n))] : []));
  return el("li", { value: phrase.number, class: colourOf(phrase.number) },
    el("span", { class: "pp-legend__n", "aria-hidden": "true" }, phrase.number), " ",
    el("span", { class: "pp-legend__text", lang: langOf(first) }, phrase.printed), " ", ...ways);
}
