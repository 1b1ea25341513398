/** All that searching needs, loaded together. */

import { readCatalogue } from "./catalogue.js";
import { early } from "./early.js";
import { loadCatalogue, loadFile, loadFold } from "../shared/fetching.js";
import { lookupIn } from "./postings.js";

/**
 * @typedef {object} Searching
 * @property {(text: string) => string} fold
 * @property {ReturnType<typeof readCatalogue>} catalogue
 * @property {import("./find.js").Lookup} lookup
 */

/** @returns {Promise<Searching>} */
export async function openSearch() {
  const [fold, raw] = await Promise.all([loadFold(), loadCatalogue(early.catalogue)]);
  return { fold, catalogue: readCatalogue(raw), lookup: lookupIn(raw, loadFile) };
}
