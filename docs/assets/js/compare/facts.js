/** What differs, on top: dates, wording, targets, bodies by functional line, and what is known of each two. */

import { el } from "../shared/dom.js";
import { langOf, letterOf, titleOf } from "./names.js";
import { say } from "./words.js";

const words = say.facts;

const none = (text) => el("span", { class: "pp-none" }, text);

/** The table of differences. @param {any[]} measures @param {URL[]} links to their pages @param {(path: string) => URL} address */
export function table(measures, address) {
  const head = el("tr", {}, el("th", { scope: "col" }, el("span", { class: "pp-vh" }, words.what)),
    ...measures.map((m, n) => el("th", { scope: "col", class: `pp-c${m.place.colour}` },
      letterOf(n), " ", el("span", { class: "pp-place" }, m.document.short), " ", el("span", { lang: langOf(m) }, titleOf(m)))));
  const cell = (m, n, held, absent) => el("td", { "data-l": `${letterOf(n)} ${m.document.short}`, class: `pp-c${m.place.colour}${held ? "" : " pp-empty"}` }, ...(held ?? [none(absent)]));
  const row = (name, cells, absent = "—") => el("tr", {}, el("th", { scope: "row" }, name), ...measures.map((m, n) => cell(m, n, cells[n], absent)));
  const rows = [
    row(words.document, measures.map((m) => [el("a", { href: address(`documents/${m.document.id}/`).href, lang: langOf(m) }, m.document.source)])),
    row(words.date, measures.map((m) => [m.date ? el("time", { datetime: m.date }, m.dateLabel) : none(words.undated)])),
    row(words.goals, measures.map((m) => (m.targets.length + m.bounds.length ? [goals(m)] : null)), words.noGoals),
    row(words.wording, measures.map((m) => [wording(m)])),
    ...lines(measures).map(({ name, cells }) => row(name, cells.map((held, n) => bodies(held, measures[n], address)))),
  ];
  return el("table", { class: "pp-table pp-differ pp-places" }, el("caption", { class: "pp-vh" }, words.caption), el("thead", {}, head), el("tbody", {}, ...rows));
}

const goals = (m) => el("ul", { class: "pp-plain", lang: langOf(m) }, ...m.targets.map((t) => el("li", {}, t.quote, t.goal || t.deadline
  ? el("span", { class: "pp-reason", lang: "zh-Hans" }, t.goal ? el("span", { lang: langOf(m) }, t.goal) : null,
    t.goal && t.deadline ? words.comma : null, t.deadline ? words.due(t.deadline) : null) : null)),
...m.bounds.map((x) => el("li", {}, x.quote, el("span", { class: "pp-reason", lang: "zh-Hans" }, x.kind))));

function wording(m) {
  const told = Object.entries(words.kinds).filter(([kind]) => m.wording[kind]).map(([kind, name]) => words.times(name, m.wording[kind]));
  return el("span", {}, told.join(words.comma) || words.noSuchWords, el("span", { class: "pp-reason" }, words.whole([...m.text].length)));
}

/** Functional lines, those that most measures have first; names of no line together at the end. */
export function lines(measures) {
  const found = new Map();
  measures.forEach((m, n) => m.duties.forEach((d) => {
    const key = d.line ?? "";
    if (!found.has(key)) found.set(key, { name: d.lineName ?? words.noLine, cells: measures.map(() => []) });
    const cell = found.get(key).cells[n];
    if (!cell.some((o) => o.printed === d.printed && o.role === d.role)) cell.push(d);
  }));
  const breadth = (row) => row.cells.filter((c) => c.length).length;
  return [...found].sort(([a, x], [b, y]) => (a === "") - (b === "") || breadth(y) - breadth(x)).map(([, row]) => row);
}

function bodies(held, measure, address) {
  if (!held.length) return null;
  return held.map((d) => el("span", { class: "pp-line" },
    d.agency ? el("a", { href: address(`agencies/${d.agency}/`).href, lang: langOf(measure), title: d.name }, d.printed) : el("span", { lang: langOf(measure) }, d.printed),
    " ", el("span", { class: "pp-small pp-role" }, d.role)));
}

/** What an editor, or the method, says of each two of the measures. @returns {HTMLElement[]} list items */
export function relations(measures, address) {
  const found = [];
  measures.forEach((a, i) => measures.forEach((b, j) => {
    const pair = i < j && a.counterparts.find((c) => c.id === b.id);
    if (!pair) return;
    const ends = [a, b].map((m) => el("span", { lang: langOf(m) }, `${m.document.short} ${m.printed}`));
    const editor = pair.basis === "editor";
    found.push(el("li", {}, ends[0], words.and, ends[1], words.colon, editor ? words.judged(pair) : words.maybe,
      el("span", { class: `pp-basis pp-basis--${editor ? "editor" : "computed"}` }, editor ? say.by.editor : say.by.computed), " ",
      el("a", { class: "pp-small", href: address("method/#counterparts").href }, say.howFound)));
  }));
  return found;
}
