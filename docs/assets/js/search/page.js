/** The search page: address, box, filters and list kept in step. */

import { el } from "./dom.js";
import { address } from "./engine.js";
import { facets } from "./facets.js";
import { listen } from "./keys.js";
import * as notes from "./notes.js";
import { openSearch } from "./open.js";
import { search } from "./results.js";
import { fill, lists, row } from "./rows.js";
import { readState, writeState } from "./state.js";
import { downloadTable } from "./table.js";

const PAUSE = 80;       // ms without a keystroke before a search
const AT_ONCE = 100;    // rows drawn at first, and with each "more"
const TOGETHER = 8;     // rows filled at a time while the browser is idle

const $ = (id) => document.getElementById(id);
const box = $("pp-q");
const list = $("pp-list");
const title = document.title;
const idle = () => new Promise((done) => globalThis.requestIdleCallback?.(done, { timeout: 200 }) ?? setTimeout(done));

/** Bring the page to life. @param {import("./open.js").Searching} searching */
function start({ catalogue, fold, lookup }) {
  let state = readState(location.search);
  let results = null;
  let drawn = AT_ONCE;
  let turn = 0;
  const unfilled = new WeakMap();
  const links = () => [...list.querySelectorAll(".pp-result__heading a")];

  async function fillRow(item) {
    const result = unfilled.get(item);
    if (!result) return;
    unfilled.delete(item);
    filler.unobserve(item);
    await fill(item, result, fold).catch(() => {
      item.querySelector(".pp-result__text").textContent = "（原文没有取到，请打开条目查看）";
    });
  }

  // Rows in view at once; the others while nothing else is to be done, since printing waits for no fetch.
  const filler = new IntersectionObserver((seen) => seen.filter((s) => s.isIntersecting).forEach(({ target }) => fillRow(target)), { rootMargin: "400px" });

  async function fillAll(items) {
    for (let n = 0; n < items.length; n += TOGETHER) {
      await idle();
      if (!items[n].isConnected) return;
      await Promise.all(items.slice(n, n + TOGETHER).map(fillRow));
    }
  }

  const showFacets = facets($("pp-facets"), catalogue, (group, value, on) => {
    const rest = state.selection[group].filter((v) => v !== value);
    go({ ...state, selection: { ...state.selection, [group]: on ? [...rest, value] : rest } });
  });

  /** Go to another search: a new entry in the history, or, while typing goes on, the present one changed. */
  function go(next, typing = false) {
    const search = writeState(next);
    const replace = search === location.search || (typing && history.state?.typing);
    history[replace ? "replaceState" : "pushState"]({ typing }, "", search || location.pathname);
    show(next);
  }

  async function show(next) {
    state = next;
    drawn = AT_ONCE;
    const mine = (turn += 1);
    const started = performance.now();
    const slow = setTimeout(() => ($("pp-status").textContent = "正在检索……"), 300);
    list.setAttribute("aria-busy", "true");
    try {
      const found = await search(state, catalogue, fold, lookup);
      if (mine !== turn) return;
      clearTimeout(slow);
      results = found;
      draw();
      list.dataset.ms = (performance.now() - started).toFixed(1);
      list.dataset.query = writeState(state);
      list.setAttribute("aria-busy", "false");
    } catch (error) {
      if (mine === turn) failed(error);
    } finally {
      clearTimeout(slow);
    }
  }

  function draw() {
    const asked = Boolean(writeState({ ...state, sort: "relevance", grouped: false }));
    document.title = state.q ? `${state.q} · ${title}` : title;
    $("pp-sort").value = state.sort;
    $("pp-group").checked = state.grouped;
    $("pp-status").textContent = notes.status(state, results);
    $("pp-asked").textContent = notes.asked(state);
    $("pp-in-force").replaceChildren(...notes.inForce(state, catalogue));
    $("pp-synonyms").replaceChildren(...notes.synonyms(state, results));
    $("pp-namesakes").replaceChildren(...notes.namesakes(state, catalogue, fold));
    $("pp-tools").hidden = !results.shown.length;
    showFacets(results.counts, state.selection);
    drawRows(asked);
  }

  function drawRows(asked) {
    const rows = results.shown.slice(0, drawn).map((result) => ({ result, item: row(result, state, catalogue.places) }));
    rows.forEach(({ result, item }) => unfilled.set(item, result));
    const none = rows.length ? [] : asked ? notes.help(state, results) : notes.beginning(state);
    filler.disconnect();
    list.replaceChildren(...none, ...(rows.length ? lists(rows, state.grouped) : []));
    rows.forEach(({ item }) => filler.observe(item));
    const left = results.shown.length - rows.length;
    if (left > 0) list.append(more(left), el("p", { class: "pp-paper" }, `还有 ${left} 条没有列出。`));
    fillAll(rows.map(({ item }) => item));
  }

  function more(left) {
    const button = el("button", { type: "button", class: "pp-more" }, `再列 ${Math.min(left, AT_ONCE)} 条（还有 ${left} 条）`);
    button.addEventListener("click", () => {
      const next = drawn;
      drawn += AT_ONCE;
      drawRows(true);
      links()[next]?.focus();
    });
    return button;
  }

  // The box: as one types, but not while an input method composes.
  let waiting = 0;
  let composing = false;
  const typed = () => {
    clearTimeout(waiting);
    if (composing || box.value.trim() === state.q) return;
    waiting = setTimeout(() => go({ ...state, q: box.value.trim(), syn: [] }, true), PAUSE);
  };
  const entered = () => {
    clearTimeout(waiting);
    const q = box.value.trim();
    go({ ...state, q, syn: q === state.q ? state.syn : [] });
  };
  box.addEventListener("compositionstart", () => {
    composing = true;
    clearTimeout(waiting);
  });
  box.addEventListener("compositionend", () => {
    composing = false;
    typed();
  });
  box.addEventListener("input", (event) => event.isComposing || typed());
  box.form.addEventListener("submit", (event) => {
    event.preventDefault();
    entered();
  });
  listen(box, links, () => {
    box.value = "";
    entered();
  });

  // Order, groups, table, links that change the search, history.
  $("pp-sort").addEventListener("change", (event) => go({ ...state, sort: event.target.value }));
  $("pp-group").addEventListener("change", (event) => go({ ...state, grouped: event.target.checked }));
  $("pp-csv").addEventListener("click", () => downloadTable(results.shown, state.q, catalogue.places, fold).catch(failed));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-go]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const next = readState(new URL(link.href).search);
    box.value = next.q;
    go(next);
    $("pp-status").focus();
  });
  addEventListener("popstate", () => {
    const next = readState(location.search);
    clearTimeout(waiting);
    box.value = next.q;
    show(next);
  });

  if (!box.value || state.q) box.value = state.q;
  show(state);
  typed();
}

/** Say that searching is out of order, and where else to go. */
function failed(error) {
  console.warn(error);
  list.setAttribute("aria-busy", "false");
  $("pp-status").textContent = "检索没有载入成功：可能是网络中断，或浏览器太旧。可以刷新重试，或从目录进。";
  const ways = { topics: "专题", documents: "文件", agencies: "单位" };
  list.replaceChildren(el("p", {}, ...Object.entries(ways).flatMap(([path, name]) => [el("a", { href: address(`${path}/`).href }, name), "　"])));
}

if (!box.value) box.value = readState(location.search).q;
if (!box.value) box.focus({ preventScroll: true });
$("pp-filters").open = matchMedia("(min-width: 60em)").matches;
openSearch().then(start).catch(failed);
