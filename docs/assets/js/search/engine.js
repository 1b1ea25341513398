/** The index and what belongs to it, loaded once. */

import { ABOVE } from "./find.js";
import { folder, tokens } from "./tokens.js";

const BASE = new URL("../../../", import.meta.url);
const REMEMBERED = 500;
const WORKER_FROM = 2000;

/** @param {string} path below the site's root @returns {URL} */
export const address = (path) => new URL(path, BASE);

/** @param {string} path @param {RequestInit} [options] @returns {Promise<any>} */
async function json(path, options) {
  const response = await fetch(address(path), options);
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.json();
}

/** @returns {Promise<(text: string) => string>} */
export const loadFold = async () => folder(await json("assets/search/fold.json"));

/**
 * The catalogue; asked anew each time (a short answer where it has not changed), for it must fit the index.
 * @returns {Promise<any>}
 */
export const loadCatalogue = () => json("assets/search/catalogue.json", { cache: "no-cache" });

const texts = new Map();

/**
 * A measure as printed.
 * @param {string} id @returns {Promise<{number: string, heading: string, text: string}>}
 */
export function loadText(id) {
  if (!texts.has(id)) {
    texts.set(id, json(`assets/search/text/${id}.json`).catch((error) => {
      texts.delete(id);
      throw error;
    }));
  }
  return texts.get(id);
}

/**
 * Pagefind, ready to be asked. In a small corpus an answer takes a millisecond or two, less than a worker to start.
 * @param {number} size how many pages there are @returns {Promise<any>}
 */
export async function loadPagefind(size) {
  const pagefind = await import(address("pagefind/pagefind.js").href);
  await pagefind.options({ noWorker: size < WORKER_FROM });
  await pagefind.init();
  return pagefind;
}

/**
 * The function that says which pages hold a phrase; answers are remembered.
 * @param {Promise<any>} pagefind @param {any[][]} pages of the catalogue as fetched @returns {import("./find.js").Lookup}
 */
export function lookupIn(pagefind, pages) {
  const numbers = new Map(pages.map(([hash], n) => [hash, n]));
  const known = new Map();
  return async (phrase) => {
    if (!known.has(phrase)) {
      const { results } = await (await pagefind).search(`"${tokens(phrase).join(" ")}"`);
      const single = [...phrase].length < 2;  // characters stand in a list of their own: their places say nothing
      const places = results.map(({ id, words }) => [numbers.get(id), !words.length ? ABOVE : single ? 0 : Math.min(...words)]);
      if (known.size >= REMEMBERED) known.delete(known.keys().next().value);
      known.set(phrase, new Map(places.filter(([page]) => page !== undefined)));
    }
    return known.get(phrase);
  };
}
