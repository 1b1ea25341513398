/** What stands above the results: the count in words, the filters in force, synonyms, and help where nothing is found. */

import { GROUPS } from "./catalogue.js";
import { el } from "../shared/dom.js";
import { address } from "../shared/fetching.js";
import { keeping, langOf } from "../shared/form.js";
import { NAMES } from "./facets.js";
import { shortened } from "./result-rows.js";
import { isFiltered, writeState } from "./state.js";
import { normal } from "../shared/folding.js";
import { quoted } from "../shared/words.js";
import { say } from "./words.js";

const quote = (text) => quoted(shortened(text));

/**
 * The state of things in one sentence or two.
 * @param {import("./state.js").State} state @param {import("./run-search.js").Results} results @returns {string}
 */
export function status(state, results) {
  const { shown, unfiltered, pieces, missing, dropped } = results;
  const passages = shown.filter(({ page }) => page.label).length;
  if (!state.q && !isFiltered(state)) return "";
  const outside = unfiltered > shown.length ? say.status.outside(unfiltered) : "";
  if (!shown.length) return state.q && !unfiltered ? say.status.none(quote(state.q)) : say.status.filtered;
  const measures = shown.length - passages;
  const found = [measures && say.status.measures(measures), passages && say.status.passages(passages, measures)];
  const count = say.status.count(found.filter(Boolean), outside);
  if (pieces.length) {
    const nowhere = missing.length ? say.status.nowhere(missing.map(quote)) : "";
    return say.status.pieces(quote(state.q), pieces.slice(0, MOST_SAID).map(quote), pieces.length > MOST_SAID, nowhere, count);
  }
  return dropped.length ? say.status.dropped(dropped.map(quote), count) : count;
}

/** What was searched for, as paper says it. @param {import("./state.js").State} state @returns {string} */
export function asked({ q, syn }) {
  if (!q) return "";
  return say.asked(quote(q), syn.map(quote));
}

const MOST_SAID = 6;

/** A link that changes the search. @param {import("./state.js").State} state @param {...any} children */
const go = (state, attributes, ...children) => el("a", { ...attributes, href: keeping(writeState(state)) || "?", "data-go": true }, ...children);

/** @returns {import("./state.js").State} */
const without = (state, group, value) =>
  ({ ...state, selection: { ...state.selection, [group]: state.selection[group].filter((v) => v !== value) } });

const unfiltered = (state) => ({ ...state, selection: Object.fromEntries(GROUPS.map((g) => [g, []])) });

/** The filters in force, each a link that lifts it. @returns {Node[]} */
export function inForce(state, catalogue) {
  const chips = GROUPS.flatMap((group) => state.selection[group].map((value) => {
    const known = catalogue.values[group].find((v) => v.id === value) ?? { name: value };
    return go(without(state, group, value), { class: "pp-chip", lang: langOf(known.lang), "aria-label": say.lift(NAMES[group], known.name) },
      say.chip(NAMES[group], known.name), el("span", { "aria-hidden": "true" }, " ×"));
  }));
  return chips.length > 1 ? [...chips, go(unfiltered(state), { class: "pp-chip pp-chip--clear" }, say.liftAll)] : chips;
}

/** Synonyms on offer, each a link that adds it or takes it back. @returns {Node[]} */
export function synonyms(state, results) {
  if (!results.alternatives.length) return [];
  const chips = results.alternatives.map(({ term, note }) => {
    const on = state.syn.includes(term);
    const syn = on ? state.syn.filter((t) => t !== term) : [...state.syn, term];
    return go({ ...state, syn }, { class: "pp-chip", "aria-current": on && "true", title: note }, on ? `${term} ×` : say.withTerm(term));
  });
  const notes = new Set(results.alternatives.filter((a) => state.syn.includes(a.term)).map((a) => a.note));
  return [el("div", { class: "pp-chips" }, el("span", {}, say.synonyms), ...chips), ...[...notes].map((note) => el("p", {}, note))];
}

const NAMED = 8;
const plainly = new Map();

/** A name without its marks, as it is compared; names are asked for with each query. */
function plain(name, fold) {
  if (!plainly.has(name)) plainly.set(name, normal(name, fold).replace(/[\p{P}\p{S}]/gu, ""));
  return plainly.get(name);
}

/** Documents, topics and bodies that are themselves called so. @returns {Node[]} */
export function namesakes(state, catalogue, fold) {
  const wanted = plain(state.q, fold);
  if (wanted.length < 2) return [];
  const called = (...names) => names.some((name) => name && plain(name, fold).includes(wanted));
  const { document, topic } = catalogue.values;
  const found = [
    ...document.filter((d) => called(d.name, d.number)).map((d) => [NAMES.document, `documents/${d.id}/`, d.name, langOf(d.lang)]),
    ...topic.filter((t) => called(t.name, t.en)).map((t) => [NAMES.topic, `topics/${t.id}/`, t.name]),
    ...catalogue.agencies.filter((a) => called(a.name, ...a.names)).map((a) => [NAMES.agency, `agencies/${a.id}/`, a.name]),
  ];
  const chips = found.slice(0, NAMED).map(([kind, path, name, lang]) =>
    el("a", { class: "pp-chip", href: address(path).href }, el("span", { class: "pp-chip__kind" }, kind), " ", el("span", { lang }, name)));
  return found.length > NAMED ? [...chips, el("span", { class: "pp-none" }, say.andSo(found.length))] : chips;
}

const EXAMPLES = say.examples;

/** Where to begin, before anything is asked. @returns {Node[]} */
export function beginning(state) {
  const links = EXAMPLES.map(({ q, lang }) => go({ ...state, q, syn: [] }, { class: "pp-chip", lang }, q));
  return [el("div", { class: "pp-chips" }, el("span", { class: "pp-none" }, say.tryThese), ...links)];
}

/** What to try where nothing was found. @returns {Node[]} */
export function help(state, results) {
  const tips = [];
  if (isFiltered(state) && results.unfiltered) {
    tips.push(el("li", {}, go(unfiltered(state), {}, say.tips.unfiltered(results.unfiltered))));
  }
  if (results.quoted) tips.push(el("li", {}, go({ ...state, q: state.q.replace(/["＂]/g, " ").trim() }, {}, say.tips.unquoted)));
  if (results.alternatives.length) tips.push(el("li", {}, say.tips.synonyms));
  tips.push(el("li", {}, say.tips.shorter));
  tips.push(el("li", {}, say.tips.lists, el("a", { href: address("topics/").href }, NAMES.topic), say.tips.comma,
    el("a", { href: address("documents/").href }, NAMES.document), say.tips.comma, el("a", { href: address("agencies/").href }, NAMES.agency)));
  return [el("p", {}, say.tips.head), el("ul", { class: "pp-empty" }, ...tips)];
}
