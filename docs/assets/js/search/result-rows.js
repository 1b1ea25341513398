/** The rows of the result list. */

import { el, marked } from "../shared/dom.js";
import { address } from "../shared/fetching.js";
import { langOf } from "../shared/form.js";
import { excerpt, rangesOf, segments } from "./hit-ranges.js";
import { unparse } from "./query.js";
import { say } from "./words.js";

const WHY = say.why;

const LONG = 40;

/** The beginning of what is too long to be said whole. @param {string} text @returns {string} */
export const shortened = (text) => ([...text].length > LONG ? `${[...text].slice(0, LONG).join("")}…` : text);

/** How a result matched, in words. @param {import("./run-search.js").Result} result @returns {string} */
export function whyOf(result) {
  if (!result.why) return "";
  const detail = { pieces: `：${shortened(result.marks.join("、"))}`, synonym: `：${result.via}` }[result.why] ?? "";
  return WHY[result.why] + detail;
}

/** A date as 2015年1月27日. @param {?string} iso @returns {string} */
export const dateOf = (iso) => say.date((iso ?? "").split("-").map((part) => part && Number(part)));

/** When a document is from, and how we know. @param {import("./catalogue.js").Document} document @returns {HTMLElement} */
function dated({ date, year }) {
  if (date) return el("time", { datetime: date }, dateOf(date));
  return el("span", { class: "pp-none" }, year ? say.byNumber(year) : say.undated);
}

/** Where a result stands: a measure's page, or a passage's place in its document. @returns {URL} */
export const placeOf = ({ id, ref, label, document }) =>
  address(label ? `documents/${document.id}/#${ref}` : `measures/${id}/`);

const LONGEST = 60; // characters to be marked that an address holds

/** Where a result stands, told what to mark there. @param {import("./run-search.js").Result} result @returns {URL} */
export function linkTo(result, q) {
  const url = placeOf(result.page);
  const marks = result.why === "phrase" || result.why === "words" ? q : unparse(result.marks);
  if (marks) url.searchParams.set("hl", marks.slice(0, LONGEST));
  return url;
}

/**
 * A row; heading and excerpt follow when `fill` is called, for texts are fetched when their rows are to be seen.
 * @param {import("./run-search.js").Result} result @param {import("./state.js").State} state @param {Map<string, any>} places
 * @returns {HTMLElement}
 */
export function row(result, { q, grouped }, places) {
  const { id, ref, label, document } = result.page;
  const place = places.get(document.place);
  const lang = langOf(document.lang);
  const why = whyOf(result);
  return el("li", { class: "pp-result", [label ? "data-passage" : "data-measure"]: id },
    el("p", { class: "pp-result__over" },
      el("span", { class: `pp-place pp-c${place.colour}` }, document.short), " ",
      el("span", { class: "pp-result__document", lang }, document.title), " ",
      dated(document)),
    el(grouped ? "h4" : "h3", { class: "pp-result__heading" }, el("a", { href: linkTo(result, q).href, lang }, label ?? ref)),
    el("p", { class: "pp-result__text", lang }),
    el("div", { class: "pp-result__foot" },
      label ? null : el("button", { class: "pp-add", type: "button", "data-add": id, "data-label": `${document.short} ${ref}`, "aria-pressed": "false", lang }, say.add),
      why ? el("p", { class: `pp-result__why pp-result__why--${result.why}` }, why) : null));
}

/**
 * Put heading and excerpt into a row. @param {HTMLElement} item @param {import("./run-search.js").Result} result
 * @param {import("../shared/fetching.js").Printed} printed @param {(text: string) => string} fold
 */
export function fill(item, result, { number, heading, text }, fold) {
  const add = item.querySelector("[data-add]");
  if (add) add.dataset.label = `${add.dataset.label.split(" ")[0]} ${number}${heading}`;
  const inHeading = segments(heading, rangesOf(heading, result.marks, fold));
  item.querySelector("a").replaceChildren(el("span", { class: "pp-entry__n" }, number), ...marked(inHeading));
  item.querySelector(".pp-result__text").replaceChildren(...marked(excerpt(text, rangesOf(text, result.marks, fold))));
}

/**
 * The rows in one list, or one list a place or a document under its name; in the order in which each is first met.
 * @param {{result: import("./run-search.js").Result, item: HTMLElement}[]} rows @param {import("./state.js").State["grouped"]} grouped
 * @param {Map<string, any>} places @returns {Node[]}
 */
export function lists(rows, grouped, places) {
  if (!grouped) return [el("ol", { class: "pp-results" }, ...rows.map((r) => r.item))];
  const groups = new Map();
  for (const { result, item } of rows) {
    const { document } = result.page;
    const key = grouped === "place" ? document.place : document;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  const title = (key) => (grouped === "place" ? el("span", { class: `pp-place pp-c${places.get(key).colour}` }, places.get(key).name) : el("span", { lang: langOf(key.lang) }, key.title));
  return [...groups].map(([key, items]) => el("section", { class: `pp-results__group pp-results__group--${grouped}` },
    el("h3", { class: "pp-results__title" }, title(key), " ", el("span", { class: "pp-count" }, say.places(items.length))),
    el("ol", { class: "pp-results" }, ...items)));
}
