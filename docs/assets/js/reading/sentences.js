/**
 * One sentence at a time: its address, and the sentence with where it stands, to copy. The sentences of a measure are one
 * stop of the Tab key; arrows go from one to the next, Enter goes to the tools, Escape back.
 */

import { asItCame, isReceived, naming } from "../shared/form.js";
import { docked, lineAt, put } from "./box-position.js";
import { quoted, say } from "../shared/words.js";
import { own } from "../shared/page-address.js";

const WITHIN = ".pp-text, .pp-m, .pp-p";
const KEYED = "pp-keyed"; // on the root while keys are what the reader uses
const STOP = { role: "group", "aria-roledescription": say.tools.role, "aria-describedby": "pp-tools-keys" };
const REST = 350;
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const canonical = own();

/** Fetched when the tools open, so that copying follows the click at once: browsers allow it no later. */
const clipboard = () => import("../shared/clipboard.js");

/** @type {HTMLElement[]} the first piece of each sentence, which has its anchor */
let all = [];
let now = null;
let timer = 0;
let bar;
let status;
let report; // where the page offers to report what is wrong

/** Every piece of a sentence: other marks may cut it. @param {HTMLElement} first */
function pieces(first) {
  const within = [...first.closest(WITHIN).querySelectorAll(".pp-s")];
  const from = within.indexOf(first);
  const next = within.findIndex((s, n) => n > from && s.id);
  return within.slice(from, next < 0 ? undefined : next);
}

/** The sentence of a node, by its first piece. @param {Node} node @returns {HTMLElement|null} */
function sentenceOf(node) {
  const piece = node.closest?.(".pp-s");
  if (!piece || piece.id) return piece ?? null;
  const within = [...piece.closest(WITHIN).querySelectorAll(".pp-s")];
  return within.slice(0, within.indexOf(piece)).reverse().find((s) => s.id) ?? null;
}

/**
 * A sentence's permanent address: on its measure's page, wherever it is read; of a passage outside the measures, on the
 * document's; in the form in which it is read. @param {HTMLElement} first
 */
export function addressOf(first) {
  const page = first.closest(".pp-m")?.querySelector("a[href]")?.getAttribute("href");
  return page ? `${naming(new URL(page, canonical).href)}#${first.id.slice(first.id.lastIndexOf("s"))}` : `${naming(canonical)}#${first.id}`;
}

/** @type {WeakMap<HTMLElement, () => string>} */
const said = new WeakMap();

/** What a sentence says, in the form in which it is read. @param {HTMLElement} first */
const saidBy = (first) => said.get(first)().trim();

/** The words, in the form in which they are read, and where they stand. @param {HTMLElement} first */
export function quotationOf(first) {
  const { from, fromReceived } = first.closest("[data-from]").dataset;
  const source = (isReceived() && fromReceived) || from;
  const number = first.closest("[data-n]").dataset.n;
  return `${quoted(saidBy(first))}——${[source, number, addressOf(first)].filter(Boolean).join("，")}`;
}

function button(label, name, act) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", textContent: label, tabIndex: -1 });
  made.setAttribute("aria-label", name);
  made.addEventListener("click", () => act(made));
  return made;
}

function copying(label, name, textOf) {
  return button(label, name, async (made) => {
    const text = textOf(now);
    const { copy } = await clipboard();
    const done = await copy(text, bar);
    status.textContent = done ? say.tools.done(name) : say.tools.refused;
    if (!done) location.hash = now.id;
    made.textContent = done ? say.tools.copied : say.tools.notCopied;
    setTimeout(() => { made.textContent = label; status.textContent = ""; }, 2000);
  });
}

/** A link to the form for the sentence, where the page has one. */
function reporting() {
  const form = document.querySelector("a[data-report]");
  if (!form) return [];
  report = document.createElement("a");
  Object.assign(report, { textContent: say.tools.report, tabIndex: -1 });
  report.setAttribute("aria-label", say.tools.reportOf);
  report.dataset.form = form.href;
  return [report];
}

function makeBar() {
  bar = document.createElement("div");
  bar.className = "pp-tools";
  bar.hidden = true;
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", say.tools.name);
  status = document.createElement("span");
  status.className = "pp-vh";
  status.setAttribute("role", "status");
  bar.append(
    copying(say.tools.link, say.tools.linkOf, addressOf),
    copying(say.tools.quotation, say.tools.quotationOf, quotationOf),
    ...reporting(),
    button(say.tools.close, say.tools.close, () => leave()),
    status,
  );
  bar.addEventListener("keydown", onBarKey);
  bar.addEventListener("pointerenter", () => clearTimeout(timer));
  const keys = document.createElement("p");
  Object.assign(keys, { id: "pp-tools-keys", className: "pp-vh", textContent: say.tools.keys });
  document.querySelector("main").append(bar, keys);
}

/** Beside the text where there is room, at the foot of a small window, else under the line. @param {HTMLElement} first @param {PointerEvent} [event] */
function place(first, event) {
  bar.classList.toggle("pp-tools--dock", small());
  docked(bar, small());
  if (small()) return true;
  const column = first.closest(".pp-text, .pp-fulltext").getBoundingClientRect();
  const aside = document.querySelector(".pp-outline")?.getBoundingClientRect();
  const end = aside && aside.left > column.right ? aside.left : document.documentElement.clientWidth;
  bar.classList.add("pp-tools--side");
  const side = end - column.right >= bar.offsetWidth + 16;
  if (side) {
    put(bar, column.right + 8, lineAt(first).top);
  } else {
    bar.classList.remove("pp-tools--side");
    const last = pieces(first).at(-1);
    const line = event ? lineAt(event.target, event.clientY) : [...last.getClientRects()].at(-1);
    put(bar, event ? event.clientX - bar.offsetWidth / 2 : line.right - bar.offsetWidth, line.bottom + 6);
  }
  return side;
}

function open(first, event) {
  clearTimeout(timer);
  close();
  clipboard();
  now = first;
  rove(first);
  pieces(first).forEach((s) => s.classList.add("pp-s--now"));
  if (report) {
    report.href = report.dataset.form;
    import("./report.js").then(({ reportOf }) => { report.href = reportOf(report.dataset.form, addressOf(first), saidBy(first)); });
  }
  bar.hidden = false;
  place(first, event);
}

function close() {
  clearTimeout(timer);
  if (!now) return;
  pieces(now).forEach((s) => s.classList.remove("pp-s--now"));
  now = null;
  bar.hidden = true;
  docked(bar, false);
}

/** Close, and give the focus back to the sentence if the tools had it. */
function leave() {
  const first = now;
  const had = bar.contains(document.activeElement);
  close();
  if (had) first.focus({ preventScroll: true });
}

const small = () => matchMedia("(max-width: 40rem)").matches;
const rooms = () => matchMedia("(min-width: 60rem)").matches;

/** Whether a node is in the tools or in another bar at the foot of the window: pressing a button there must not move it. */
const atFoot = (node) => bar.contains(node) || Boolean(node.closest?.(".pp-hits, .pp-tray"));

/** Make a sentence the stop of its measure. @param {HTMLElement} to */
function rove(to) {
  for (const s of to.closest(WITHIN).querySelectorAll(".pp-s[id]")) {
    s.tabIndex = s === to ? 0 : -1;
    for (const [name, value] of Object.entries(STOP)) s === to ? s.setAttribute(name, value) : s.removeAttribute(name);
  }
}

function onKey(event) {
  const at = all.indexOf(event.target);
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const to = { Home: 0, End: all.length - 1 }[event.key] ?? (STEPS[event.key] ? at + STEPS[event.key] : -1);
  if (all[to]) {
    event.preventDefault();
    rove(all[to]);
    all[to].focus();
    all[to].scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter") {
    event.preventDefault();
    if (now !== event.target) open(event.target);
    bar.querySelector("button").focus({ preventScroll: true });
  } else if (event.key === "Escape") {
    close();
  }
}

function onBarKey(event) {
  const buttons = [...bar.querySelectorAll("button, a")];
  const at = buttons.indexOf(document.activeElement);
  if (STEPS[event.key]) {
    event.preventDefault();
    buttons[(at + STEPS[event.key] + buttons.length) % buttons.length].focus();
  } else if (event.key === "Escape") {
    event.preventDefault();
    leave();
  } else if (event.key === "Tab") {
    leave(); // the Tab key then goes on from the sentence
  }
}

function onHover(event) {
  if (event.pointerType !== "mouse" || !rooms() || bar.contains(document.activeElement)) return;
  clearTimeout(timer);
  const first = sentenceOf(event.target);
  if (first && first !== now) timer = setTimeout(() => open(first, event), REST);
}

function onClick(event) {
  if (event.target.closest("a, button, summary")) return;
  const first = sentenceOf(event.target);
  if (!first || getSelection()?.isCollapsed === false) return;
  if (first === now && event.pointerType !== "mouse") close();
  else open(first, event);
}

/** @param {HTMLElement} text the text of a measure or of a document */
export function offerSentences(text) {
  all = [...text.querySelectorAll(".pp-s[id]")];
  if (!all.length) return;
  all.forEach((first) => said.set(first, asItCame(pieces(first))));
  makeBar();
  const named = all.find((s) => `#${s.id}` === location.hash);
  all.filter((s) => all.find((t) => t.closest(WITHIN) === s.closest(WITHIN)) === s).forEach(rove);
  if (named) rove(named);
  text.addEventListener("keydown", onKey);
  text.addEventListener("pointerover", onHover);
  text.addEventListener("pointerout", () => { if (!now) clearTimeout(timer); });
  text.addEventListener("click", onClick);
  document.addEventListener("keydown", () => document.documentElement.classList.add(KEYED), { capture: true });
  document.addEventListener("pointerdown", () => document.documentElement.classList.remove(KEYED), { capture: true });
  document.addEventListener("focusin", (event) => {
    if (all.includes(event.target) && document.documentElement.classList.contains(KEYED)) open(event.target);
    else if (now && event.target !== now && !atFoot(event.target)) close();
  });
  document.addEventListener("click", (event) => {
    if (now && !atFoot(event.target) && !text.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && now) leave(); });
  addEventListener("resize", close);
}
