/** Addresses below the site, and what search and comparing fetch from them. */

import { inRows } from "../search/columns.js";
import { folder } from "./folding.js";
import { inForm } from "./form.js";

const BASE = new URL("../../../", import.meta.url);

/** @param {string} path below the site's root @returns {URL} */
export const address = (path) => new URL(path, BASE);

/** @param {string} path @param {RequestInit} [options] @param {Promise<Response>} [asked] @returns {Promise<Response>} */
async function get(path, options, asked) {
  const response = await (asked ?? fetch(address(path), options));
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response;
}

const json = async (path, options, asked) => (await get(path, options, asked)).json();

/** @returns {Promise<(text: string) => string>} */
export const loadFold = async () => folder(await json("assets/search/fold.json"));

/**
 * The catalogue; asked anew each time (a short answer where it has not changed), for it names the files of the index.
 * @param {Promise<Response>} [asked] where it has been asked for already @returns {Promise<any>}
 */
export const loadCatalogue = async (asked) => inRows(inForm(await json("assets/search/catalogue.json", { cache: "no-cache" }, asked)));

/** A file of the index. @param {string} name @returns {Promise<ArrayBuffer>} */
export const loadFile = async (name) => (await get(`assets/search/index/${name}.bin`)).arrayBuffer();

/** @typedef {{number: string, heading: string, text: string}} Printed  a measure or a passage, in the form chosen */

const texts = new Map();
const here = new Map();
const pathOf = ({ document, ref }) => `assets/search/text/${document.id}/${ref}.json`;

/** @param {import("../search/catalogue.js").Page} page @returns {Promise<Printed>} */
export function loadText(page) {
  const path = pathOf(page);
  if (!texts.has(path)) {
    texts.set(path, json(path).then(inForm).then((printed) => {
      here.set(path, printed);
      return printed;
    }, (error) => {
      texts.delete(path);
      throw error;
    }));
  }
  return texts.get(path);
}

/** What has been loaded already. @param {import("../search/catalogue.js").Page} page @returns {Printed|undefined} */
export const textHere = (page) => here.get(pathOf(page));
