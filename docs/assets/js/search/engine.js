/** What search fetches. */

import { folder } from "./folding.js";

const BASE = new URL("../../../", import.meta.url);

/** @param {string} path below the site's root @returns {URL} */
export const address = (path) => new URL(path, BASE);

/** @param {string} path @param {RequestInit} [options] @returns {Promise<Response>} */
async function get(path, options) {
  const response = await fetch(address(path), options);
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response;
}

const json = async (path, options) => (await get(path, options)).json();

/** @returns {Promise<(text: string) => string>} */
export const loadFold = async () => folder(await json("assets/search/fold.json"));

/**
 * The catalogue; asked anew each time (a short answer where it has not changed), for it names the files of the index.
 * @returns {Promise<any>}
 */
export const loadCatalogue = () => json("assets/search/catalogue.json", { cache: "no-cache" });

/** A file of the index. @param {string} name @returns {Promise<ArrayBuffer>} */
export const loadFile = async (name) => (await get(`assets/search/index/${name}.bin`)).arrayBuffer();

const texts = new Map();

/**
 * A measure or a passage as printed.
 * @param {import("./catalogue.js").Page} page @returns {Promise<{number: string, heading: string, text: string}>}
 */
export function loadText({ document, ref }) {
  const path = `assets/search/text/${document.id}/${ref}.json`;
  if (!texts.has(path)) {
    texts.set(path, json(path).catch((error) => {
      texts.delete(path);
      throw error;
    }));
  }
  return texts.get(path);
}
