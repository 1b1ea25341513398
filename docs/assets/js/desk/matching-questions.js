/**
 * Which questions a draft bears on: pairs of characters that it has in common with what is written for a question, the
 * rarer in the corpus the weightier.
 *
 * @typedef {{units: number, pairs: Record<string, string>, synonyms: string[][]}} Pairs  as build_scripts/publishing/browser_data/desk.py writes them
 * @typedef {{point: any, score: number, sentence: number, why: string[]}} Bearing  `sentence`: which of the draft's, from 0;
 *     `why`: the stretches in common, the weightiest first
 */

import { normal } from "../shared/folding.js";

const RARE = 1.5;        // sentences that have a pair of which nothing is written down
const QUESTION = 1.2;    // what its own words count: the question and what counts as an answer
const BEST = 1;          // the nearest piece of evidence or clause
const OTHERS = 0.5;      // what the answers of all places have together
const SYNONYM = 0.3;     // what a pair of a synonym counts of a pair that stands there
const PART = 0.9;        // what a part of a sentence between commas counts of a whole one
const SHORTEST = 8;      // characters of such a part
const LEAST = 0.18;      // of a full match: less is chance
const NEAR = 0.4;        // of the best score of the same paragraph: less is far off
const SAID = 4;          // stretches told
const BREATH = 40;       // ms after which the page is let breathe
const HAN = /[\u4e00-\u9fff]/;

/** @param {string} text in normal form @returns {string[]} */
export function pairsOf(text) {
  const found = [];
  for (let n = 1; n < text.length; n += 1) if (HAN.test(text[n - 1]) && HAN.test(text[n])) found.push(text[n - 1] + text[n]);
  return found;
}

/** A function that tells how rare a pair is. @param {Pairs} pairs */
export function rarity({ units, pairs }) {
  const counts = new Map();
  for (const [n, all] of Object.entries(pairs)) for (let at = 0; at < all.length; at += 2) counts.set(all.slice(at, at + 2), Number(n));
  return (pair) => Math.log(units / (counts.get(pair) ?? RARE));
}

/** The sentences of a draft. @param {string} draft @returns {string[]} */
export const sentencesOf = (draft) => (draft.match(/[^。！？!?；;\n]+[。！？!?；;]*/g) ?? []).map((s) => s.trim()).filter((s) => HAN.test(s));

/** In which paragraph each sentence of a draft stands, from 0. @param {string} draft @returns {number[]} */
export const paragraphsOf = (draft) => draft.split("\n").flatMap((line, n) => sentencesOf(line).map(() => n));

/**
 * @param {{point: any, texts: string[][]}[]} held by question its own words, then the texts of its answers: clauses and evidence
 * @param {Pairs} pairs @param {(text: string) => string} fold
 */
export function prepare(held, pairs, fold) {
  const weight = rarity(pairs);
  const synonyms = pairs.synonyms.map((terms) => terms.map((t) => normal(t, fold)));
  const bag = (text) => {
    const plain = normal(text, fold);
    const pairs = new Set(pairsOf(plain));
    const others = synonyms.filter((terms) => terms.some((t) => plain.includes(t))).flat().flatMap(pairsOf);
    return { pairs, others: new Set(others.filter((p) => !pairs.has(p))), norm: Math.sqrt([...pairs].reduce((sum, p) => sum + weight(p) ** 2, 0)) };
  };
  const bags = [];
  const kept = (text) => bags.push(bag(text)) - 1;
  const questions = held.map(({ point, texts: [own, ...answers] }) => ({ point, own: kept(own.join("，")), pieces: answers.flat().map(kept), all: kept(answers.flat().join("，")) }));
  const having = new Map(); // by pair the bags that have it
  bags.forEach(({ pairs }, n) => pairs.forEach((pair) => (having.has(pair) ? having.get(pair).push(n) : having.set(pair, [n]))));
  return { questions, bags, having, bag, weight, fold };
}

/** How near a draft's bag of pairs is to each of the others, of 1; its synonyms count too. @returns {Float64Array} */
function nearness(own, { bags, having, weight }) {
  const near = new Float64Array(bags.length);
  const count = (pair, share) => having.get(pair)?.forEach((n) => { near[n] += share * weight(pair) ** 2; });
  own.pairs.forEach((pair) => count(pair, 1));
  own.others.forEach((pair) => count(pair, SYNONYM));
  return near.map((shared, n) => (own.norm && bags[n].norm ? shared / (own.norm * bags[n].norm) : 0));
}

/** @param {ReturnType<typeof prepare>} prepared @param {string} sentence @returns {{point: any, score: number}[]} every question */
export function scores(prepared, sentence) {
  const near = nearness(prepared.bag(sentence), prepared);
  return prepared.questions.map((q) => {
    const best = q.pieces.reduce((most, piece) => Math.max(most, near[piece]), 0);
    return { ...q, score: BEST * best + QUESTION * near[q.own] + OTHERS * near[q.all] };
  });
}

/**
 * The questions a draft bears on, best first: of each the sentence that is nearest to it. Each paragraph has its own
 * measure of what is far off, so that a whole text is heard as its parts would be.
 * @param {ReturnType<typeof prepare>} prepared @param {string[]} sentences of the draft
 * @param {number[]} [paragraphs] where each sentence stands @param {(done: number) => void} [tell] how many are done, now and then
 * @returns {Promise<Bearing[]>}
 */
export async function bearings(prepared, sentences, paragraphs = sentences.map(() => 0), tell = () => {}) {
  const best = new Map();
  const highest = new Map();
  const take = (text, share, n) => scores(prepared, text).forEach((told) => {
    const score = share * told.score;
    highest.set(paragraphs[n], Math.max(score, highest.get(paragraphs[n]) ?? 0));
    if (score > (best.get(told.point)?.score ?? 0)) best.set(told.point, { ...told, score, sentence: n });
  });
  let started = performance.now();
  for (const [n, sentence] of sentences.entries()) {
    take(sentence, 1, n);
    const parts = sentence.split(/[，,：:]/).filter((part) => part.length >= SHORTEST);
    if (parts.length > 1) parts.forEach((part) => take(part, PART, n));
    if (performance.now() - started > BREATH) {
      tell(n + 1);
      await new Promise((go) => setTimeout(go));
      started = performance.now();
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
    .filter((b) => b.score >= Math.max(LEAST, NEAR * highest.get(paragraphs[b.sentence])))
    .map(({ point, score, sentence, all, own }) => ({ point, score, sentence, why: stretches(sentences[sentence], [prepared.bags[all], prepared.bags[own]], prepared) }))
    .filter((b) => b.why.length);
}

/** The stretches of a sentence whose pairs are all among those of a question, the weightiest first. */
function stretches(sentence, bags, { weight, fold }) {
  const text = normal(sentence, fold);
  const found = new Map();
  let from = 0;
  const close = (end, sum) => sum && found.set(text.slice(from, end), sum);
  let sum = 0;
  for (let n = 1; n <= text.length; n += 1) {
    const pair = text.slice(n - 1, n + 1);
    if (n < text.length && bags.some((b) => b.pairs.has(pair))) {
      if (!sum) from = n - 1;
      sum += weight(pair);
    } else {
      close(n, sum);
      sum = 0;
    }
  }
  return [...found].sort((a, b) => b[1] - a[1]).slice(0, SAID).map(([words]) => words);
}
