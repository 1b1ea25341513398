/** From what is asked to what is found: the query, the synonyms asked for, the filters, the order. */

import { counts, passes } from "./catalogue.js";
import { find } from "./find.js";
import { parse } from "./query.js";
import { isFiltered } from "./state.js";
import { normal } from "../shared/folding.js";

/**
 * @typedef {{page: import("./catalogue.js").Page, why: ?import("./find.js").Why, marks: string[], via?: string, typed?: boolean}} Result
 * @typedef {{term: string, instead: string, note: string}} Alternative
 * @typedef {object} Results
 * @property {Result[]} shown       after the filters, in order
 * @property {number} unfiltered    how many there are without the filters
 * @property {ReturnType<typeof counts>} counts
 * @property {string[]} pieces      what the query was cut into; empty where it was found whole
 * @property {string[]} missing     what of it is nowhere
 * @property {string[]} dropped     what of it not every result has
 * @property {boolean} quoted       whether the query asks for words as they stand
 * @property {Alternative[]} alternatives   synonyms on offer
 */

/**
 * @param {import("./state.js").State} state
 * @param {ReturnType<typeof import("./catalogue.js").readCatalogue>} catalogue
 * @param {(text: string) => string} fold @param {import("./find.js").Lookup} lookup @returns {Promise<Results>}
 */
export async function search(state, catalogue, fold, lookup) {
  const phrases = parse(state.q, fold);
  const measures = catalogue.pages.filter((page) => !page.label);
  const offered = alternatives(phrases, catalogue.synonyms, fold);
  let found = { hits: [], pieces: [], missing: [], dropped: [] };
  let all = [];
  if (phrases.length) {
    found = await find(phrases, lookup);
    all = found.hits.map((h) => ({ page: catalogue.pages[h.page], why: h.why, marks: h.marks, typed: h.typed }));
    for (const a of offered.filter((o) => state.syn.includes(o.term))) {
      all.push(...await withSynonym(a, phrases, all, catalogue.pages, fold, lookup));
    }
  } else if (isFiltered(state)) {
    all = measures.map((page) => ({ page, why: null, marks: [] }));
  }
  all.sort((a, b) => standing(a) - standing(b));
  const shown = all.filter((r) => passes(r.page, state.selection));
  if (state.sort === "date") shown.sort((a, b) => when(b).localeCompare(when(a)));
  const typed = new Map([...fold(state.q)].map((c, n) => [c, [...state.q][n]])); // 么, not the 幺 it is looked up by
  const asTyped = (texts) => texts.map((text) => [...text].map((c) => typed.get(c) ?? c).join(""));
  const counted = phrases.length ? all.map((r) => r.page) : measures;
  return {
    shown, unfiltered: all.length, counts: counts(counted, state.selection), pieces: asTyped(found.pieces),
    missing: asTyped(found.missing), dropped: found.dropped, quoted: phrases.some((p) => p.quoted), alternatives: offered,
  };
}

const when = ({ page: { document } }) => document.date ?? document.year ?? "";

/**
 * What has all as it was typed before what has its words; of either, measures before passages outside them, before what
 * only stands under a heading with the words; then synonyms.
 */
const standing = ({ page, why, typed }) => (why === "synonym" ? 6 : (typed ? 0 : 3) + (why === "section" ? 2 : page.label ? 1 : 0));

/**
 * The synonyms of words in `phrases`. Words that contain the word itself are left out: their pages are found already.
 * @param {import("./query.js").Phrase[]} phrases @returns {Alternative[]}
 */
export function alternatives(phrases, groups, fold) {
  const offered = new Map();
  for (const { terms, note } of groups) {
    const normals = terms.map((t) => normal(t, fold));
    const present = normals.filter((t) => phrases.some((p) => p.text.includes(t)));
    const instead = present.sort((a, b) => b.length - a.length)[0];
    if (!instead) continue;
    terms.forEach((term, n) => {
      if (!normals[n].includes(instead) && !present.includes(normals[n])) offered.set(term, { term, instead, note });
    });
  }
  return [...offered.values()];
}

/** What the query gives with a synonym in place, beyond what is there already. @returns {Promise<Result[]>} */
async function withSynonym({ term, instead }, phrases, present, pages, fold, lookup) {
  const other = normal(term, fold);
  const changed = phrases.map((p) => ({ text: p.text.replaceAll(instead, other), words: p.words.map((w) => w.replaceAll(instead, other)), quoted: true }));
  const { hits } = await find(changed, lookup);
  const ids = new Set(present.map((r) => r.page.id));
  return hits.map((h) => ({ page: pages[h.page], why: "synonym", marks: h.marks, via: term })).filter((r) => !ids.has(r.page.id));
}
