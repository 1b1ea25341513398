/** What differs, on top: dates, wording, targets, bodies by functional line, and what is known of each two. */

import { el } from "../shared/dom.js";
import { langOf, letterOf, titleOf } from "./names.js";

const WORDING = { mandatory: "须做到", encouraging: "鼓励支持", exploratory: "探索试行" };
const STRENGTH = { strong: "密切对应", partial: "部分对应" };

const none = (text) => el("span", { class: "pp-none" }, text);

/** The table of differences. @param {any[]} measures @param {URL[]} links to their pages @param {(path: string) => URL} address */
export function table(measures, address) {
  const head = el("tr", {}, el("th", { scope: "col" }, el("span", { class: "pp-vh" }, "比什么")),
    ...measures.map((m, n) => el("th", { scope: "col", class: `pp-c${m.place.colour}` },
      letterOf(n), " ", el("span", { class: "pp-place" }, m.document.short), " ", el("span", { lang: langOf(m) }, titleOf(m)))));
  const cell = (m, n, held, absent) => el("td", { "data-l": `${letterOf(n)} ${m.document.short}`, class: `pp-c${m.place.colour}${held ? "" : " pp-empty"}` }, ...(held ?? [none(absent)]));
  const row = (name, cells, absent = "—") => el("tr", {}, el("th", { scope: "row" }, name), ...measures.map((m, n) => cell(m, n, cells[n], absent)));
  const rows = [
    row("文件", measures.map((m) => [el("a", { href: address(`documents/${m.document.id}/`).href, lang: langOf(m) }, m.document.source)])),
    row("日期", measures.map((m) => [m.date ? el("time", { datetime: m.date }, m.dateLabel) : none("原文未载")])),
    row("数字与期限", measures.map((m) => (m.targets.length ? [goals(m)] : null)), "未写"),
    row("措辞", measures.map((m) => [wording(m)])),
    ...lines(measures).map(({ name, cells }) => row(name, cells.map((held, n) => bodies(held, measures[n], address)))),
  ];
  return el("table", { class: "pp-table pp-differ pp-places" }, el("caption", { class: "pp-vh" }, "先看差别：日期、指标、措辞、各条线的单位"), el("thead", {}, head), el("tbody", {}, ...rows));
}

const goals = (m) => el("ul", { class: "pp-plain", lang: langOf(m) }, ...m.targets.map((t) => el("li", {}, t.quote, t.goal || t.deadline
  ? el("span", { class: "pp-reason", lang: "zh-Hans" }, t.goal ? el("span", { lang: langOf(m) }, t.goal) : null,
    t.goal && t.deadline ? "，" : null, t.deadline ? `期限 ${t.deadline}` : null) : null)));

function wording(m) {
  const told = Object.entries(WORDING).filter(([kind]) => m.wording[kind]).map(([kind, name]) => `${name} ${m.wording[kind]} 处`);
  return el("span", {}, told.join("，") || "没有此类词", el("span", { class: "pp-reason" }, `全条 ${[...m.text].length} 字`));
}

/** Functional lines, those that most measures have first; names of no line together at the end. */
export function lines(measures) {
  const found = new Map();
  measures.forEach((m, n) => m.duties.forEach((d) => {
    const key = d.line ?? "";
    if (!found.has(key)) found.set(key, { name: d.lineName ?? "泛指或未对应", cells: measures.map(() => []) });
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
    found.push(el("li", {}, ends[0], " 与 ", ends[1], "：", editor ? `${STRENGTH[pair.strength] ?? pair.strength}。${pair.why ?? ""} ` : "可能对应 ",
      el("span", { class: `pp-basis pp-basis--${editor ? "editor" : "computed"}` }, editor ? "编者" : "计算"), " ",
      el("a", { class: "pp-small", href: address("method/#counterparts").href }, `相似度 ${pair.score.toFixed(2)}`)));
  }));
  return found;
}
