/** The search page: address, box, filters and list kept in step. */

import { answers } from "./answers.js";
import { el } from "../shared/dom.js";
import { address, loadText } from "../shared/fetching.js";
import { keeping } from "../shared/form.js";
import { apart } from "../shared/page-address.js";
import { facets } from "./facets.js";
import { filling } from "./filling.js";
import * as notes from "./notes.js";
import { openSearch } from "./load-search.js";
import { search } from "./run-search.js";
import { lists, row } from "./result-rows.js";
import { addressOf, readState, writeState } from "./state.js";
import { say } from "./words.js";

const PAUSE = 80;       // ms without a keystroke before a search
const AT_ONCE = 100;    // rows drawn at first, and with each "more"
const AT_FIRST = 8;     // rows that are whole when the list appears, so that nothing moves under the reader
const NARROW = 640;     // px of a window that shows one column
const FILLING = 2;      // questions with their head, from which on they fill a narrow window
const PATIENCE = 500;   // ms that the list waits for them
const RETURNING = 3000; // ms that it waits where a reader comes back: texts are at hand then, and many

const $ = (id) => document.getElementById(id);
const box = $("pp-q");
const list = $("pp-list");
const title = document.title;
const narrow = () => innerWidth <= NARROW;

/** What is asked: by the address, or by its entry in the history where the address would be too long. */
function asked() {
  const state = readState(location.search);
  return state.q || !history.state?.q ? state : { ...state, q: history.state.q };
}

/** What an entry of the history holds that the address does not. @param {import("./state.js").State} state */
const beside = (state) => (addressOf(state) === writeState(state) ? {} : { q: state.q });

/** Bring the page to life. @param {import("./load-search.js").Searching} searching */
function start({ catalogue, fold, lookup }) {
  let state = asked();
  let results = null;
  let drawn = AT_ONCE;
  let turn = 0;
  const filler = filling(fold);
  const links = () => [...list.querySelectorAll(".pp-result__heading a")];

  const showFacets = apart(() => facets($("pp-facets"), catalogue, (group, value, on) => {
    const rest = state.selection[group].filter((v) => v !== value);
    go({ ...state, selection: { ...state.selection, [group]: on ? [...rest, value] : rest } });
  }), () => {});

  /** Go to another search: a new entry in the history, or, while typing goes on, the present one changed. */
  function go(next, typing = false) {
    const search = keeping(addressOf(next));
    const replace = search === location.search || (typing && history.state?.typing);
    if (!replace) apart(remember);
    apart(() => history[replace ? "replaceState" : "pushState"]({ typing, ...beside(next) }, "", search || location.pathname));
    show(next);
  }

  const rowsDrawn = () => [...list.querySelectorAll(".pp-result")];

  /** Keep with the entry of the history where the reader left: the row in hand, or the one at the top, and where in the window it is. */
  function remember() {
    const rows = rowsDrawn();
    const seen = rows.filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    const row = seen.find((r) => r.contains(document.activeElement)) ?? (scrollY ? seen[0] : null);
    history.replaceState({ ...history.state, drawn, at: row ? rows.indexOf(row) : null, top: row?.getBoundingClientRect().top }, "");
  }

  function goBackTo({ at, top }) {
    const row = rowsDrawn()[at];
    if (row) scrollBy({ top: row.getBoundingClientRect().top - top, behavior: "instant" });
  }

  /**
   * The results whose rows are whole when the list appears; where a reader comes back, all: what fills above the place would
   * move it; none where questions fill a narrow window, for the list begins below it.
   */
  const wholeAtOnce = (shown, { at }, points) => shown.slice(0, at != null ? drawn : points?.length > FILLING && narrow() ? 0 : AT_FIRST);

  /** @param {import("./state.js").State} next @param {{drawn?: number, at?: ?number, top?: number}} [left] where the reader left it */
  async function show(next, left = {}) {
    state = next;
    drawn = left.drawn ?? AT_ONCE;
    const mine = (turn += 1);
    const started = performance.now();
    const slow = setTimeout(() => ($("pp-status").textContent = say.busy), 300);
    list.setAttribute("aria-busy", "true");
    try {
      let points = null;
      const asked = answers(state, catalogue, fold).catch(() => []).then((nodes) => (points = nodes));
      const found = await search(state, catalogue, fold, lookup);
      const texts = () => wholeAtOnce(found.shown, left, points).map(({ page }) => loadText(page));
      const first = narrow() ? asked.then(() => Promise.allSettled(texts())) : Promise.allSettled([asked, ...texts()]);
      await Promise.race([first, new Promise((go) => setTimeout(go, left.at == null ? PATIENCE : RETURNING))]);
      if (mine !== turn) return;
      clearTimeout(slow);
      results = found;
      $("pp-points").replaceChildren(...(points ?? []));
      if (!points) asked.then((nodes) => mine === turn && $("pp-points").replaceChildren(...nodes));
      draw();
      apart(() => goBackTo(left));
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
    const wanted = Boolean(writeState({ ...state, sort: "relevance", grouped: "" }));
    document.title = state.q ? `${state.q} · ${title}` : title;
    $("pp-sort").value = state.sort;
    $("pp-group").value = state.grouped;
    $("pp-status").textContent = notes.status(state, results);
    $("pp-asked").textContent = notes.asked(state);
    put("pp-in-force", () => notes.inForce(state, catalogue));
    put("pp-synonyms", () => notes.synonyms(state, results));
    put("pp-namesakes", () => notes.namesakes(state, catalogue, fold));
    $("pp-tools").hidden = !results.shown.length;
    $("pp-see").textContent = say.see(results.shown.length);
    apart(() => showFacets(results.counts, state.selection));
    drawRows(wanted);
  }

  const put = (id, nodes) => $(id).replaceChildren(...apart(nodes, []));

  function drawRows(wanted) {
    const rows = results.shown.slice(0, drawn).map((result) => ({ result, item: row(result, state, catalogue.places) }));
    const none = rows.length ? [] : wanted ? notes.help(state, results) : notes.beginning(state);
    list.replaceChildren(...none, ...(rows.length ? lists(rows, state.grouped, catalogue.places) : []));
    const left = results.shown.length - rows.length;
    if (left > 0) list.append(more(left), el("p", { class: "pp-paper" }, say.left(left)));
    filler.fill(rows);
  }

  function more(left) {
    const button = el("button", { type: "button", class: "pp-more" }, say.more(Math.min(left, AT_ONCE), left));
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
  apart(() => import("./keys.js").then(({ listen }) => listen(box, links, () => {
    box.value = "";
    entered();
  })));

  // Order, groups, table, links that change the search, history.
  $("pp-sort").addEventListener("change", (event) => go({ ...state, sort: event.target.value }));
  $("pp-group").addEventListener("change", (event) => go({ ...state, grouped: event.target.value }));
  $("pp-see").addEventListener("click", () => {
    $("pp-filters").open = false;
    $("pp-status").focus();
  });
  $("pp-csv").addEventListener("click", () => import("./download-table.js")
    .then(({ downloadTable }) => downloadTable(results.shown, state.q, catalogue.places, fold)).catch(failed));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-go]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const next = readState(new URL(link.href).search);
    box.value = next.q;
    go(next);
    $("pp-status").focus();
  });
  apart(() => { history.scrollRestoration = "manual"; });
  addEventListener("pagehide", () => apart(remember));
  apart(() => import("./keep-box.js").then(({ keepWords }) => keepWords(box)));
  apart(() => import("./slash-switch.js").then(({ offerSlash }) => offerSlash($("pp-slash"))));
  addEventListener("popstate", () => {
    const next = asked();
    clearTimeout(waiting);
    box.value = next.q;
    show(next, history.state ?? {});
  });

  if (addressOf(state) !== writeState(state) && readState(location.search).q) apart(() => history.replaceState({ ...history.state, q: state.q }, "", keeping(addressOf(state)) || location.pathname));
  if (!early && (!box.value || state.q)) box.value = state.q; // what was typed before the search was ready stays
  show(state, history.state ?? {});
  typed();
}

/** Say that searching is out of order, and where else to go. */
function failed(error) {
  console.warn(error);
  list.setAttribute("aria-busy", "false");
  $("pp-status").textContent = say.failed;
  const ways = { topics: say.groups.topic, documents: say.groups.document, agencies: say.groups.agency };
  list.replaceChildren(el("p", {}, ...Object.entries(ways).flatMap(([path, name]) => [el("a", { href: address(`${path}/`).href }, name), "　"])));
}

let early = false;
box.addEventListener("input", () => { early = true; });
if (!box.value) box.value = asked().q;
apart(() => {
  if (!box.value && matchMedia("(hover: hover)").matches) box.focus({ preventScroll: true }); // no keyboard over a phone's page
  $("pp-filters").open = matchMedia("(min-width: 60em)").matches;
});
openSearch().then(start).catch(failed);
