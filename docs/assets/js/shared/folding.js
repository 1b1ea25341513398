/**
 * Texts and queries in the form in which they meet; the same rules as build_scripts/publishing/browser_data/search_index/folding.py.
 */

const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
// What nobody sees, as build_scripts/sources/ignorable.py has it: pasted texts are full of it.
const UNSEEN = /[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u;

/** Whether a character sets words apart. @param {string} character @returns {boolean} */
export const isSpace = (character) => SPACE.test(character);

/** Whether a character is passed over: white space and what nobody sees. @param {string} character @returns {boolean} */
export const isIgnored = (character) => SPACE.test(character) || UNSEEN.test(character);

/**
 * A function that folds text to Simplified and one width, keeping its length in code points.
 * @param {{steps: number[], to: string}} table character n of `to` replaces the code point `steps[0] + … + steps[n]`
 * @returns {(text: string) => string}
 */
export function folder({ steps, to }) {
  const table = new Map();
  const targets = [...to];
  let code = 0;
  steps.forEach((step, n) => table.set(String.fromCodePoint((code += step)), targets[n]));
  return (text) => [...text].map((c) => table.get(c) ?? c).join("");
}

/**
 * Text in the form that is compared: folded, ASCII in lower case, without white space and what nobody sees.
 * @param {string} text @param {(text: string) => string} fold @returns {string}
 */
export function normal(text, fold) {
  return [...lower(fold(text))].filter((c) => !isIgnored(c)).join("");
}

/** ASCII in lower case; other letters have forms of other lengths. @param {string} text @returns {string} */
const lower = (text) => text.replace(/[A-Z]/g, (c) => c.toLowerCase());
