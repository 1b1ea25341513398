/** What was typed, as phrases to be found. */

import { isSpace, normal } from "../shared/folding.js";
import { wordsIn } from "./function-words.js";

/**
 * @typedef {object} Phrase
 * @property {string} text   in normal form
 * @property {boolean} quoted  as it stands or not at all
 * @property {string[]} words  what of it matters: the phrase without marks and function words; itself where it is quoted
 */

/**
 * The phrases of a query: parts between spaces, or between double quotes where those are in pairs. Chinese quotation marks
 * are characters like others, for they stand in the texts; around words set apart by spaces they quote.
 * @param {string} query @param {(text: string) => string} fold @returns {Phrase[]}
 */
export function parse(query, fold) {
  const words = wordsIn(fold);
  const phrase = (text, quoted) => ({ text, quoted, words: quoted ? [text] : words(text) });
  const folded = fold(query).replace(/^\s*“([^“”"]+\s[^“”"]+)”\s*$/, '"$1"');
  const even = (folded.match(/"/g) ?? []).length % 2 === 0;
  const parts = even ? folded.split('"') : [folded];
  const phrases = parts.flatMap((part, n) =>
    n % 2 ? [phrase(normal(part, fold), true)] : between(part).map((w) => phrase(normal(w, fold), false)));
  const seen = new Set();
  return phrases.filter(({ text }) => text && !seen.has(text) && seen.add(text));
}

/** What stands between spaces. @param {string} text @returns {string[]} */
function between(text) {
  return [...text].map((c) => (isSpace(c) ? " " : c)).join("").split(" ").filter(Boolean);
}

/**
 * The query in which the marks of a page are found again: phrases one after another, quoted where need be.
 * @param {string[]} phrases @returns {string}
 */
export const unparse = (phrases) => phrases.join(" ");
