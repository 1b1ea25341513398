/**
 * The sources as they are searched: folded, without white space, with the way back to the text as printed.
 *
 * @typedef {object} Measure
 * @property {string} id
 * @property {string} number
 * @property {string} name
 * @property {[number, number]} place  in code points
 * @property {number[]} sentences  where each begins
 * @typedef {{chars: string[], places: number[]}} Normal  the characters compared, and where each stands in the text
 * @typedef {object} Source
 * @property {string} id
 * @property {string} title
 * @property {?string} number
 * @property {string} place
 * @property {string} lang
 * @property {string[]} letters  the text by code points, as received
 * @property {string[]} read  the same as it is read: as many
 * @property {string[]} shown  whichever of the two is shown
 * @property {Measure[]} measures
 */

import { address, loadFold } from "../shared/fetching.js";
import { inForm, isReceived, patched } from "../shared/form.js";
import { isIgnored } from "../shared/folding.js";

const MARK = /[\p{P}\p{S}]/u;

/** Whether a character is a punctuation mark or a sign. @param {string} c */
export const isMark = (c) => MARK.test(c);

/** @returns {Promise<{sources: Source[], fold: (text: string) => string}>} */
export async function loadSources() {
  const [fold, { documents }] = await Promise.all([loadFold(), json("documents.json")]);
  const raw = await Promise.all(documents.map((id) => json(`${id}.json`)));
  return { fold, sources: raw.map(source) };
}

/** @returns {Source} */
function source(raw) {
  const { text, received, ...rest } = inForm(raw);
  const read = [...raw.text];
  const letters = patched(read, raw.received?.text ?? "");
  return { ...rest, read, letters, shown: isReceived() ? letters : read };
}

const files = new Map();

/** A file, fetched once: a page that turns to the other form needs no network. @param {string} name */
function json(name) {
  if (!files.has(name)) {
    files.set(name, fetched(name).catch((error) => {
      files.delete(name);
      throw error;
    }));
  }
  return files.get(name);
}

async function fetched(name) {
  const response = await fetch(address(`assets/check/${name}`));
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  return response.json();
}

/**
 * What of a text is compared.
 * @param {string[]} letters @param {(text: string) => string} fold @param {boolean} loose leave out punctuation
 * @returns {Normal}
 */
export function normal(letters, fold, loose) {
  const folded = [...fold(letters.join(""))];
  const chars = [];
  const places = [];
  folded.forEach((c, at) => {
    if (isIgnored(c) || (loose && isMark(c))) return;
    chars.push(/[A-Z]/.test(c) ? c.toLowerCase() : c);
    places.push(at);
  });
  return { chars, places };
}
