/**
 * What of a paste is quoted, and what is said around it: sources, addresses, marks of notes, the words of whoever quotes.
 *
 * @typedef {{text: string, from: number, to: number}} Stretch  of a text, in UTF-16 units; `text` without its quotation marks
 * @typedef {{pieces: string[], aside: string[]}} Reading  what is to be looked up, and what is not
 */

import { isIgnored } from "../shared/folding.js";

const PAIRS = new Map([["“", "”"], ["「", "」"], ["『", "』"], ["‘", "’"], ["﹁", "﹂"], ["﹃", "﹄"], ["〝", "〞"], ['"', '"'], ["＂", "＂"]]);
const CLOSING = new Set(PAIRS.values());
const BRACKETS = new Map([["）", "（"], [")", "("], ["〕", "〔"], ["]", "["], ["］", "［"], ["】", "【"]]);
const OPENING = new Set(BRACKETS.values());
const MARK = /[\p{P}\p{S}]/u;
const QUOTED = 8; // content characters from which words between marks are a quotation rather than a term
const SAYING = /(?:[:：,，]|[说说写作称出求确定调到为])[\s]*$/u; // “…提出：”, “…明确”: what follows is quoted, however short
const ELLIPSES = /(?:…|⋯|\.{3})+/;

/** Circled and raised figures, figures in square brackets, 注1, asterisks and daggers: takes ①, ¹², [3], ［1-2］, (注1), ※ and leaves (1), 2023. */
export const NOTES = /[\u2460-\u2473\u24ea-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|[[［【〔]\s*注?\s*\d{1,3}(?:\s*[-–—,，、]\s*\d{1,3})*\s*[\]］】〕]|[(（]\s*注\s*\d{0,3}\s*[)）]|[*＊†‡※]+/gu;

/** What a source looks like: a number of a document, a title, an address, a place in a text, a page. */
const SOURCE = /[〔（([［【]\s*(?:19|20)\d\d\s*[〕）)\]］】]|(?:19|20)\d\d\s*年|\d+\s*[号號]|https?:|www\.|《[^》]+》|第[\d一二三四五六七八九十百]+[条條款章节節句页頁段]|[一二三四五六七八九十]+、[（(]|来源|來源|引自|摘自|转引|轉引|出处|出處|^\s*[见見注]|[Pp]{1,2}\.?\s*\d/u;
const ADDRESS = /https?:\/\/[^\s“”「」『』，。；、）)]+/gu;
const LEAD = /^\s*(?:>+|[-*•·]\s|\|)?\s*(?:\d{1,2}[.、)）]\s*)?/u; // how a line begins where it was quoted in Markdown or a list

const NOTE = new RegExp(NOTES.source, "u"); // without memory of where it was

/** Whether a character counts as content. @param {string} c */
export const isContent = (c) => !isIgnored(c) && !MARK.test(c);

/** How many characters of content a text has. @param {string} text */
export const contentOf = (text) => [...text].filter(isContent).length;

/** The pieces of a text between ellipses. @param {string} text @returns {string[]} */
export const cut = (text) => text.split(ELLIPSES).map(unquoted).filter((piece) => contentOf(piece) > 0);

/**
 * What stands between quotation marks, the outermost ones.
 * @param {string} text @returns {Stretch[]}
 */
export function quoted(text) {
  const found = [];
  const open = []; // the marks that are still to be closed
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at];
    if (open.at(-1) === c) {
      open.pop();
      if (!open.length) found.push({ text: text.slice(from + 1, at), from, to: at + 1 });
    } else if (PAIRS.has(c)) {
      if (!open.length) from = at;
      open.push(PAIRS.get(c));
    }
  }
  return found;
}

/** A text without quotation marks around the whole, or a lone one at either end. @param {string} text */
export function unquoted(text) {
  const trimmed = text.trim();
  const [only] = quoted(trimmed);
  if (only && only.to - only.from === trimmed.length) return only.text.trim();
  const opens = PAIRS.has(trimmed[0]) && !quoted(trimmed).some((s) => s.from === 0) ? 1 : 0;
  const last = trimmed.at(-1);
  const closes = trimmed.length > 1 && CLOSING.has(last) && !quoted(trimmed).some((s) => s.to === trimmed.length) ? 1 : 0;
  return trimmed.slice(opens, trimmed.length - closes).trim();
}

/** A text without the marks of notes and whatever of a source stands at its end. @param {string} text @returns {Reading} */
export function bare(text) {
  const aside = [];
  const away = (said) => {
    if (said.trim()) aside.push(said.trim());
    return "";
  };
  let left = text.replace(LEAD, "").replace(ADDRESS, away).replace(NOTES, away).trimEnd();
  for (let before = null; before !== left;) {
    before = left;
    left = withoutDash(withoutBrackets(left, away), away).trimEnd();
  }
  return { pieces: cut(left), aside };
}

/** Without brackets at the end that hold a source. */
function withoutBrackets(text, away) {
  const end = text.replace(/[\s。.；;，,]+$/u, "");
  const closing = end.at(-1);
  if (!BRACKETS.has(closing)) return text;
  let depth = 0;
  for (let at = end.length - 1; at >= 0; at -= 1) {
    if (BRACKETS.has(end[at])) depth += 1;
    else if (OPENING.has(end[at])) depth -= 1;
    if (depth) continue;
    const said = end.slice(at);
    return SOURCE.test(said.slice(1, -1)) ? `${end.slice(0, at)}${away(said)}` : text;
  }
  return text;
}

/** Without a dash and the source after it, at the end. */
function withoutDash(text, away) {
  const [all, dash, said] = /([—―─－-]{1,3})([^—―─]*)$/u.exec(text) ?? [];
  return all && (SOURCE.test(said) || !contentOf(said)) && contentOf(text.slice(0, -all.length)) ? text.slice(0, -all.length) + away(dash + said) : text;
}

/**
 * The quotations of a text in which somebody quotes: those of some length, those that a word of saying leads in; any, where
 * around them stands only a source.
 * @param {string} text @returns {?(Reading & {outside: [number, number][]})} `outside`: the stretches that are not quoted; null where nothing is
 */
export function quotations(text) {
  const all = quoted(text);
  const around = outsideOf(all, text).map(([from, to]) => text.slice(from, to));
  const only = around.every((said) => !contentOf(said.replace(ADDRESS, "").replace(NOTES, "")) || SOURCE.test(said));
  const taken = all.filter((s) => contentOf(s.text) >= QUOTED || (contentOf(s.text) && (only || SAYING.test(text.slice(0, s.from)))));
  if (!taken.length) return null;
  const outside = outsideOf(taken, text);
  const inside = taken.map((s) => bare(s.text));
  return {
    pieces: inside.flatMap((r) => r.pieces),
    aside: [...outside.map(([from, to]) => text.slice(from, to).trim()).filter((said) => [...said].some((c) => !isIgnored(c) && (!MARK.test(c) || NOTE.test(c)))), ...inside.flatMap((r) => r.aside)],
    outside,
  };
}

function outsideOf(stretches, text) {
  const ends = [0, ...stretches.map((s) => s.to)];
  return ends.map((from, n) => [from, stretches[n]?.from ?? text.length]).filter(([from, to]) => to > from);
}
