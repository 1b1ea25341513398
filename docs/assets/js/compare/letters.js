/**
 * A text as the letters in which wording is compared; the same rules as build_scripts/comparing/wording/folded_letters.py.
 */

export const BARRIER = "\ue000";

const STOPS = new Set(["。", "!", "?", ";"]);
const HAN = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{2ebef}]/u;
const ASCII = /[0-9A-Za-z]/;
// What Python's str.isspace takes for white space.
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** @param {string} character @returns {boolean} */
export const isHan = (character) => HAN.test(character);

/**
 * @typedef {{text: string[], at: number[], soft: Set<number>}} Letters  letter n is printed at code point at[n]; `soft`
 *   holds each n before which punctuation is printed
 */

/**
 * The letters of a text: Han characters, Latin letters, digits; a barrier for the end of a sentence and for what is skipped.
 * @param {string} text @param {(text: string) => string} fold one character to one, as folding.js makes it
 * @param {[number, number][]} [skip] stretches that take no part, in code points @returns {Letters}
 */
export function letters(text, fold, skip = []) {
  const hidden = new Set();
  for (const [start, end] of skip) for (let n = start; n < end; n += 1) hidden.add(n);
  const found = [];
  const at = [];
  const soft = new Set();
  [...fold(text)].forEach((character, n) => {
    if (hidden.has(n) || STOPS.has(character)) {
      if (found.length && found.at(-1) !== BARRIER) {
        found.push(BARRIER);
        at.push(n);
      }
    } else if (isHan(character) || ASCII.test(character)) {
      found.push(/[A-Z]/.test(character) ? character.toLowerCase() : character);
      at.push(n);
    } else if (!SPACE.test(character)) {
      soft.add(found.length);
    }
  });
  return { text: found, at, soft };
}
