/**
 * Texts and queries in the form in which they meet; the same rules as build_scripts/publishing/browser_data/search_index/folding.py.
 */

const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;

/** @param {string} character @returns {boolean} */
export const isSpace = (character) => SPACE.test(character);

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
 * Text in the form that is compared: folded, ASCII in lower case, without white space.
 * @param {string} text @param {(text: string) => string} fold @returns {string}
 */
export function normal(text, fold) {
  return [...lower(fold(text))].filter((c) => !isSpace(c)).join("");
}

/** ASCII in lower case; other letters have forms of other lengths. @param {string} text @returns {string} */
const lower = (text) => text.replace(/[A-Z]/g, (c) => c.toLowerCase());
