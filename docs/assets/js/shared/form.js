/**
 * The two forms in which texts are shown: as they are read (the page as it comes), and 原貌, as they were received. Which
 * one a reader chose is remembered; an address may name one (?form=received, ?form=reading). On every page.
 */

import { askedIn } from "./page-address.js";

const KEY = "pp-form";
const ASKED = "form";
const RECEIVED = "received";
const READING = "reading";
const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const APART = "button, script, style";
const TURNED = "pp-form";

/**
 * A text in its other form, by a patch as build_scripts/publishing/text/reading_form/patch.py writes it.
 * @param {string[]} points code points @param {string} steps @returns {string[]} as many
 */
export function patched(points, steps) {
  const out = [...points];
  const signs = Array.from(steps);
  let where = -1;
  for (let n = 0; n < signs.length; n += 2) {
    for (; signs[n] === "."; n += 1) where += DIGITS.length;
    where += DIGITS.indexOf(signs[n]) + 1;
    out[where] = signs[n + 1];
  }
  return out;
}

function asked() {
  const form = askedIn(location.search).get(ASKED);
  return form === RECEIVED || form === READING ? form : null;
}

function chosen() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // no storage: the choice lasts for the page
  }
}

let now = (asked() ?? chosen()) === RECEIVED ? RECEIVED : READING;

/** Whether texts are shown as they were received. */
export const isReceived = () => now === RECEIVED;

/** What an element that shows words of a document has as its language, null for the page's own. @param {?string} lang */
export const langOf = (lang) => (isReceived() && lang === "zh-Hant" ? lang : null);

/**
 * A record of a file for the browser, whose texts are as they are read, in the form chosen. `received` holds the way
 * back, a patch by the path of each text that differs.
 * @template T @param {T & {received?: Record<string, string>}} record @returns {T}
 */
export function inForm({ received = {}, ...record }) {
  if (!isReceived()) return record;
  const copy = JSON.parse(JSON.stringify(record)); // it came as JSON
  for (const [path, steps] of Object.entries(received)) {
    const keys = path.split(".");
    const last = keys.pop();
    const holder = keys.reduce((at, key) => at[key], copy);
    holder[last] = patched(Array.from(holder[last]), steps).join("");
  }
  return copy;
}

/** An address that names the form shown, where it is not the usual one. @param {string} address without a fragment */
export const naming = (address) => (isReceived() ? `${address}${address.includes("?") ? "&" : "?"}${ASKED}=${RECEIVED}` : address);

/** What an address within this page has after its question mark: the form is named on where it is named now. @param {string} search */
export const keeping = (search) => {
  const form = asked();
  return form ? `${search}${search ? "&" : "?"}${ASKED}=${form}` : search;
};

/** The text nodes of an element, those of controls inside it left out. @param {Element} root @returns {Text[]} */
function nodesOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const apart = walker.currentNode.parentElement.closest(APART);
    if (!apart || apart.contains(root)) found.push(walker.currentNode);
  }
  return found;
}

const pointsOf = (nodes) => Array.from(nodes.map((n) => n.data).join(""));

/** Lay code points over text nodes that hold as many. @param {Text[]} nodes @param {string[]} points */
function lay(nodes, points) {
  let at = 0;
  for (const node of nodes) {
    const size = Array.from(node.data).length;
    const data = points.slice(at, at + size).join("");
    if (data !== node.data) node.data = data;
    at += size;
  }
}

/** @type {Map<Element, string[]>} the texts as they are read, of elements that are shown as received */
const read = new Map();

/** What a node says in the original, however it is shown now. @param {Node} node @returns {string} */
export function receivedOf(node) {
  const root = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest("[data-received]");
  if (!root || read.has(root)) return node.textContent;
  const nodes = nodesOf(root);
  const points = patched(pointsOf(nodes), root.dataset.received);
  let at = 0;
  let said = "";
  for (const text of nodes) {
    const size = Array.from(text.data).length;
    if (node.contains(text)) said += points.slice(at, at + size).join("");
    at += size;
  }
  return said;
}

/** What a node says in either form, however it is shown now. @param {Node} node @returns {{read: string, received: string}} */
export function formsOf(node) {
  const root = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest("[data-received]");
  const received = receivedOf(node);
  if (!root || !read.has(root)) return { read: node.textContent, received };
  let at = 0;
  let said = "";
  for (const text of nodesOf(root)) {
    const size = Array.from(text.data).length;
    if (node.contains(text)) said += read.get(root).slice(at, at + size).join("");
    at += size;
  }
  return { read: said, received };
}

/**
 * What nodes say together, kept from when the page came, in the form shown when it is asked: what a translator makes of the
 * page is neither quoted nor cited. @param {Node[]} nodes @returns {() => string}
 */
export function asItCame(nodes) {
  const both = nodes.map(formsOf);
  return () => both.map((b) => b[isReceived() ? "received" : "read"]).join("");
}

/** Show what stands on the page in the form chosen. */
function showPage() {
  for (const root of document.querySelectorAll("[data-received]")) {
    const nodes = nodesOf(root);
    if (isReceived() && !read.has(root)) {
      read.set(root, pointsOf(nodes));
      lay(nodes, patched(read.get(root), root.dataset.received));
    } else if (!isReceived() && read.has(root)) {
      lay(nodes, read.get(root));
      read.delete(root);
    }
  }
  for (const element of document.querySelectorAll("[data-hant]")) {
    if (isReceived()) element.lang = "zh-Hant";
    else element.removeAttribute("lang");
  }
  document.documentElement.dataset.form = now;
  for (const button of document.querySelectorAll("button[data-form-switch]")) button.setAttribute("aria-pressed", String(isReceived()));
  for (const line of document.querySelectorAll("[data-form-line]")) line.hidden = (line.dataset.formLine === RECEIVED) !== isReceived();
}

/** @param {string} form */
function turn(form) {
  now = form;
  try {
    if (form === RECEIVED) localStorage.setItem(KEY, form);
    else localStorage.removeItem(KEY);
  } catch { /* private mode: the choice lasts for this page */ }
  const address = new URL(location.href);
  if (address.searchParams.has(ASKED)) address.searchParams.set(ASKED, form);
  const here = !dispatchEvent(new Event(TURNED, { cancelable: true })); // a page that draws its own anew says so
  if (!here && document.querySelector("[data-drawn]")) { // what other scripts draw comes with a new page
    if (chosen() !== (form === RECEIVED ? form : null)) address.searchParams.set(ASKED, form);
    if (address.href === location.href) location.reload();
    else location.replace(address);
    return;
  }
  history.replaceState(history.state, "", address);
  showPage();
}

for (const button of document.querySelectorAll("button[data-form-switch]")) {
  button.hidden = false;
  button.addEventListener("click", () => turn(isReceived() ? READING : RECEIVED));
}
for (const link of document.querySelectorAll("a[data-form-switch]")) { // without scripts it leads to the source itself
  link.addEventListener("click", (event) => {
    event.preventDefault();
    turn(isReceived() ? READING : RECEIVED);
    document.querySelector("[data-form-line]:not([hidden]) a")?.focus();
  });
}
showPage();
addEventListener("pageshow", ({ persisted }) => {
  const form = asked() ?? (chosen() === RECEIVED ? RECEIVED : READING);
  if (persisted && form !== now) turn(form); // a page that comes back as it was left follows what was chosen since
});
