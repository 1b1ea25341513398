/**
 * Two documents article by article, named by the address (`?d=<id>&d=<id>`, in the order of the first), where they have no
 * table of their own: what the program found, drawn as those tables are.
 */

import { csv, download } from "../shared/csv.js";
import { el } from "../shared/dom.js";
import { address } from "../shared/fetching.js";
import { keeping, langOf, naming } from "../shared/form.js";
import { apart } from "../shared/page-address.js";
import { loadDocument } from "./data.js";
import { writeDocuments } from "./state.js";
import { say } from "./words.js";

/** @typedef {{ref: string, printed: string, name: string, text: string, first: string}} Measure */
/** @typedef {{measure: Measure, found: {measure: Measure, score: number}[]}} Row */

/** Every measure of a document with what the program found in another. @returns {Row[]} */
export function rowsOf(own, other) {
  const there = new Map(other.measures.map((m) => [`${other.id}/${m.ref}`, m]));
  return own.measures.map((measure) => {
    const near = (own.maybe[measure.ref] ?? []).filter(([id]) => there.has(id));
    return { measure, found: near.map(([id, score]) => ({ measure: there.get(id), score })) };
  });
}

/** Those of the other document that stand in no row. @param {Row[]} rows @returns {Measure[]} */
export function unfound(rows, other) {
  const shown = new Set(rows.flatMap(({ found }) => found.map(({ measure }) => measure.ref)));
  return other.measures.filter(({ ref }) => !shown.has(ref));
}

const titled = (m) => m.printed + m.name;
const page = (d, m) => address(`measures/${d.id}/${m.ref}/`).href;
const link = (d, m) => el("a", { href: page(d, m), lang: langOf(d.lang) }, titled(m));
const chip = (d) => el("span", { class: `pp-place pp-c${d.place.colour}` }, d.short);
const cited = (d) => el("a", { href: address(`documents/${d.id}/`).href, lang: langOf(d.lang) }, `《${d.title}》`);
const name = (d, m) => el("p", { class: "pp-doctable__name" }, el("span", { class: "pp-mobile" }, chip(d), " "), link(d, m));
const text = (d, m) => el("div", { class: "pp-doctext", lang: langOf(d.lang) }, ...m.text.split("\n").filter((line) => line.trim()).map((line) => el("p", {}, line)));

function match(own, row, other, { measure }) {
  const both = address(`compare/?m=${own.id}/${row.measure.ref}&m=${other.id}/${measure.ref}`).href;
  const folded = el("details", { class: "pp-fold" },
    el("summary", {}, el("span", { class: "pp-fold__first", lang: langOf(other.lang) }, measure.first), " ",
      el("span", { class: "pp-fold__more" }, el("span", { class: "pp-fold__count" }, say.facts.whole([...measure.text].length)))),
    text(other, measure));
  return el("div", { class: "pp-match pp-match--computed" }, name(other, measure),
    el("p", { class: "pp-small" }, say.table.maybe, " ", el("span", { class: "pp-basis pp-basis--computed" }, say.by.computed), " ", el("a", { href: both }, say.table.beside)),
    measure.first ? folded : text(other, measure));
}

/** The id of a row, as addresses.py has it. @param {Measure} m */
const anchor = (m) => `m-${m.ref.replaceAll(".", "-")}`;
const kind = (row) => (row.found.length ? "matched" : "alone");

function bodyRow(own, other, row) {
  return el("tr", { id: anchor(row.measure), "data-row": kind(row) },
    el("td", { class: `pp-c${own.place.colour}` }, el("div", { class: "pp-doctable__own" }, name(own, row.measure), text(own, row.measure))),
    el("td", { class: `pp-c${other.place.colour}` }, ...row.found.map((m) => match(own, row, other, m)), row.found.length ? null : el("p", { class: "pp-silence" }, say.table.notFound)));
}

function contents(own, rows) {
  const line = (row) => el("li", { "data-row": kind(row) }, el("a", { href: `#${anchor(row.measure)}`, lang: langOf(own.lang) }, titled(row.measure)),
    ...(row.found.length ? [] : [" ", el("span", { class: "pp-small" }, say.table.notFound)]));
  return el("details", { class: "pp-doctable__toc pp-screen" }, el("summary", {}, say.table.contents), el("ol", { class: "pp-plain" }, ...rows.map(line)));
}

function choices(own, other) {
  const labels = [["", say.table.all], ["matched", say.table.found], ["alone", say.table.alone(own.short)], ["lacking", say.table.alone(other.short)]];
  return el("div", { class: "pp-filterbar", "data-rows": true },
    ...labels.map(([value, said]) => el("label", {}, el("input", { type: "radio", name: "show", value, checked: value === "" }), " ", said)),
    el("span", { role: "status", "data-count": true }));
}

/** The same as a table for spreadsheets, with the columns of the tables that are made. */
function sheet(own, other, rows, rest) {
  const cells = (d, m) => [m.printed, m.name, m.text, page(d, m)];
  const none = ["", "", "", ""];
  return [
    say.table.heads,
    ...rows.flatMap(({ measure, found }) => (found.length
      ? found.map((f) => [...cells(own, measure), say.table.maybe, say.by.computed, "", f.score, ...cells(other, f.measure)])
      : [[...cells(own, measure), say.table.notFound, say.by.computed, "", "", ...none]])),
    ...rest.map((m) => [...none, say.table.notFound, say.by.computed, "", "", ...cells(other, m)]),
  ];
}

function drawn(own, other) {
  const rows = rowsOf(own, other);
  const rest = unfound(rows, other);
  const answered = rows.filter(({ found }) => found.length).length;
  const turned = el("a", { href: keeping(writeDocuments(other.id, own.id)), class: "pp-screen" }, say.table.turned);
  const file = el("button", { type: "button" }, say.table.csv);
  file.addEventListener("click", () => download(`${say.table.file(own.id, other.id)}.csv`, csv(sheet(own, other, rows, rest))));
  return [
    el("h2", { id: "table", tabindex: "-1" }, say.table.against(own.short, other.short)),
    el("p", {}, ...say.table.lede(cited(own), cited(other)), " ", turned),
    el("p", {}, own.place.id === other.place.id ? say.table.samePlace : say.table.counted(own.short, rows.length, answered)),
    el("p", { class: "pp-get" }, file, " ", el("span", { class: "pp-small" }, say.table.cite(naming(`${location.origin}${location.pathname}${writeDocuments(own.id, other.id)}`)))),
    choices(own, other),
    contents(own, rows),
    el("table", { class: "pp-table pp-doctable__table" },
      el("thead", {}, el("tr", {}, ...[own, other].map((d) => el("th", { scope: "col" }, chip(d))))),
      el("tbody", {}, ...rows.map((row) => bodyRow(own, other, row)))),
    el("section", { "aria-labelledby": "lacking" }, el("h2", { id: "lacking" }, say.table.rest(other.short)),
      rest.length ? el("ul", { class: `pp-list pp-c${other.place.colour}` }, ...rest.map((m) => el("li", {}, link(other, m)))) : el("p", {}, say.table.noRest)),
  ];
}

/**
 * Draw the table of two documents into `place`, or go to the one they have.
 * @param {HTMLElement} place @param {string} first @param {string} second
 */
export async function tabled(place, first, second) {
  place.hidden = false;
  place.setAttribute("aria-busy", "true");
  const both = await Promise.all([first, second].map(loadDocument));
  place.setAttribute("aria-busy", "false");
  const missing = [first, second].filter((_, n) => !both[n]);
  if (missing.length) {
    place.replaceChildren(el("p", { class: "pp-silence", role: "alert" }, say.table.unknown(missing)));
    return;
  }
  const [own, other] = both;
  if (own.tables.includes(other.id)) {
    location.replace(naming(address(`compare/${own.id}/${other.id}/`).href));
    return;
  }
  document.title = `${say.table.against(own.short, other.short)}｜${say.table.name} · ${document.title}`;
  place.replaceChildren(...drawn(own, other));
  await apart(() => import("./filter-rows.js"));
}
