/** The results as a table for spreadsheets. */

import { csv, download } from "../shared/csv.js";
import { loadText } from "../shared/fetching.js";
import { excerpt, rangesOf } from "./hit-ranges.js";
import { placeOf, whyOf } from "./result-rows.js";
import { say } from "./words.js";

const HEAD = say.table.head;
const MOST = 1000;

/**
 * Hand the reader the first thousand results, in the order shown.
 * @param {import("./run-search.js").Result[]} results @param {string} q @param {Map<string, any>} places
 * @param {(text: string) => string} fold
 */
export async function downloadTable(results, q, places, fold) {
  const lines = await Promise.all(results.slice(0, MOST).map(async (result, n) => {
    const { document } = result.page;
    const { number, heading, text } = await loadText(result.page);
    const part = excerpt(text, rangesOf(text, result.marks, fold)).map((s) => s.text).join("");
    return [n + 1, places.get(document.place).name, document.title, document.number, document.date, number, heading,
      whyOf(result), part, placeOf(result.page).href];
  }));
  download(say.table.file(q).replace(/[\\/:*?"<>|\s]/g, "_"), csv([HEAD, ...lines]));
}
