/** The questions above the sentences: each with what every place answers in a line, and the difference. */

import { early } from "./early.js";
import { el, marked } from "../shared/dom.js";
import { address } from "../shared/fetching.js";
import { rangesOf, segments } from "./hit-ranges.js";
import { cellsOf, match, prepare } from "./points.js";
import { say } from "./words.js";

const SHOWN = 3;
const NAMED = 12; // documents that share a line, at most; the others are counted
const ANSWERED = "answered";

let first = early.points;
let fetched = null;
let ready = null;

/** The questions as they come, fetched with the first query. @returns {Promise<import("./points.js").Raw>} */
function loadPoints() {
  fetched ??= (first ?? fetch(address("assets/search/points.json"))).then((response) => {
    if (!response.ok) throw new Error(`${response.status} points.json`);
    return response.json();
  });
  return fetched.catch((error) => {
    fetched = first = null;
    throw error;
  });
}

/** @param {(text: string) => string} fold @returns {Promise<ReturnType<typeof prepare>>} */
async function load(fold) {
  const raw = await loadPoints();
  ready ??= prepare(raw, fold);
  return ready;
}

/**
 * What is to be shown for a search: nothing where filters ask for something that no question has.
 * @param {import("./state.js").State} state @param {{synonyms: any[]}} catalogue @param {(text: string) => string} fold
 * @returns {Promise<Node[]>}
 */
export async function answers({ q, selection }, catalogue, fold) {
  if (!q || selection.agency.length || selection.role.length) return [];
  const prepared = await load(fold);
  const found = match(q, prepared, catalogue.synonyms).filter(({ point }) => !selection.topic.length || selection.topic.includes(topicOf(point)));
  if (!found.length) return [];
  const rows = found.slice(0, SHOWN).map((m) => one(m, prepared.raw, fold));
  return [
    el("p", { class: "pp-replies__head" }, el("b", {}, say.points.head), " ", el("a", { class: "pp-screen", href: "#pp-status" }, say.points.toSentences)),
    ...rows,
    found.length > SHOWN ? el("p", { class: "pp-screen" }, el("a", { href: address(`questions/?${new URLSearchParams({ q })}`).href }, say.points.more(found.length - SHOWN))) : null,
  ].filter(Boolean);
}

const topicOf = (point) => point.id.split("/")[0];

function one({ point, marks }, raw, fold) {
  const shown = (text, met) => marked(segments(text, rangesOf(text, met, fold)));
  const words = marks.filter((mark) => [...mark].length > 1); // a lone character says something in a question only
  return el("article", { class: "pp-reply", "data-point": point.id },
    el("h3", { class: "pp-reply__question" }, el("a", { href: address(point.url).href }, ...shown(point.question, marks)), " ",
      el("a", { class: "pp-reply__topic", href: address(`topics/${topicOf(point)}/`).href }, raw.topics[topicOf(point)])),
    el("dl", { class: "pp-reply__places" }, ...lines(point, raw).map(({ documents, said, none }) => el("div", {},
      el("dt", {}, ...documents.slice(0, NAMED).flatMap((d) => [el("span", { class: `pp-place pp-c${d.colour}` }, d.short), " "]),
        documents.length > NAMED ? say.points.andSo(documents.length) : null),
      el("dd", { class: none ? "pp-none" : null }, ...(none ? [said] : shown(said, words)))))),
    point.difference ? el("p", { class: "pp-reply__difference" }, el("b", {}, say.points.difference), ...shown(point.difference, words)) : null);
}

/**
 * A line for each document that answers; those that are silent, cannot be asked or are not yet read share one each.
 * @param {import("./points.js").Point} point @param {import("./points.js").Raw} raw
 * @returns {{documents: import("./points.js").Document[], said: string, none: boolean}[]}
 */
export function lines(point, raw) {
  const told = [];
  const rest = new Map();
  for (const [document, state, says] of cellsOf(point, raw)) {
    const name = raw.states[state];
    if (name === ANSWERED) {
      told.push({ documents: [raw.documents[document]], said: says, none: false });
      continue;
    }
    const said = say.points.states[name] + (says ? say.points.why(says) : "");
    if (!rest.has(said)) rest.set(said, { documents: [], said, none: true });
    rest.get(said).documents.push(raw.documents[document]);
  }
  return [...told, ...rest.values()];
}
