/** The findings as a table for spreadsheets: a row for each piece of evidence, for each silence and each shared sentence. */

import { csv, download } from "../shared/csv.js";
import { address } from "../shared/fetching.js";
import { lacking } from "./lacking.js";
import { say } from "./words.js";

/** @param {import("./page.js").Found} found @returns {unknown[][]} with its head */
export function rowsOf({ draft, bearing, shared, fold }) {
  const rows = [say.csv.head];
  for (const { point, sentence, why } of bearing) {
    const lacks = lacking(draft, point.cells, fold);
    for (const { document, state, says, quotes } of point.cells) {
      const told = [point.question, address(point.url).href, say.csv.why(sentence + 1, why), document.short, say.states[state] ?? say.answered, says];
      const absent = lacks.map(({ kind, by }) => ({ kind, words: by.find((b) => b.document === document)?.words ?? [] })).filter((l) => l.words.length)
        .map(({ kind, words }) => say.kinds[kind] + say.colon + words.join(say.comma)).join(say.semicolon);
      if (!quotes.length) rows.push([...told, "", "", address(`documents/${document.id}/`).href, ""]);
      quotes.forEach((q, n) => rows.push([...told, q.text, say.cited(document.title, document.number, q.of), address(q.place).href, n ? "" : absent]));
    }
  }
  for (const { source, measure, sentence, from, to } of shared) {
    const place = measure ? `measures/${measure.id}/#s${sentence}` : `documents/${source.id}/`;
    rows.push([say.csv.shared, "", "", source.place, "", "", source.shown.slice(from, to).join("").trim(), say.cited(source.title, source.number, measure ? measure.number + measure.name : say.outside), address(place).href, ""]);
  }
  return rows;
}

/** @param {import("./page.js").Found} found */
export const downloadTable = (found) => download(say.csv.file, csv(rowsOf(found)));
