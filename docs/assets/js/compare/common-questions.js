/** The questions that the measures compared answer in common: question by measure, each clause with its sentences. */

import { el } from "../shared/dom.js";
import { langOf, letterOf, titleOf } from "./names.js";
import { say } from "./words.js";

const words = say.common;
const FIRST = 3; // questions in sight at once: the texts stand below them

/**
 * @typedef {{id: string, question: string, url: string, says: string, difference: ?string, sentences: number[]}} Answered
 * @typedef {{point: Answered, cells: (Answered|undefined)[]}} Row  a cell for each measure
 */

/**
 * The questions that two or more of the measures answer, those that most answer first.
 * @param {{points: Answered[]}[]} measures @returns {Row[]}
 */
export function rowsOf(measures) {
  const ids = [...new Set(measures.flatMap((m) => m.points.map((p) => p.id)))];
  const rows = ids.map((id) => measures.map((m) => m.points.find((p) => p.id === id))).map((cells) => ({ point: cells.find(Boolean), cells }));
  const breadth = (row) => row.cells.filter(Boolean).length;
  return rows.filter((row) => breadth(row) > 1).sort((a, b) => breadth(b) - breadth(a));
}

/**
 * The table, and what each measure answers alone. @param {any[]} measures @param {(path: string) => URL} address
 * @returns {HTMLElement[]} nothing where they answer no question
 */
export function common(measures, address) {
  const rows = rowsOf(measures);
  const shared = new Set(rows.map((row) => row.point.id));
  const alone = measures.map((m) => m.points.filter((p) => !shared.has(p.id)));
  const out = [];
  const scrolled = (some, caption) => el("div", { class: "pp-scroll", role: "group", "aria-label": caption, tabindex: "0" }, table(some, measures, address, caption));
  const [first, rest] = [rows.slice(0, FIRST), rows.slice(FIRST)];
  if (first.length) out.push(scrolled(first, words.caption));
  if (rest.length) out.push(el("details", { class: "pp-common__rest" }, el("summary", {}, words.rest(rest.length)), scrolled(rest, words.rest(rest.length))));
  if (alone.some((points) => points.length)) {
    out.push(el("details", { class: "pp-common__alone" }, el("summary", {}, rows.length ? words.alone : words.none),
      el("ul", { class: "pp-list" }, ...alone.flatMap((points, n) => points.map((p) => one(p, n, measures[n], address))))));
  }
  return out;
}

/** A column a measure, as the texts have them below; each question stands over its answers. */
function table(rows, measures, address, caption) {
  const head = el("tr", {}, ...measures.map((m, n) => el("th", { scope: "col", class: `pp-c${m.place.colour}` },
    letterOf(n), " ", el("span", { class: "pp-place" }, m.document.short), " ", el("span", { lang: langOf(m) }, titleOf(m)))));
  const bodies = rows.map(({ point, cells }) => el("tbody", { "data-point": point.id },
    el("tr", { class: "pp-common__question" }, el("th", { scope: "rowgroup", colspan: measures.length }, el("a", { href: address(point.url).href }, point.question),
      point.difference ? el("span", { class: "pp-reason" }, el("b", {}, words.difference), point.difference) : null)),
    el("tr", {}, ...cells.map((told, n) => cell(told, n, measures[n], address)))));
  return el("table", { class: "pp-table pp-common pp-places" }, el("caption", { class: "pp-vh" }, caption), el("thead", {}, head), ...bodies);
}

function cell(told, n, m, address) {
  const label = `${letterOf(n)} ${m.document.short}`;
  if (!told) return el("td", { "data-l": label, class: `pp-c${m.place.colour} pp-empty` }, el("span", { class: "pp-none" }, words.elsewhere));
  return el("td", { "data-l": label, class: `pp-c${m.place.colour}` }, el("div", {}, told.says, " ", ...ways(told, m, address)));
}

const one = (p, n, m, address) => el("li", {}, letterOf(n), " ", el("a", { href: address(p.url).href }, p.question), " ", p.says, " ", ...ways(p, m, address));

/** Links to the sentences that prove a clause; to the measure where its heading does. */
function ways({ sentences }, m, address) {
  const page = `measures/${m.id}/`;
  if (!sentences.length) return [el("a", { class: "pp-small", href: address(page).href }, words.heading)];
  return sentences.flatMap((s) => [el("a", { class: "pp-small", href: address(`${page}#s${s}`).href }, words.sentence(s)), " "]);
}
