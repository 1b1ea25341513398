/** The free comparison: two to six measures named by the address, side by side. The address is the whole state. */

import { el } from "../search/dom.js";
import { address, loadFold } from "../search/engine.js";
import { items, keep } from "./basket.js";
import { loadGenre, loadMeasure } from "./data.js";
import { relations, table } from "./facts.js";
import { picker } from "./picker.js";
import { together } from "./reading.js";
import { sharedWording } from "./shared.js";
import { MOST, moved, readIds, writeIds } from "./state.js";
import { colourOf, nextPlace, paragraphs, placeId } from "./text.js";

const LETTERS = [..."甲乙丙丁戊己"];
const $ = (id) => document.getElementById(id);
const title = document.title;
const langOf = (m) => (m.lang === "zh-Hant" ? m.lang : null);
const nameOf = (m) => `${m.place.name} ${m.printed}${m.name}`;

let ids = [];
let turn = 0;

/** Go to another choice of measures; the tray follows, since the reader chose here. */
function go(next, focus) {
  history.pushState(null, "", writeIds(next) || location.pathname);
  show(focus).then((found) => keep((found ?? []).map((m) => ({ id: m.id, label: nameOf(m) }))));
}

async function show(focus) {
  const asked = readIds(location.search);
  ids = asked.ids;
  const mine = (turn += 1);
  $("pp-compare").setAttribute("aria-busy", "true");
  const found = await Promise.all(ids.map(loadMeasure));
  const measures = found.map((f) => f.measure).filter(Boolean);
  const [fold, genre] = measures.length > 1 ? await Promise.all([loadFold(), loadGenre()]) : [null, []];
  if (mine !== turn) return null;
  const phrases = measures.length > 1
    ? sharedWording(measures.map((m) => m.text), fold, { genre, skip: measures.map((m) => m.skip) }) : [];
  $("pp-faults").replaceChildren(...faults(asked, found));
  draw(measures, phrases);
  $("pp-compare").setAttribute("aria-busy", "false");
  $("pp-compare").dataset.shown = measures.map((m) => m.id).join(" ");
  if (focus) document.querySelector(focus)?.focus();
  find.refresh();
  return measures;
}

/** What of the address could not be shown, and what to do. */
function faults(asked, found) {
  const out = asked.malformed.map((m) => el("li", {}, `地址里的“${m}”不是条目编号。编号形如 gansu-enclave-economy/3.4。`));
  if (asked.beyond.length) out.push(el("li", {}, `最多同时对照 ${MOST} 条，没有显示：${asked.beyond.join("、")}。`));
  for (const { id, moved: where } of found.filter((f) => !f.measure)) out.push(lost(id, where));
  return out;
}

function lost(id, { to, page, gone }) {
  if (to) {
    const link = el("a", { href: writeIds(ids.map((i) => (i === id ? to : i))) }, to);
    return el("li", {}, `条目 ${id} 已改编号，现在是 `, link, "（点它换上）。");
  }
  if (page !== undefined) return el("li", {}, `条目 ${id} 已并入别处：`, el("a", { href: address(page).href }, page), "。");
  if (gone) return el("li", {}, `条目 ${id} 已撤下：${gone.was}。原因：${gone.reason}。`);
  return el("li", {}, `没有条目 ${id}：网站从未公布过这个编号。可以在下面检索原文，重新选一条。`);
}

function draw(measures, phrases) {
  const enough = measures.length > 1;
  document.title = measures.length ? `${measures.map((m) => `${m.place.name}${m.printed}`).join("｜")} · ${title}` : title;
  $("pp-begin").hidden = measures.length > 0;
  $("pp-said").textContent = !measures.length ? "" : enough ? `${measures.length} 条对照，共有字句 ${phrases.filter((p) => !p.genre).length} 处` : "再加一条就能对照。";
  $("pp-tools").hidden = !measures.length;
  $("pp-cite-text").replaceChildren(...citation(measures));
  const known = enough ? relations(measures, address) : [];
  $("pp-facts").hidden = !enough;
  $("pp-facts-body").replaceChildren(...(enough ? [table(measures, address)] : []), ...(known.length ? [el("ul", { class: "pp-list pp-known" }, ...known)] : []));
  $("pp-legend").hidden = !enough;
  $("pp-legend-body").replaceChildren(...legend(phrases, measures));
  const columns = measures.map((m, n) => column(m, n, measures, phrases));
  $("pp-texts").replaceChildren(...columns);
  $("pp-texts").className = `pp-sidebyside pp-sidebyside--${columns.length}`;
  const scrolls = columns.map((c) => c.querySelector(".pp-sidebyside__text"));
  sync = together(scrolls, () => $("pp-sync").checked);
  $("pp-more").replaceChildren(...suggestions(measures));
}

let sync = { pause: () => {} };

function citation(measures) {
  const named = measures.flatMap((m, n) => [n ? "；" : "", LETTERS[n], "、", el("span", { lang: langOf(m) }, `《${m.document.title}》${m.printed}${m.name}`)]);
  return measures.length ? [...named, `。政策对读，${location.origin}${location.pathname}${writeIds(measures.map((m) => m.id))}`] : [];
}

function column(m, n, measures, phrases) {
  const button = (label, name, act, off = false) => {
    const made = el("button", { type: "button", "aria-label": `${name}：${nameOf(m)}`, lang: langOf(m), disabled: off, "data-act": `${n}-${label}` }, label);
    made.addEventListener("click", act);
    return made;
  };
  const shift = (to) => go(moved(measures.map((x) => x.id), n, to), `#pp-col-${to + 1}`);
  return el("section", { class: `pp-sidebyside__col pp-c${m.place.colour}`, "aria-labelledby": `pp-col-${n + 1}`, "data-measure": m.id },
    el("header", { class: "pp-sidebyside__head" },
      el("p", { class: "pp-sidebyside__over" }, el("b", {}, LETTERS[n]), " ", el("span", { class: "pp-place" }, m.place.name), " ",
        el("a", { href: address(`documents/${m.document.id}/`).href, lang: langOf(m) }, m.document.source)),
      el("h3", { id: `pp-col-${n + 1}`, tabindex: "-1", lang: langOf(m) }, el("a", { href: address(`measures/${m.id}/`).href }, m.printed + m.name)),
      el("p", { class: "pp-sidebyside__tools" },
        button("←", "前移", () => shift(n - 1), n === 0), button("→", "后移", () => shift(n + 1), n === measures.length - 1),
        button("移除", "移除", () => go(measures.filter((x) => x.id !== m.id).map((x) => x.id), "#pp-pick"))),
    ),
    el("div", { class: "pp-sidebyside__text", tabindex: "0", role: "region", "aria-label": `${LETTERS[n]} 原文`, lang: langOf(m) }, ...paragraphs(m.text, n, phrases, m.skip)));
}

/** The phrases, own ones first, each with a way to its place in every text that has it. */
function legend(phrases, measures) {
  const own = phrases.map((phrase, p) => ({ phrase, p })).filter(({ phrase }) => !phrase.genre);
  const common = phrases.filter((phrase) => phrase.genre);
  const item = ({ phrase, p }) => el("li", { value: phrase.number, class: colourOf(phrase.number) },
    el("span", { class: "pp-legend__n", "aria-hidden": "true" }, phrase.number), " ",
    el("span", { class: "pp-legend__text", lang: langOf(measures[phrase.spans.findIndex((s) => s.length)]) }, phrase.printed), " ",
    ...phrase.spans.flatMap((spans, n) => (spans.length ? [el("a", { href: `#${placeId(n, p, 0)}`, "data-phrase": p, "data-go": n, "aria-label": `第 ${phrase.number} 处，在${LETTERS[n]}中` }, LETTERS[n])] : [])));
  const out = own.length ? [el("ol", { class: "pp-legend" }, ...own.map(item))] : [el("p", { class: "pp-none" }, "除公文通用语外，没有四个字以上的共有字句。")];
  if (common.length) {
    out.push(el("details", { class: "pp-legend__genre" }, el("summary", {}, `公文通用语 ${common.length} 处，不编号`), el("p", {}, ...common.flatMap((p) => [el("span", { lang: langOf(measures[p.spans.findIndex((s) => s.length)]) }, p.printed), "　"]))));
  }
  return out;
}

/** Counterparts of what is shown that are not shown yet. */
function suggestions(measures) {
  const shown = new Set(measures.map((m) => m.id));
  const rank = (c) => (c.strength === "strong" ? 0 : c.strength === "partial" ? 1 : 2);
  const found = new Map();
  measures.flatMap((m) => m.counterparts).sort((a, b) => rank(a) - rank(b) || b.score - a.score)
    .forEach((c) => shown.has(c.id) || found.has(c.id) || found.set(c.id, c));
  if (!found.size || measures.length >= MOST) return [];
  const list = el("ul", { class: "pp-picks" });
  [...found.values()].slice(0, 6).forEach((c) => {
    const button = el("button", { type: "button", "data-pick": c.id }, c.id);
    button.addEventListener("click", () => add(c.id));
    const basis = c.basis === "editor" ? "编者" : "计算";
    const kind = { strong: "密切对应", partial: "部分对应" }[c.strength] ?? `相似度 ${c.score.toFixed(2)}`;
    list.append(el("li", {}, button, " ", el("span", { class: "pp-small" }, kind), " ", el("span", { class: `pp-basis pp-basis--${c.basis}` }, basis)));
    loadMeasure(c.id).then(({ measure }) => measure && button.replaceChildren(
      el("span", { class: `pp-place pp-c${measure.place.colour}` }, measure.place.name), " ", el("span", { lang: langOf(measure) }, measure.printed + measure.name)));
  });
  return [el("p", { class: "pp-small" }, "与已选条目对应的，还可以加："), list];
}

function add(id) {
  if (ids.includes(id)) return;
  if (ids.length >= MOST) {
    $("pp-pick-status").textContent = `已有 ${MOST} 条，先移除一条再加。`;
    return;
  }
  go([...ids, id], `#pp-col-${ids.length + 1}`);
}

/** Bring a place into view in its own column, and its fellows with it. */
function reach(id, p) {
  const target = document.getElementById(id);
  if (!target) return;
  sync.pause();
  document.querySelectorAll(".pp-shared--now").forEach((n) => n.classList.remove("pp-shared--now"));
  document.querySelectorAll(`.pp-sidebyside__text [data-phrase="${p}"]`).forEach((n) => n.classList.add("pp-shared--now"));
  document.querySelectorAll(".pp-sidebyside__text").forEach((column) => {
    const place = column.contains(target) ? target : column.querySelector(`[data-phrase="${p}"]`);
    if (place) column.scrollTop += place.getBoundingClientRect().top - column.getBoundingClientRect().top - column.clientHeight / 3;
  });
  target.scrollIntoView({ block: "center", behavior: "auto" });
  target.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-phrase]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const p = Number(link.dataset.phrase);
  const id = link.dataset.go !== undefined ? link.getAttribute("href").slice(1) : nextOf(link, p);
  reach(id, p);
});

/** The place after a mark: in the next text that has the phrase. */
function nextOf(link, p) {
  const spans = [...document.querySelectorAll(".pp-sidebyside__text")].map((c) => Array(c.querySelectorAll(`[data-phrase="${p}"][data-n]`).length));
  return nextPlace({ spans }, p, Number(link.dataset.text));
}

$("pp-copy").addEventListener("click", async () => {
  const text = $("pp-cite-text").textContent;
  const done = () => ($("pp-copied").textContent = "已复制");
  try {
    await navigator.clipboard.writeText(text);
    done();
  } catch {
    getSelection().selectAllChildren($("pp-cite-text"));
    $("pp-copied").textContent = "已选中，请按 Ctrl+C 复制";
  }
});
$("pp-marks").addEventListener("change", (event) => $("pp-texts").classList.toggle("pp-unmarked", !event.target.checked));
addEventListener("popstate", () => show().catch(failed));

function failed(error) {
  console.warn(error);
  $("pp-compare").setAttribute("aria-busy", "false");
  $("pp-said").textContent = "对照没有载入成功：可能是网络中断。可以刷新重试，或直接打开各条目的页面。";
}

const find = picker($("pp-pick"), $("pp-picks"), $("pp-pick-status"), () => ids, add);
$("pp-compare").hidden = false;
const waiting = items();
if (!readIds(location.search).ids.length && waiting.length) {
  $("pp-from-tray").hidden = false;
  $("pp-from-tray").href = writeIds(waiting.map((i) => i.id));
  $("pp-from-tray").textContent = `对照篮里有 ${waiting.length} 条：打开`;
}
show().catch(failed);
