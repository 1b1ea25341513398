/** Hits marked in the page on arrival from a search, in either script: `?hl=<query>`. */

import { el } from "../shared/dom.js";
import { loadFold } from "../shared/fetching.js";
import { askedIn, idIn } from "../shared/page-address.js";
import { rangesOf } from "./hit-ranges.js";
import { parse } from "./query.js";
import { say } from "./words.js";

const SECTION = ".pp-measure .pp-crumbs";
const WHERE = ".pp-measure h1, .pp-measure .pp-text, .pp-fulltext";
const SEAMS = /[。；！？:：\n]+/;
const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, dd, dt, blockquote, figcaption";

/** Mark what the address asks for, tell how many there are, and go to the first. */
export async function arrive() {
  const phrases = askedIn(location.search).getAll("hl");
  const fold = await loadFold();
  const asked = phrases.flatMap((hl) => parse(hl, fold));
  const original = [...document.querySelectorAll(WHERE)];
  const roots = original.length ? original : [...document.querySelectorAll("main article")];
  const markAll = (where, wanted) => where.flatMap((root) => markIn(root, wanted, fold));
  const holds = (text) => roots.some((root) => rangesOf(root.textContent, [text], fold).length);
  const texts = asked.flatMap((p) => (holds(p.text) ? [p.text] : [p.text, ...p.words]));
  let marks = markAll(roots, texts);
  // A hit may be the heading of the section; or run from a heading into the text, or over the end of a paragraph: then
  // its parts are marked.
  if (!marks.length) marks = markAll([...document.querySelectorAll(SECTION)], texts);
  if (!marks.length) marks = markAll(roots, texts.flatMap((text) => text.split(SEAMS)).filter((part) => [...part].length > 1));
  announce(marks, phrases.join(" "));
}

/**
 * Mark `phrases` in the blocks of `root`, across the elements inside a block.
 * @param {Element} root @param {string[]} phrases @param {(text: string) => string} fold @returns {HTMLElement[][]} the
 *     pieces of each hit
 */
export function markIn(root, phrases, fold) {
  const blocks = [root, ...root.querySelectorAll(BLOCKS)].filter((b) => b === root || b.querySelector(BLOCKS) === null);
  return blocks.flatMap((block) => {
    const nodes = textNodes(block, block === root ? BLOCKS : null);
    const ranges = rangesOf(nodes.map((n) => n.data).join(""), phrases, fold);
    return ranges.reverse().map((range) => wrap(nodes, range)).reverse();
  });
}

/** The text nodes below `block`, those inside an element of `except` left out. @returns {Text[]} */
function textNodes(block, except) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const inner = except && parent.closest(except);
    if (parent.closest("script, style, button") || (inner && inner !== block && block.contains(inner))) continue;
    found.push(walker.currentNode);
  }
  return found;
}

/** Wrap one range; ranges are wrapped last first, so that offsets before them stay true. @returns {HTMLElement[]} */
function wrap(nodes, [start, end]) {
  const marks = [];
  let at = 0;
  for (const node of nodes) {
    const length = node.data.length;
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, length);
    if (from < to) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const mark = el("mark", { class: "pp-hit" });
      range.surroundContents(mark);
      marks.push(mark);
    }
    at += length;
    if (at >= end) break;
  }
  return marks;
}

/** A line that counts the hits, steps through them, and takes the marks away. */
function announce(marks, phrase) {
  let at = -1;
  const show = (n) => {
    marks[at]?.forEach((m) => m.classList.remove("pp-hit--now"));
    at = (n + marks.length) % marks.length;
    marks[at].forEach((m) => m.classList.add("pp-hit--now"));
    marks[at][0].scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    where.textContent = say.hits.at(at + 1, marks.length);
  };
  const where = el("span", {}, marks.length ? say.hits.count(marks.length) : say.hits.none);
  const button = (label, act) => {
    const node = el("button", { type: "button" }, label);
    node.addEventListener("click", act);
    return node;
  };
  const bar = el("div", { class: "pp-hits", role: "region", "aria-label": say.hits.name },
    el("p", { role: "status" }, say.hits.phrase(phrase), where),
    marks.length > 1 ? button(say.hits.before, () => show(at - 1)) : null,
    marks.length ? button(marks.length > 1 ? say.hits.next : say.hits.there, () => show(at + 1)) : null,
    button(say.hits.clear, () => {
      marks.flat().forEach((m) => {
        const parent = m.parentNode;
        m.replaceWith(...m.childNodes);
        parent.normalize();
      });
      bar.remove();
      const url = new URL(location.href);
      url.searchParams.delete("hl");
      history.replaceState(history.state, "", url);
    }));
  document.body.append(bar);
  if (!marks.length) return;
  const first = firstFrom(location.hash, marks);
  if (!inView(marks[first][0])) show(first);
}

/** The first hit in or after what the address points to; the very first where it points to nothing. */
function firstFrom(hash, marks) {
  const target = idIn(hash) ? document.getElementById(idIn(hash)) : null;
  const from = marks.findIndex(([m]) => target?.compareDocumentPosition(m) & Node.DOCUMENT_POSITION_FOLLOWING);
  return Math.max(from, 0);
}

function inView(node) {
  const { top, bottom } = node.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
