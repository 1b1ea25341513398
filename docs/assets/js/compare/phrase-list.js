/** The shared phrases as a list, own ones first, each with a way to its place in every text that has it. */

import { el } from "../shared/dom.js";
import { langOf, letterOf } from "./names.js";
import { lineOf, placeId } from "./text.js";
import { say } from "./words.js";

/** @param {import("./shared.js").SharedPhrase[]} phrases @param {any[]} measures @returns {HTMLElement[]} */
export function legend(phrases, measures) {
  const own = phrases.map((phrase, p) => ({ phrase, p })).filter(({ phrase }) => !phrase.genre);
  const common = phrases.filter((phrase) => phrase.genre);
  const out = own.length
    ? [el("ol", { class: "pp-legend" }, ...own.map((o) => item(o, measures)))]
    : [el("p", { class: "pp-none" }, say.legend.none)];
  if (common.length) {
    out.push(el("details", { class: "pp-legend__genre" }, el("summary", {}, say.legend.genre(common.length)), el("p", {}, ...common.flatMap((p) => [el("span", { lang: langOf(measures[p.spans.findIndex((s) => s.length)]) }, p.printed), say.legend.gap]))));
  }
  return out;
}

function item({ phrase, p }, measures) {
  const first = measures[phrase.spans.findIndex((s) => s.length)];
  const ways = phrase.spans.flatMap((spans, n) => (spans.length
    ? [el("a", { href: `#${placeId(n, p, 0)}`, "data-phrase": p, "data-go": n, "aria-label": say.legend.way(phrase.number, letterOf(n)) }, letterOf(n))] : []));
  return el("li", { value: phrase.number, class: lineOf(phrase.number) },
    el("span", { class: "pp-legend__n", "aria-hidden": "true" }, phrase.number), " ",
    el("span", { class: "pp-legend__text", lang: langOf(first) }, phrase.printed), " ", ...ways);
}
