/**
 * What is to be said of a quotation: where it stands, and in what it differs.
 *
 * @typedef {"same"|"form"|"marks"|"words"} Verdict  to the letter, as received or as read; but for script, width, case or spaces; but for
 *     punctuation; in words
 * @typedef {{text: string, differs: boolean}} Run
 * @typedef {object} Finding
 * @property {import("./texts.js").Source} source
 * @property {Verdict} verdict
 * @property {number} changes  how many characters differ
 * @property {Run[]} quoted @property {Run[]} printed
 * @property {[number, number]} place  of the passage in the source, in code points
 * @property {?import("./texts.js").Measure} measure @property {number[]} sentences  first and last, from 1
 */

import { exact, nearest, rowsOf } from "./find.js";
import { isMark, normal } from "./texts.js";

const MOST = 12;

/**
 * A function that looks a quotation up in all sources.
 * @param {import("./texts.js").Source[]} sources @param {(text: string) => string} fold
 * @returns {(piece: string, loose: boolean, whole?: boolean) => Finding[]} `whole`: only where all of it stands to the letter
 */
export function judge(sources, fold) {
  const prepared = new Map();
  const ready = (loose) => {
    if (!prepared.has(loose)) {
      prepared.set(loose, sources.map((source) => {
        const { chars, places } = normal(source.letters, fold, loose);
        return { source, chars, places, rows: rowsOf(chars) };
      }));
    }
    return prepared.get(loose);
  };
  return (piece, loose, only = false) => {
    const letters = [...piece];
    const quotation = normal(letters, fold, loose);
    if (!quotation.chars.length) return [];
    const whole = ready(loose).flatMap((r) => exact(quotation.chars, r.chars, r.rows).map((m) => finding(r, letters, quotation, m)));
    if (whole.length) return whole.sort((a, b) => (a.verdict === "same" ? 0 : 1) - (b.verdict === "same" ? 0 : 1)).slice(0, MOST);
    if (only) return [];
    return nearest(quotation.chars, ready(loose)).map(([r, m]) => finding(r, letters, quotation, m));
  };
}

/** @returns {Finding} */
function finding({ source, chars, places }, letters, quotation, match) {
  const place = [places[match.from], places[match.to - 1] + 1];
  const differing = match.steps.filter((s) => s.kind !== "same");
  const words = differing.filter((s) => !isMark(s.kind === "missing" ? chars[s.printed] : quotation.chars[s.quoted])
    || (s.kind === "changed" && !isMark(chars[s.printed])));
  const alike = [source.letters, source.read].some((form) => letters.join("").trim() === form.slice(...place).join(""));
  const measure = source.measures.find((m) => m.place[0] <= place[0] && place[0] < m.place[1]) ?? null;
  return {
    source,
    verdict: words.length ? "words" : differing.length ? "marks" : alike ? "same" : "form",
    changes: differing.length,
    quoted: runs(letters, 0, letters.length, marked(match.steps, "missing", (s) => quotation.places[s.quoted])),
    printed: runs(source.shown, ...place, marked(match.steps, "added", (s) => places[s.printed])),
    place,
    measure,
    sentences: measure ? [place[0], Math.min(place[1], measure.place[1]) - 1].map((at) => measure.sentences.filter((s) => s <= at).length) : [],
  };
}

const marked = (steps, except, where) => new Set(steps.filter((s) => s.kind !== "same" && s.kind !== except).map(where));

/** A stretch cut where marking begins and ends. @returns {Run[]} */
function runs(letters, from, to, places) {
  const out = [];
  for (let at = from; at < to; at += 1) {
    const differs = places.has(at);
    if (out.at(-1)?.differs === differs) out.at(-1).text += letters[at];
    else out.push({ text: letters[at], differs });
  }
  return out;
}
