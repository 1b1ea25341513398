/** What the comparison reads, fetched once. */

import { address } from "../shared/fetching.js";
import { inForm } from "../shared/form.js";
import { labelOf } from "./names.js";

const known = new Map();

async function json(path) {
  const response = await fetch(address(path));
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.json();
}

function once(path) {
  if (!known.has(path)) {
    known.set(path, json(path).catch((error) => {
      known.delete(path);
      throw error;
    }));
  }
  return known.get(path);
}

/** The set phrases of the genre. @returns {Promise<string[]>} */
export const loadGenre = async () => (await once("assets/compare/genre.json")).phrases;

/** The short names of the documents, by their ids. @returns {Promise<Record<string, string>>} */
export const loadNames = () => once("assets/compare/names.json");

/**
 * A measure, or what the register says of one that is not there.
 * @param {string} id
 * @returns {Promise<{id: string, measure?: any & {label: string}, moved?: {to?: string, page?: string, gone?: {was: string, reason: string}}}>}
 */
export async function loadMeasure(id) {
  try {
    const read = await once(`assets/compare/measures/${id}.json`);
    return { id, measure: { ...inForm(read), label: labelOf(read) } };
  } catch (error) {
    if (!String(error.message).startsWith("404")) throw error;
    return { id, moved: (await once("assets/compare/moved.json"))[id] ?? {} };
  }
}

/** A document with its measures, to be set beside another; null where there is none. @param {string} id @returns {Promise<?any>} */
export async function loadDocument(id) {
  try {
    return inForm(await once(`assets/compare/documents/${id}.json`));
  } catch (error) {
    if (!String(error.message).startsWith("404")) throw error;
    return null;
  }
}
