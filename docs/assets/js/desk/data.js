/** What the desk reads, fetched once, when it is first needed. */

import { loadSources } from "../check/texts.js";
import { loadGenre } from "../compare/data.js";
import { cellsOf } from "../search/points.js";
import { address } from "../shared/fetching.js";
import { inForm } from "../shared/form.js";
import { prepare } from "./matching-questions.js";

/**
 * @typedef {{text: string, of: string, figures?: string[], days?: string[], bodies?: string[], musts?: string[]}} Quote
 * @typedef {{id: string, lang: string, short: string, colour: number, title: string, number: ?string, quotes: Quote[], places: string[]}} Document
 * @typedef {{document: Document, state: string, says: ?string, quotes: (Quote & {place: string})[]}} Cell  what a document has on a question
 * @typedef {{id: string, question: string, url: string, topic: string, difference: ?string, cells: Cell[]}} Point
 */

async function json(path) {
  const response = await fetch(address(path));
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.json();
}

let ready = null;

/** @returns {Promise<{prepared: any, sources: any[], fold: (text: string) => string, genre: string[]}>} */
export function load() {
  ready ??= Promise.all([json("assets/search/points.json"), json("assets/desk/evidence.json"), json("assets/desk/pairs.json"), loadSources(), loadGenre()])
    .then(([raw, evidence, pairs, { sources, fold }, genre]) => {
      const held = joined(raw, evidence, inForm(evidence));
      return { prepared: prepare(held, pairs, fold), sources, fold, genre };
    });
  return ready.catch((error) => {
    ready = null;
    throw error;
  });
}

/** Questions with the words that prove their answers: scored in the form they are read in, shown in the form chosen. */
export function joined(raw, read, shown) {
  return raw.points.map((p) => {
    const answers = new Map(read.answers[p.id] ?? []);
    const quotes = (from, n) => (answers.get(n) ?? []).map((q) => ({ ...from.documents[n].quotes[q], place: from.documents[n].places[q] }));
    const cells = cellsOf(p, raw).map(([n, state, says]) => ({ document: shown.documents[n], state: raw.states[state], says: says ?? null, quotes: quotes(shown, n) }));
    const told = p.cells.filter(([n]) => answers.has(n)).map(([n, , says]) => [says, ...quotes(read, n).map((q) => q.text)]);
    const topic = raw.topics[p.id.split("/")[0]];
    return { point: { id: p.id, question: p.question, url: p.url, topic, difference: p.difference, cells }, texts: [[p.question, read.scopes[p.id] ?? ""], ...told] };
  });
}
