/**
 * Questions that a query asks, each with what every place answers.
 *
 * A query is taken apart into what it is about (question-words.js). Two characters that stand together in a field of a
 * point, or in a synonym there, count both, the more the rarer they are; a field counts by what it is.
 *
 * @typedef {{id: string, short: string, colour: number}} Document
 * @typedef {[number, number, string?]} Cell  document, state, what it says (or why the question does not apply)
 * @typedef {{id: string, question: string, url: string, difference: ?string, cells: Cell[]}} Point
 * @typedef {{states: string[], documents: Document[], topics: Record<string, string>, points: Point[]}} Raw
 * @typedef {{point: Point, score: number, named: boolean, whole: boolean, covered: number, marks: string[]}} Match  `named`: some of
 *     the query is in its question or its topic's name; `whole`: all as typed in its question; `marks`: what of it was met
 */

import { normal } from "../shared/folding.js";
import { contentsIn } from "./question-words.js";

/** The fields of a point, what a hit in each is worth: question, answers, difference, name of the topic. */
const WORTH = [1, 0.6, 0.45, 0.35];
const QUESTION = 0;
const TOPIC = 3;
const SYNONYM = 0.85;   // of what the word itself would be worth
const WHOLE = 0.5;      // on top where the question has the query as it was typed
const FOCUS = 0.1;      // on top, times the share of the question that the query is
const COVERED = 0.6;    // less than this of a query met, and some of it in the question: nothing is shown
const ELSEWHERE = 0.8;  // the same where none of it is in the question
const BESIDE = 0.1;     // of what the other fields are worth that have it too
const SPREAD = 10;      // a word of more answers than this, and of no question, asks for none
const LONGEST = 60;     // more characters are no question but a text

/**
 * A cell for each document, in their order: of one that nobody has read for the question the file says nothing.
 * @param {Point} point @param {Raw} raw @returns {Cell[]}
 */
export function cellsOf(point, raw) {
  const told = new Map(point.cells.map((cell) => [cell[0], cell]));
  return raw.documents.map((_, n) => told.get(n) ?? [n, raw.states.indexOf("unread")]);
}

/** @param {Raw} raw @param {(text: string) => string} once as folding.js makes it */
export function prepare(raw, once) {
  const fold = (text) => once(once(text)); // 麼 becomes 么, 么 becomes 幺: folded twice, both are one
  const said = (point) => point.cells.map(([, , says]) => says ?? "").join("\n");
  const fields = raw.points.map((p) => [p.question, said(p), p.difference ?? "", raw.topics[p.id.split("/")[0]] ?? ""].map((t) => normal(t, fold)));
  return { raw, fields, fold, contents: contentsIn(fold), seen: new Map() };
}

/**
 * The points that a query asks for, best first; none where it is poorly met.
 * @param {string} q @param {ReturnType<typeof prepare>} prepared @param {{terms: string[]}[]} synonyms @returns {Match[]}
 */
export function match(q, prepared, synonyms) {
  const { raw, fields, fold, contents } = prepared;
  const typed = normal(q, fold).replace(/[\p{P}\p{S}]+/gu, "");
  if (!typed || [...typed].length > LONGEST) return [];
  const pieces = q.split(/\s+/).flatMap((part) => contents(normal(part, fold))).map((p) => units(p, synonyms, fold));
  const asked = pieces.flat();
  if (!asked.length) return [];
  const weights = asked.map((sign) => rarity(sign, prepared));
  const all = weights.reduce((sum, w) => sum + w, 0);
  const found = raw.points.map((point, n) => {
    const marks = new Set();
    let score = 0;
    let covered = 0;
    let named = false;
    asked.forEach((sign, i) => {
      const best = bestOf(sign, fields[n], marks);
      score += weights[i] * best.worth;
      covered += weights[i] * best.met;
      named ||= best.named;
    });
    const question = fields[n][QUESTION];
    const whole = question.includes(typed);
    score = score / all + (whole ? WHOLE : 0) + FOCUS * Math.min(1, typed.length / question.length);
    return { point, score, named, whole, covered: covered / all, marks: [...marks] };
  }).filter((m) => m.covered >= (m.named ? COVERED : ELSEWHERE)).sort((a, b) => b.score - a.score);
  if (found.length > SPREAD && found[0].score < WORTH[QUESTION] * SYNONYM) return [];
  const whole = found.some((m) => m.whole);
  return found.filter((m) => m.whole || !whole || m.marks.some((mark) => mark.length > 1));
}

/**
 * The characters of a stretch, each with the pairs that it is part of and the synonyms of the words that it is part of.
 * @returns {{pairs: string[], others: string[], single: boolean}[]}
 */
function units(piece, synonyms, fold) {
  const atoms = piece.match(/[0-9a-z]+|./gu) ?? [];
  const at = [];
  atoms.reduce((sum, atom) => at.push(sum) && sum + atom.length, 0);
  const known = synonyms.flatMap(({ terms }) => {
    const normals = terms.map((t) => normal(t, fold));
    return normals.flatMap((term) => placesOf(piece, term).map((start) => ({ start, end: start + term.length, others: normals.filter((t) => t !== term) })));
  });
  return atoms.map((atom, n) => ({
    pairs: atoms.length === 1 ? [atom] : [n && atoms[n - 1] + atom, n + 1 < atoms.length && atom + atoms[n + 1]].filter(Boolean),
    others: known.filter(({ start, end }) => start <= at[n] && at[n] + atom.length <= end).flatMap((k) => k.others),
    single: atoms.length === 1 && atom.length === 1,
  }));
}

function placesOf(text, term) {
  const found = [];
  for (let at = text.indexOf(term); term && at >= 0; at = text.indexOf(term, at + 1)) found.push(at);
  return found;
}

/** What a character is worth in a point, and whether it is met; a lone one is looked for in questions and topics only. */
function bestOf({ pairs, others, single }, fields, marks) {
  const shares = fields.map((text, field) => {
    const alone = field === QUESTION || field === TOPIC;
    const has = (word) => text.includes(word) && marks.add(word);
    const itself = (alone || !single) && pairs.filter(has).length > 0;
    const other = others.filter((word) => (alone || word.length > 1) && has(word)).length > 0;
    return itself ? 1 : other ? SYNONYM : 0;
  });
  const worths = shares.map((share, field) => share * WORTH[field]);
  const best = Math.max(...worths);
  const beside = worths.reduce((sum, w) => sum + w, 0) - best;
  return { worth: best + BESIDE * beside, met: Math.max(...shares), named: shares[QUESTION] > 0 || shares[TOPIC] > 0 };
}

/** How rare the rarest pair of a character is among the points; one that is nowhere counts most. */
function rarity({ pairs, others }, { fields, seen }) {
  const among = (text) => {
    if (!seen.has(text)) seen.set(text, fields.filter((f) => f.some((t) => t.includes(text))).length);
    return seen.get(text);
  };
  const counts = [...pairs, ...others].map(among).filter(Boolean);
  return Math.log(1 + fields.length / (counts.length ? Math.min(...counts) : 0.5));
}
