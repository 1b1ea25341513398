/** The free comparison: two to six measures named by the address, side by side. The address is the whole state. */

import { copy } from "../shared/clipboard.js";
import { el } from "../shared/dom.js";
import { address, loadFold } from "../shared/fetching.js";
import { keeping, naming } from "../shared/form.js";
import { items, keep } from "./basket.js";
import { buttonAt, column } from "./columns.js";
import { common } from "./common-questions.js";
import { loadGenre, loadMeasure } from "./data.js";
import { relations, table } from "./facts.js";
import { legend } from "./phrase-list.js";
import { langOf, letterOf, titleOf } from "./names.js";
import { picker } from "./picker.js";
import { scrolling, together } from "./scroll-together.js";
import { quieting } from "./quiet.js";
import { setPhrases } from "./set-phrases.js";
import { sharedWording } from "./shared.js";
import { MOST, moved, readDocuments, readIds, writeIds } from "./state.js";
import { swiping } from "./swiping.js";
import { suggestions } from "./suggestions.js";
import { choosing } from "./two-documents.js";
import { nextPlace } from "./text.js";
import { say as words } from "../shared/words.js";
import { apart } from "../shared/page-address.js";
import { say } from "./words.js";

const $ = (id) => document.getElementById(id);
const title = document.title;

let ids = [];
let turn = 0;
let cited = "";
let asking = null; // the part of the address that is shown
let sync = { settle: () => {} };

/** Go to another choice of measures, say what was done; the tray follows, since the reader chose here. */
function go(next, focus, done = "") {
  apart(() => history.pushState(null, "", keeping(writeIds(next)) || location.pathname));
  show(focus, done).then((found) => keep((found ?? []).map(({ id, label }) => ({ id, label }))));
}

async function show(focus, done = "") {
  asking = location.search;
  const asked = readIds(asking);
  ids = asked.ids;
  const mine = (turn += 1);
  $("pp-compare").setAttribute("aria-busy", "true");
  const found = await Promise.all(ids.map(loadMeasure));
  const measures = found.map((f) => f.measure).filter(Boolean);
  const [fold, genre] = measures.length > 1 ? await Promise.all([loadFold(), loadGenre()]).catch(() => [null, []]) : [null, []]; // the texts do without
  if (mine !== turn) return null;
  const phrases = measures.length > 1
    && fold ? apart(() => sharedWording(measures.map((m) => m.text), fold, { genre, skip: measures.map((m) => m.skip) }), []) : [];
  const set = fold ? measures.map((m) => apart(() => setPhrases(m.text, fold, genre, m.skip), [])) : [[]];
  $("pp-faults").replaceChildren(...faults(asked, found));
  draw(measures, phrases, set);
  $("pp-said").prepend(done);
  $("pp-compare").setAttribute("aria-busy", "false");
  $("pp-compare").dataset.shown = measures.map((m) => m.id).join(" ");
  if (focus) document.querySelector(focus)?.focus();
  apart(() => find.refresh());
  return measures;
}

/** What of the address could not be shown, and what to do. */
function faults(asked, found) {
  const out = asked.malformed.map((m) => el("li", {}, say.faults.malformed(m)));
  if (asked.beyond.length) out.push(el("li", {}, say.faults.beyond(MOST, asked.beyond)));
  for (const { id, moved: where } of found.filter((f) => !f.measure)) out.push(lost(id, where));
  return out;
}

function lost(id, { to, page, gone }) {
  if (to) {
    const link = el("a", { href: keeping(writeIds(ids.map((i) => (i === id ? to : i)))) }, to);
    return el("li", {}, say.faults.moved(id), link, say.faults.take);
  }
  if (page !== undefined) return el("li", {}, say.faults.page(id), el("a", { href: address(page).href }, page), say.faults.end);
  if (gone) return el("li", {}, say.faults.gone(id, gone.was, gone.reason));
  return el("li", {}, say.faults.unknown(id));
}

function draw(measures, phrases, set) {
  const enough = measures.length > 1;
  document.title = measures.length ? `${measures.map((m) => `${m.document.short} ${m.printed}`).join("｜")} · ${title}` : title;
  $("pp-begin").hidden = measures.length > 0;
  $("pp-said").textContent = !measures.length ? "" : enough ? say.compared(measures.length, phrases.filter((p) => !p.genre).length) : say.oneMore;
  $("pp-tools").hidden = !measures.length;
  $("pp-cite-text").replaceChildren(...citation(measures));
  cited = $("pp-cite-text").textContent; // before a translator changes it
  const known = enough ? apart(() => relations(measures, address), []) : [];
  const answered = enough ? apart(() => common(measures, address), []) : [];
  $("pp-first").hidden = !known.length && !answered.length;
  $("pp-common").replaceChildren(...answered);
  $("pp-only").hidden = !enough;
  ["pp-jump", "pp-facts", "pp-legend"].forEach((id) => { $(id).hidden = !enough; });
  $("pp-facts-body").replaceChildren(...(enough ? apart(() => [table(measures, address)], []) : []));
  $("pp-known").replaceChildren(...known);
  $("pp-known").hidden = !known.length;
  $("pp-legend-body").replaceChildren(...apart(() => legend(phrases, measures), []));
  const columns = measures.map((m, n) => column(m, n, measures, phrases, set[n] ?? [], acts(measures.map((x) => x.id))));
  $("pp-texts").replaceChildren(...columns);
  $("pp-texts").className = `pp-sidebyside pp-sidebyside--${columns.length}${$("pp-marks").checked ? "" : " pp-unmarked"}`;
  apart(() => swiping($("pp-swipe"), $("pp-texts"), measures));
  sync = apart(() => together(texts(), () => $("pp-sync").checked), { settle: () => {} });
  apart(offerSync);
  $("pp-more").replaceChildren(...apart(() => suggestions(measures, add), []));
}

const texts = () => [...document.querySelectorAll(".pp-sidebyside__text")];

/** Scrolling together is offered where there is something to scroll. */
function offerSync() {
  $("pp-together").hidden = texts().length < 2 || !scrolling(texts());
}

/** What the buttons of the columns do; focus stays with the column moved, or goes to the neighbour of one removed. */
function acts(here) {
  return {
    move: (n, to, act) => go(moved(here, n, to), buttonAt(to, act), say.movedTo(to + 1)),
    remove: (n) => {
      const rest = here.filter((_, i) => i !== n);
      go(rest, rest.length ? buttonAt(Math.min(n, rest.length - 1), say.remove) : "#pp-pick", say.removed);
    },
  };
}

function citation(measures) {
  const named = measures.flatMap((m, n) => [n ? say.semicolon : "", letterOf(n), say.comma, el("span", { lang: langOf(m) }, say.titled(m.document.title, titleOf(m)))]);
  return measures.length ? [...named, say.cited(naming(`${location.origin}${location.pathname}${writeIds(measures.map((m) => m.id))}`))] : [];
}

function add(id) {
  if (ids.includes(id)) return;
  if (ids.length >= MOST) {
    $("pp-pick-status").textContent = say.full(MOST);
    return;
  }
  go([...ids, id], `#pp-col-${ids.length + 1}`);
}

/** Bring a place into view in its own column, and its fellows with it. */
function reach(id, p) {
  const target = document.getElementById(id);
  if (!target) return;
  document.querySelectorAll(".pp-shared--now").forEach((n) => n.classList.remove("pp-shared--now"));
  document.querySelectorAll(`.pp-sidebyside__text [data-phrase="${p}"]`).forEach((n) => n.classList.add("pp-shared--now"));
  texts().forEach((column) => {
    const place = column.contains(target) ? target : column.querySelector(`[data-phrase="${p}"]`);
    if (place) column.scrollTop += place.getBoundingClientRect().top - column.getBoundingClientRect().top - column.clientHeight / 3;
  });
  target.scrollIntoView({ block: "center", behavior: "auto" });
  sync.settle();
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
  const spans = texts().map((c) => Array(c.querySelectorAll(`[data-phrase="${p}"][data-n]`).length));
  return nextPlace({ spans }, p, Number(link.dataset.text));
}

/** Tell whether it is on the clipboard; where not, the citation, which holds the address, is selected. */
async function copied(words) {
  const done = await copy(words);
  if (!done) getSelection().selectAllChildren($("pp-cite-text"));
  $("pp-copied").textContent = done ? say.copied : say.selected;
}

$("pp-copy").addEventListener("click", () => copied(cited));
$("pp-copy-link").addEventListener("click", () => copied(naming(`${location.origin}${location.pathname}${writeIds(ids)}`)));
apart(() => quieting($("pp-quiet"), $("pp-texts")));
$("pp-marks").addEventListener("change", (event) => $("pp-texts").classList.toggle("pp-unmarked", !event.target.checked));
addEventListener("popstate", () => location.search !== asking && show().catch(failed)); // else a step within the page
addEventListener("resize", offerSync);

function failed(error) {
  console.warn(error);
  $("pp-compare").setAttribute("aria-busy", "false");
  $("pp-said").textContent = say.failed;
}

const documents = readDocuments(location.search);
if ($("pp-two")) apart(() => choosing($("pp-two"), documents));
document.documentElement.classList.toggle("pp-tabling", documents.length === 2); // early.js counts, and does not read, what is asked
if (documents.length === 2) {
  import("./article-by-article.js").then(({ tabled }) => tabled($("pp-table"), ...documents)).catch((error) => {
    failed(error);
    $("pp-table").replaceChildren(el("p", { class: "pp-silence", role: "alert" }, say.failed));
  });
}

const find = apart(() => picker($("pp-pick"), $("pp-picks"), $("pp-pick-status"), () => ids, add));
$("pp-compare").hidden = documents.length === 2;
const waiting = items();
if (!readIds(location.search).ids.length && waiting.length) {
  $("pp-from-tray").hidden = false;
  $("pp-from-tray").href = keeping(writeIds(waiting.map((i) => i.id)));
  $("pp-from-tray").textContent = words.tray.holds(waiting.length);
}
show().catch(failed);
