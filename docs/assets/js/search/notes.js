/** What stands above the results: the count in words, the filters in force, synonyms, and help where nothing is found. */

import { GROUPS } from "./catalogue.js";
import { el } from "../shared/dom.js";
import { address } from "../shared/engine.js";
import { NAMES } from "./facets.js";
import { shortened } from "./rows.js";
import { isFiltered, writeState } from "./state.js";
import { normal } from "../shared/folding.js";

const quote = (text) => (/[“”]/.test(text) ? `「${shortened(text)}」` : `“${shortened(text)}”`);

/**
 * The state of things in one sentence or two.
 * @param {import("./state.js").State} state @param {import("./results.js").Results} results @returns {string}
 */
export function status(state, results) {
  const { shown, unfiltered, pieces, missing, dropped } = results;
  const passages = shown.filter(({ page }) => page.label).length;
  if (!state.q && !isFiltered(state)) return "";
  const outside = unfiltered > shown.length ? `（不筛选有 ${unfiltered} 处）` : "";
  if (!shown.length) return state.q && !unfiltered ? `原文里没有${quote(state.q)}。` : "没有条目同时符合这些筛选。";
  const measures = shown.length - passages;
  const found = [measures && `共 ${measures} 条`, passages && `${measures ? "另有" : "找到"} ${passages} 段不在条目里（导语、段首说明等）`];
  const count = `${found.filter(Boolean).join("，")}${outside}。`;
  if (pieces.length) {
    const nowhere = missing.length ? `；${missing.map(quote).join("")}未见于原文` : "";
    return `没有一处完整写着${quote(state.q)}，已分成${pieces.slice(0, MOST_SAID).map(quote).join("")}${pieces.length > MOST_SAID ? "等" : ""}查找${nowhere}。${count}`;
  }
  return dropped.length ? `没有一处同时有全部的词；下面的至少缺${dropped.map(quote).join("或")}。${count}` : count;
}

/** What was searched for, as paper says it. @param {import("./state.js").State} state @returns {string} */
export function asked({ q, syn }) {
  if (!q) return "";
  return `检索 ${quote(q)}${syn.length ? `，并查近义的${syn.map(quote).join("")}` : ""}`;
}

const MOST_SAID = 6;

/** A link that changes the search. @param {import("./state.js").State} state @param {...any} children */
const go = (state, attributes, ...children) => el("a", { ...attributes, href: writeState(state) || "?", "data-go": true }, ...children);

/** @returns {import("./state.js").State} */
const without = (state, group, value) =>
  ({ ...state, selection: { ...state.selection, [group]: state.selection[group].filter((v) => v !== value) } });

const unfiltered = (state) => ({ ...state, selection: Object.fromEntries(GROUPS.map((g) => [g, []])) });

/** The filters in force, each a link that lifts it. @returns {Node[]} */
export function inForce(state, catalogue) {
  const chips = GROUPS.flatMap((group) => state.selection[group].map((value) => {
    const known = catalogue.values[group].find((v) => v.id === value) ?? { name: value };
    return go(without(state, group, value), { class: "pp-chip", lang: langOf(known), "aria-label": `去掉筛选 ${NAMES[group]}：${known.name}` },
      `${NAMES[group]}：${known.name}`, el("span", { "aria-hidden": "true" }, " ×"));
  }));
  return chips.length > 1 ? [...chips, go(unfiltered(state), { class: "pp-chip pp-chip--clear" }, "清除全部筛选")] : chips;
}

/** Synonyms on offer, each a link that adds it or takes it back. @returns {Node[]} */
export function synonyms(state, results) {
  if (!results.alternatives.length) return [];
  const chips = results.alternatives.map(({ term, note }) => {
    const on = state.syn.includes(term);
    const syn = on ? state.syn.filter((t) => t !== term) : [...state.syn, term];
    return go({ ...state, syn }, { class: "pp-chip", "aria-current": on && "true", title: note }, on ? `${term} ×` : `＋ ${term}`);
  });
  const notes = new Set(results.alternatives.filter((a) => state.syn.includes(a.term)).map((a) => a.note));
  return [el("div", { class: "pp-chips" }, el("span", {}, "近义说法，点选才一并查找"), ...chips), ...[...notes].map((note) => el("p", {}, note))];
}

const NAMED = 8;

/** Documents, topics and bodies that are themselves called so. @returns {Node[]} */
export function namesakes(state, catalogue, fold) {
  const wanted = normal(state.q.replaceAll('"', ""), fold);
  if (wanted.length < 2) return [];
  const called = (...names) => names.some((name) => name && normal(name, fold).includes(wanted));
  const { document, topic } = catalogue.values;
  const found = [
    ...document.filter((d) => called(d.name, d.number)).map((d) => ["文件", `documents/${d.id}/`, d.name, langOf(d)]),
    ...topic.filter((t) => called(t.name, t.en)).map((t) => ["专题", `topics/${t.id}/`, t.name]),
    ...catalogue.agencies.filter((a) => called(a.name, ...a.names)).map((a) => ["单位", `agencies/${a.id}/`, a.name]),
  ];
  const chips = found.slice(0, NAMED).map(([kind, path, name, lang]) =>
    el("a", { class: "pp-chip", href: address(path).href }, el("span", { class: "pp-chip__kind" }, kind), " ", el("span", { lang }, name)));
  return found.length > NAMED ? [...chips, el("span", { class: "pp-none" }, `等 ${found.length} 项`)] : chips;
}

const langOf = ({ lang }) => (lang === "zh-Hant" ? lang : null);

const EXAMPLES = [{ q: "飞地经济" }, { q: "產業集聚區", lang: "zh-Hant" }, { q: "招商 人才" }, { q: "2025年" }];

/** Where to begin, before anything is asked. @returns {Node[]} */
export function beginning(state) {
  const links = EXAMPLES.map(({ q, lang }) => go({ ...state, q, syn: [] }, { class: "pp-chip", lang }, q));
  return [el("div", { class: "pp-chips" }, el("span", { class: "pp-none" }, "可以这样查"), ...links)];
}

/** What to try where nothing was found. @returns {Node[]} */
export function help(state, results) {
  const tips = [];
  if (isFiltered(state) && results.unfiltered) {
    tips.push(el("li", {}, go(unfiltered(state), {}, `去掉筛选，有 ${results.unfiltered} 处`)));
  }
  if (results.quoted) tips.push(el("li", {}, go({ ...state, q: state.q.replace(/["＂]/g, " ").trim() }, {}, "去掉引号，分段查找")));
  if (results.alternatives.length) tips.push(el("li", {}, "点选上面的近义说法"));
  tips.push(el("li", {}, "少写几个字，或用空格把两件事隔开：如“招商 奖励”查同时含有两者的条目"));
  tips.push(el("li", {}, "从目录进：", el("a", { href: address("topics/").href }, "专题"), "、",
    el("a", { href: address("documents/").href }, "文件"), "、", el("a", { href: address("agencies/").href }, "单位")));
  return [el("p", {}, "可以试试："), el("ul", { class: "pp-empty" }, ...tips)];
}
