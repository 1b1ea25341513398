/**
 * Shared wording: the longest phrases that two or more texts have in common, none of their letters counted twice.
 * The same as build_scripts/comparing/wording/shared_phrases.py, step by step; tests/cases/shared-wording.json holds both together.
 */

import { SuffixAutomaton } from "./automaton.js";
import { BARRIER, isHan, letters } from "./letters.js";

export const MINIMUM = 4;
/** A barrier of the text an automaton is made of, so that barriers match nothing. */
const WALL = "\ue001";
const LEADING = new Set("的和与及等了之");
const TRAILING = new Set("的和与及等以为在对由将把从向");
const REST = 3;

/**
 * @typedef {[number, number]} Span  half-open, in code points of the text given
 * @typedef {{text: string, printed: string, spans: Span[][], genre: boolean, number: number|null}} SharedPhrase
 *   `printed` as the first text that has it prints it; `spans` text by text; `number` counts those that are not the genre's
 */

/**
 * The phrases shared by two or more of `texts`, in reading order.
 * @param {string[]} texts @param {(text: string) => string} fold
 * @param {{genre?: string[], skip?: Span[][]}} [options] set phrases in letters; for each text the stretches left out
 * @returns {SharedPhrase[]}
 */
export function sharedWording(texts, fold, { genre = [], skip = [] } = {}) {
  const parts = texts.map((text, n) => letters(text, fold, skip[n] ?? []));
  const taken = parts.map((part) => new Uint8Array(part.text.length));
  const found = [];
  for (let chosen = round(parts, taken); chosen.length; chosen = round(parts, taken)) found.push(...chosen);
  const firstOf = ({ places }) => places.findIndex((starts) => starts.length);
  found.sort((a, b) => firstOf(a) - firstOf(b) || a.places[firstOf(a)][0] - b.places[firstOf(b)][0]);
  let number = 0;
  return found.map((item) => {
    const { phrase, places } = item;
    const first = firstOf(item);
    const spans = places.map((starts, n) =>
      starts.map((start) => [parts[n].at[start], parts[n].at[start + phrase.length - 1] + 1]),
    );
    const text = phrase.join("");
    const common = isGenre(text, genre);
    if (!common) number += 1;
    const printed = [...texts[first]].slice(...spans[first][0]).join("");
    return { text, printed, spans, genre: common, number: common ? null : number };
  });
}

/** Choose among one round's candidates and mark their letters taken. */
function round(parts, taken) {
  const open = parts.map((part, n) => part.text.map((c, i) => (taken[n][i] ? BARRIER : c)));
  const first = new Map();
  open.forEach((own, i) => {
    const automaton = new SuffixAutomaton(own.map((c) => (c === BARRIER ? WALL : c)));
    open.forEach((other, j) => {
      if (i === j) return;
      for (const [start, end] of candidates(automaton, other, parts[j].soft)) {
        const phrase = other.slice(start, end);
        const key = phrase.join("");
        const known = first.get(key);
        if (!known || j < known.j || (j === known.j && start < known.start)) first.set(key, { phrase, j, start });
      }
    });
  });
  const order = [...first.values()].sort(
    (a, b) => b.phrase.length - a.phrase.length || a.j - b.j || a.start - b.start,
  );
  const chosen = [];
  for (const { phrase } of order) {
    const places = open.map((text, n) => placesOf(text, taken[n], phrase));
    if (places.filter((starts) => starts.length).length < 2) continue;
    places.forEach((starts, n) => starts.forEach((start) => taken[n].fill(1, start, start + phrase.length)));
    chosen.push({ phrase, places });
  }
  return chosen;
}

/** Stretches of `text` that the automaton's text has too and that cannot grow on, trimmed. */
function* candidates(automaton, text, soft) {
  let before = 0;
  let begin = 0;
  for (const [end, length] of automaton.matches(text).entries()) {
    if (length !== before + 1) yield* trimmed(text, begin, end, soft);
    before = length;
    begin = end + 1 - length;
  }
  yield* trimmed(text, begin, text.length, soft);
}

/** The stretch without hanging edges, or nothing where too little is left. */
function* trimmed(text, start, end, soft) {
  if (end - start < MINIMUM) return;
  while (start < end && (LEADING.has(text[start]) || soft.has(start + 1))) start += 1;
  while (start < end && (TRAILING.has(text[end - 1]) || soft.has(end - 1))) end -= 1;
  let longest = 0;
  let run = 0;
  for (let n = start; n < end; n += 1) {
    run = (soft.has(n) ? 0 : run) + (isHan(text[n]) ? 1 : 0);
    longest = Math.max(longest, run);
  }
  if (longest >= MINIMUM) yield [start, end];
}

/** Where the phrase stands in free letters, no place overlapping the one before. */
function placesOf(text, marks, phrase) {
  const starts = [];
  for (let at = 0; at + phrase.length <= text.length; at += 1) {
    if (phrase.every((c, n) => text[at + n] === c && !marks[at + n])) {
      starts.push(at);
      at += phrase.length - 1;
    }
  }
  return starts;
}

/** Whether a phrase is part of a set phrase, or set phrases leave no REST letters of it in a row. */
export function isGenre(phrase, genre) {
  const covered = new Uint8Array(phrase.length);
  for (const known of genre) {
    if (known.includes(phrase)) return true;
    for (let at = phrase.indexOf(known); at >= 0; at = phrase.indexOf(known, at + 1)) covered.fill(1, at, at + known.length);
  }
  return !covered.join("").includes("0".repeat(REST));
}
