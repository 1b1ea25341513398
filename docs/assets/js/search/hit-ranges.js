/** Where phrases stand in a text as printed, and the stretch of it worth showing. */

import { normal } from "../shared/folding.js";

/**
 * @typedef {[number, number]} Range  half-open, in UTF-16 units of the text
 * @typedef {{text: string, hit: boolean}} Segment
 */

/**
 * The ranges of `phrases` in `text`, joined where they touch; white space in the text is passed over.
 * @param {string} text @param {string[]} phrases in normal form @param {(text: string) => string} fold @returns {Range[]}
 */
export function rangesOf(text, phrases, fold) {
  const { packed, starts, ends } = pack(text, fold);
  const ranges = [];
  for (const phrase of new Set(phrases.map((p) => normal(p, fold)).filter(Boolean))) {
    for (let at = packed.indexOf(phrase); at >= 0; at = packed.indexOf(phrase, at + 1)) {
      ranges.push([starts[at], ends[at + phrase.length - 1]]);
    }
  }
  return merged(ranges);
}

/**
 * A text in normal form, and for each unit of that, from where to where its character stands in the text.
 * @returns {{packed: string, starts: number[], ends: number[]}}
 */
function pack(text, fold) {
  const folded = [...fold(text)];
  const starts = [];
  const ends = [];
  let packed = "";
  let at = 0;
  [...text].forEach((character, n) => {
    const unit = normal(folded[n], (c) => c);
    for (let i = 0; i < unit.length; i += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    packed += unit;
    at += character.length;
  });
  return { packed, starts, ends };
}

/** @param {Range[]} ranges @returns {Range[]} */
function merged(ranges) {
  const out = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

/**
 * A stretch of `text` in segments. @param {string} text @param {Range[]} ranges @param {Range} [within] @returns {Segment[]}
 */
export function segments(text, ranges, within = [0, text.length]) {
  const out = [];
  let at = within[0];
  const push = (end, hit) => {
    if (end > at) out.push({ text: text.slice(at, end), hit });
    at = Math.max(at, end);
  };
  for (const [start, end] of ranges) {
    if (end <= within[0] || start >= within[1]) continue;
    push(Math.min(start, within[1]), false);
    push(Math.min(end, within[1]), true);
  }
  push(within[1], false);
  return out;
}

/**
 * The stretch around the first hit, from the beginning of its clause where that is near, with another around a far
 * later hit; the beginning of the text where nothing hits.
 * @param {string} text @param {Range[]} ranges @param {number} [size] in characters @returns {Segment[]}
 */
export function excerpt(text, ranges, size = 110) {
  const windows = ranges.length ? [windowAt(text, ranges[0], size)] : [[0, Math.min(text.length, size)]];
  const later = ranges.find(([start]) => start > windows[0][1]);
  if (later) windows.push(windowAt(text, later, size / 2));
  const out = [];
  windows.forEach((window, n) => {
    const joined = n > 0 && window[0] <= windows[n - 1][1];
    if (joined) window[0] = windows[n - 1][1];
    else if (window[0] > 0) out.push({ text: "…", hit: false });
    out.push(...segments(text, ranges, window));
  });
  if (windows.at(-1)[1] < text.length) out.push({ text: "…", hit: false });
  return out;
}

const BEFORE = 36;

/** @returns {Range} */
function windowAt(text, [start, end], size) {
  const from = Math.max(0, start - BEFORE);
  const after = (stops) => Math.max(...[...stops].map((c) => text.lastIndexOf(c, start - 1) + 1));
  let begin = [after("。；;！？\n"), after("，,、：:")].find((at) => at >= from) ?? from;
  if (isLowSurrogate(text, begin)) begin -= 1;
  let finish = Math.min(text.length, Math.max(end, begin + size));
  if (isLowSurrogate(text, finish)) finish += 1;
  return [begin, finish];
}

const isLowSurrogate = (text, at) => at > 0 && text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;
