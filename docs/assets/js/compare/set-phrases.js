/** Where set phrases of the genre stand in a text, whoever else has them. */

import { letters } from "./letters.js";

const OTHER = "\ue002"; // in place of a letter that is no single unit of a string, so that places count letters

/**
 * @param {string} text @param {(text: string) => string} fold @param {string[]} genre set phrases in letters
 * @param {[number, number][]} [skip] stretches left out @returns {[number, number][]} in code points of the text
 */
export function setPhrases(text, fold, genre, skip = []) {
  const { text: own, at } = letters(text, fold, skip);
  const plain = own.map((c) => (c.length === 1 ? c : OTHER)).join("");
  const covered = new Uint8Array(plain.length);
  for (const phrase of genre) {
    for (let n = plain.indexOf(phrase); phrase && n >= 0; n = plain.indexOf(phrase, n + 1)) covered.fill(1, n, n + phrase.length);
  }
  const found = [];
  covered.forEach((is, n) => {
    const last = found.at(-1);
    if (is && n && covered[n - 1]) last[1] = at[n] + 1;
    else if (is) found.push([at[n], at[n] + 1]);
  });
  return found;
}

/** Stretches without what lies in any of `taken`. @param {[number, number][]} spans @param {[number, number][]} taken */
export function outside(spans, taken) {
  return taken.reduce((left, [from, to]) => left.flatMap(([start, end]) => [[start, Math.min(end, from)], [Math.max(start, to), end]].filter(([a, b]) => a < b)), spans);
}
