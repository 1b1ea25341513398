/** Counterparts of what is compared that are not compared yet. */

import { el } from "../shared/dom.js";
import { loadMeasure } from "./data.js";
import { langOf, titleOf } from "./names.js";
import { MOST } from "./state.js";
import { say } from "./words.js";

const SHOWN = 6;
const RANK = ["strong", "partial"];

/** @param {any[]} measures @param {(id: string) => void} add @returns {HTMLElement[]} */
export function suggestions(measures, add) {
  const shown = new Set(measures.map((m) => m.id));
  const rank = ({ strength }) => (RANK.includes(strength) ? RANK.indexOf(strength) : RANK.length);
  const found = new Map();
  measures.flatMap((m) => m.counterparts).sort((a, b) => rank(a) - rank(b) || b.score - a.score)
    .forEach((c) => shown.has(c.id) || found.has(c.id) || found.set(c.id, c));
  if (!found.size || measures.length >= MOST) return [];
  return [
    el("p", { class: "pp-small" }, say.suggestions),
    el("ul", { class: "pp-picks" }, ...[...found.values()].slice(0, SHOWN).map((c) => item(c, add))),
  ];
}

function item(c, add) {
  const button = el("button", { type: "button", "data-pick": c.id }, c.id);
  button.addEventListener("click", () => add(c.id));
  loadMeasure(c.id).then(({ measure }) => measure && button.replaceChildren(
    el("span", { class: `pp-place pp-c${measure.place.colour}` }, measure.document.short), " ", el("span", { lang: langOf(measure) }, titleOf(measure))));
  return el("li", {}, button, " ", el("span", { class: "pp-small" }, say.strength(c)), " ",
    el("span", { class: `pp-basis pp-basis--${c.basis}` }, c.basis === "editor" ? say.by.editor : say.by.computed));
}
