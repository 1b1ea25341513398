/** Findings as elements. */

import { el } from "../shared/dom.js";
import { address } from "../shared/engine.js";

const SAID = {
  same: () => "一字不差",
  form: () => "文字相同，只是字体（简繁）、全半角或空格不同",
  marks: (n) => `文字相同，有 ${n} 处标点不同`,
  words: (n) => `有 ${n} 个字符不同`,
};

/** @param {{piece: string, findings: import("./judge.js").Finding[]}} result @param {?number} number of the piece */
export function show({ piece, findings }, number) {
  const head = number === null ? null : el("h2", { id: `piece-${number}` }, `第 ${number} 段`);
  if (!findings.length) {
    const say = "收录的原文里没有这段话，也没有相近的。可能出自未收录的文件，或引用时改动较多。";
    return el("section", { class: "pp-checked", "data-verdict": "none" }, head, el("p", {}, say), el("blockquote", {}, piece));
  }
  return el("section", { class: "pp-checked", "data-verdict": findings[0].verdict }, head, ...findings.map(one));
}

/** @param {import("./judge.js").Finding} f */
function one(f) {
  const differs = f.verdict === "marks" || f.verdict === "words";
  return el("article", { class: "pp-card", "data-measure": f.measure?.id },
    el("p", { class: `pp-verdict pp-verdict--${f.verdict}` }, SAID[f.verdict](f.changes)),
    differs ? row("引文", f.quoted, "del", null) : null,
    row("原文", f.printed, "ins", f.source.lang === "zh-Hant" ? "zh-Hant" : null),
    where(f));
}

/** A line of characters, those that differ marked by more than colour. */
function row(label, runs, tag, lang) {
  const parts = runs.map(({ text, differs }) => (differs ? el(tag, {}, text) : text));
  return el("p", { class: "pp-checked__row" }, el("span", { class: "pp-small" }, label), " ", el("span", { lang, class: "pp-checked__text" }, ...parts));
}

function where({ source, measure, sentences, place }) {
  const lang = source.lang === "zh-Hant" ? "zh-Hant" : null;
  const document = el("a", { href: address(`documents/${source.id}/`).href, lang }, source.number ?? source.title);
  const offsets = el("span", { class: "pp-small" }, `原文第 ${place[0] + 1}–${place[1]} 字`);
  if (!measure) return el("p", {}, `${source.place} `, document, "，不在条目之内（标题、导语或附文） ", offsets);
  const [first, last] = sentences;
  const said = first === last ? `第 ${first} 句` : `第 ${first}–${last} 句`;
  const link = el("a", { href: address(`measures/${measure.id}/#s${first}`).href, lang }, `${measure.number}${measure.name}`);
  return el("p", {}, `${source.place} `, document, " ", link, ` ${said} `, offsets);
}
