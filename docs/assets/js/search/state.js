/** What is searched for, as it stands in the address. */

import { GROUPS } from "./catalogue.js";
import { askedIn } from "../shared/page-address.js";

/** @typedef {"place"|"document"} Grouping */
const GROUPINGS = ["place", "document"];

/**
 * @typedef {object} State
 * @property {string} q
 * @property {import("./catalogue.js").Selection} selection
 * @property {string[]} syn        synonyms the reader asked for
 * @property {"relevance"|"date"} sort
 * @property {""|Grouping} grouped     what the list is set apart by
 */

/** @param {string} search the address from its question mark on @returns {State} */
export function readState(search) {
  const params = askedIn(search);
  const all = (name) => [...new Set(params.getAll(name).filter(Boolean))];
  return {
    q: (params.get("q") ?? "").trim(),
    selection: Object.fromEntries(GROUPS.map((g) => [g, all(g)])),
    syn: all("syn"),
    sort: params.get("sort") === "date" ? "date" : "relevance",
    grouped: GROUPINGS.find((g) => g === params.get("group")) ?? "",
  };
}

/** @param {State} state @returns {string} the address from its question mark on; empty where nothing is asked */
export function writeState({ q, selection, syn, sort, grouped }) {
  const params = new URLSearchParams();
  if (q) params.append("q", q);
  GROUPS.forEach((g) => selection[g].forEach((value) => params.append(g, value)));
  syn.forEach((term) => params.append("syn", term));
  if (sort === "date") params.append("sort", sort);
  if (grouped) params.append("group", grouped);
  const written = String(params);
  return written ? `?${written}` : "";
}

const LONGEST = 200; // characters of a query in an address: each takes nine there, and some servers take no more than 8,000

/** The address as it is shown: a text pasted as a query stays out of it. @param {State} state @returns {string} */
export const addressOf = (state) => writeState(state.q.length > LONGEST ? { ...state, q: "" } : state);

/** @param {State} state @returns {boolean} */
export const isFiltered = (state) => GROUPS.some((g) => state.selection[g].length);
