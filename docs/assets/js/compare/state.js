/** Which measures are compared: as they stand in the address, `?m=<id>&m=<id>`, in the order of the columns. */

import { askedIn } from "../shared/page-address.js";

export const MOST = 6;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*\/(?:art\.)?\d{1,3}(?:\.\d{1,3}){0,2}(?:-\d{1,2})?$/;

/** Whether a text has the form of a measure id; only such are ever fetched. @param {string} text */
export const isId = (text) => ID.test(text);

/** An id without what was copied along with an address: a full stop, a bracket. @param {string} text */
const withoutTail = (text) => {
  const id = text.trim().replace(/[^a-z0-9]+$/, "");
  return isId(id) ? id : text.trim();
};

/**
 * @param {string} search the address from its question mark on
 * @returns {{ids: string[], malformed: string[], beyond: string[]}} each once; `beyond` are those after the sixth
 */
export function readIds(search) {
  const asked = [...new Set(askedIn(search).getAll("m").map(withoutTail).filter(Boolean))];
  const formed = asked.filter(isId);
  return { ids: formed.slice(0, MOST), malformed: asked.filter((m) => !isId(m)), beyond: formed.slice(MOST) };
}

/** @param {string[]} ids @returns {string} the address from its question mark on; empty for none */
export const writeIds = (ids) => (ids.length ? `?${ids.map((id) => `m=${id}`).join("&")}` : "");

const DOCUMENT = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Which documents are set side by side article by article, `?d=<id>&d=<id>`: at most two, each once.
 * @param {string} search @returns {string[]}
 */
export const readDocuments = (search) => [...new Set(askedIn(search).getAll("d").map((id) => id.trim()))].filter((id) => DOCUMENT.test(id)).slice(0, 2);

/** @param {...string} ids @returns {string} */
export const writeDocuments = (...ids) => `?${ids.map((id) => `d=${id}`).join("&")}`;

/** `list` with the item at `from` put at `to`. @template T @param {T[]} list @returns {T[]} */
export function moved(list, from, to) {
  const rest = list.filter((_, n) => n !== from);
  return [...rest.slice(0, to), list[from], ...rest.slice(to)];
}
