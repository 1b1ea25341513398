/** What stands above the results: the count in words, the filters in force, synonyms, and help where nothing is found. */

import { GROUPS } from "./catalogue.js";
import { el } from "./dom.js";
import { address } from "./engine.js";
import { NAMES } from "./facets.js";
import { isFiltered, writeState } from "./state.js";
import { normal } from "./folding.js";

const quote = (text) => `“${text}”`;

/**
 * The state of things in one sentence or two.
 * @param {import("./state.js").State} state @param {import("./results.js").Results} results @returns {string}
 */
export function status(state, results) {
  const { shown, unfiltered, pieces, missing } = results;
  const passages = shown.filter(({ page }) => page.label).length;
  if (!state.q && !isFiltered(state)) return "";
  const outside = unfiltered > shown.length ? `（不筛选有 ${unfiltered} 处）` : "";
  if (!shown.length) return state.q && !unfiltered ? `原文里没有${quote(state.q)}。` : "没有条目同时符合这些筛选。";
  const aside = passages ? `，另有 ${passages} 段不在条目里（导语、段首说明等）` : "";
  const count = `共 ${shown.length - passages} 条${aside}${outside}。`;
  if (!pieces.length) return count;
  const nowhere = missing.length ? `；${missing.map(quote).join("")}未见于原文` : "";
  return `没有一处完整写着${quote(state.q)}，已分成${pieces.map(quote).join("")}查找${nowhere}。${count}`;
}

/** A link that changes the search. @param {import("./state.js").State} state @param {...any} children */
const go = (state, attributes, ...children) => el("a", { ...attributes, href: writeState(state) || "?", "data-go": true }, ...children);

/** @returns {import("./state.js").State} */
const without = (state, group, value) =>
  ({ ...state, selection: { ...state.selection, [group]: state.selection[group].filter((v) => v !== value) } });

const unfiltered = (state) => ({ ...state, selection: Object.fromEntries(GROUPS.map((g) => [g, []])) });

/** The filters in force, each a link that lifts it. @returns {Node[]} */
export function inForce(state, catalogue) {
  const chips = GROUPS.flatMap((group) => state.selection[group].map((value) => {
    const { name = value, lang } = catalogue.values[group].find((v) => v.id === value) ?? {};
    const label = `${NAMES[group]}：${name}`;
    return go(without(state, group, value), { class: "pp-chip", lang: lang === "zh-Hant" ? lang : null, "aria-label": `去掉筛选 ${label}` }, label, el("span", { "aria-hidden": "true" }, " ×"));
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
  const called = (name) => name && normal(name, fold).includes(wanted);
  const link = (path, kind, name, lang) => el("a", { class: "pp-chip", href: address(path).href }, el("span", { class: "pp-chip__kind" }, kind), " ", el("span", { lang: lang === "zh-Hant" ? lang : null }, name));
  const found = [
    ...catalogue.values.document.filter((d) => called(d.name) || called(d.number)).map((d) => link(`documents/${d.id}/`, "文件", d.name, d.lang)),
    ...catalogue.values.topic.filter((t) => called(t.name)).map((t) => link(`topics/${t.id}/`, "专题", t.name)),
    ...catalogue.agencies.filter((a) => [a.name, ...a.names].some(called)).map((a) => link(`agencies/${a.id}/`, "单位", a.name)),
  ];
  return found.slice(0, NAMED);
}

const EXAMPLES = ["飞地经济", "產業集聚區", "招商 人才", "2025年"];

/** Where to begin, before anything is asked. @returns {Node[]} */
export function beginning(state) {
  const links = EXAMPLES.map((q) => go({ ...state, q, syn: [] }, { class: "pp-chip" }, q));
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
