/** Findings as elements. */

import { el } from "../shared/dom.js";
import { address } from "../shared/fetching.js";
import { langOf } from "../shared/form.js";
import { say } from "./words.js";

/** @param {{piece: string, findings: import("./judge.js").Finding[]}} result @param {?number} number of the piece */
export function show({ piece, findings }, number) {
  const head = number === null ? null : el("h2", { id: `piece-${number}` }, say.piece(number));
  if (!findings.length) {
    return el("section", { class: "pp-checked", "data-verdict": "none" }, head, el("p", {}, say.none), el("blockquote", {}, piece));
  }
  return el("section", { class: "pp-checked", "data-verdict": findings[0].verdict }, head, ...findings.map(one));
}

const SAID = 200; // characters of what was set aside

/** What was not looked up, said so that a verdict is not taken for one on all of it. @param {string[]} rest @returns {Node[]} */
export function aside(rest) {
  if (!rest.length) return [];
  const short = (said) => ([...said].length > SAID ? `${[...said].slice(0, SAID).join("")}……` : said);
  return [el("section", { class: "pp-aside pp-small" }, el("p", {}, say.aside), el("ul", {}, ...rest.map((said) => el("li", {}, short(said)))))];
}

/** @param {import("./judge.js").Finding} f */
function one(f) {
  const differs = f.verdict === "marks" || f.verdict === "words";
  return el("article", { class: "pp-card", "data-measure": f.measure?.id },
    el("p", { class: `pp-verdict pp-verdict--${f.verdict}` }, say.verdicts[f.verdict](f.changes)),
    differs ? row(say.quoted, f.quoted, "del", null) : null,
    row(say.printed, f.printed, "ins", langOf(f.source.lang)),
    where(f));
}

/** A line of characters, those that differ marked by more than colour. */
function row(label, runs, tag, lang) {
  const parts = runs.map(({ text, differs }) => (differs ? el(tag, {}, text) : text));
  return el("p", { class: "pp-checked__row" }, el("span", { class: "pp-small" }, label), " ", el("span", { lang, class: "pp-checked__text" }, ...parts));
}

function where({ source, measure, sentences, place }) {
  const lang = langOf(source.lang);
  const document = el("a", { href: address(`documents/${source.id}/`).href, lang }, source.number ?? source.title);
  const offsets = el("span", { class: "pp-small" }, say.offsets(place[0] + 1, place[1]));
  if (!measure) return el("p", {}, `${source.place} `, document, say.outside, offsets);
  const [first, last] = sentences;
  const link = el("a", { href: address(`measures/${measure.id}/#s${first}`).href, lang }, `${measure.number}${measure.name}`);
  return el("p", {}, `${source.place} `, document, " ", link, ` ${say.sentences(first, last)} `, offsets);
}
