/** Texts with their shared wording marked: the same number and the same kind of line in every text. Colours are the places'. */

import { breaking, el } from "../shared/dom.js";
import { outside } from "./set-phrases.js";
import { say } from "./words.js";

const LINES = 8;

/** The class of a phrase: the kind of line below it. @param {number} number */
export const lineOf = (number) => `pp-p${((number - 1) % LINES) + 1}`;

/** The id of a place where a phrase stands: text, phrase, which time in this text. */
export const placeId = (text, phrase, time) => `t${text + 1}-p${phrase + 1}-${time + 1}`;

/**
 * The text as paragraphs; joined, their text is the text. Phrases of the genre have no number.
 * @param {string} text @param {number} n which text @param {import("./shared.js").SharedPhrase[]} phrases
 * @param {[number, number][]} skip stretches of the bodies, set off
 * @param {[number, number][]} [set] set phrases of the genre, whether or not another text has them @returns {HTMLElement[]}
 */
export function paragraphs(text, n, phrases, skip, set = []) {
  const characters = [...text];
  const shared = phrases.flatMap((phrase, p) => phrase.spans[n].map(([start, end], time) => ({ start, end, phrase, p, time })));
  const cuts = [
    ...shared,
    ...skip.map(([start, end]) => ({ start, end, kind: "pp-clause" })),
    ...outside(set, [...shared.map(({ start, end }) => [start, end]), ...skip]).map(([start, end]) => ({ start, end, kind: "pp-set-phrase" })),
  ].sort((a, b) => a.start - b.start);
  const out = [];
  let line = el("p", {});
  let at = 0;
  const put = (start, end, wrap) => {
    characters.slice(start, end).join("").match(/[^\n]*\n|[^\n]+/g)?.forEach((piece) => {
      line.append(...(wrap ? [wrap(piece)] : breaking(piece)));
      if (piece.endsWith("\n")) {
        out.push(line);
        line = el("p", {});
      }
    });
  };
  for (const cut of cuts) {
    if (cut.start < at) continue;
    put(at, cut.start);
    let first = true;
    put(cut.start, cut.end, (piece) => {
      const node = cut.phrase ? mark(cut, n, first, piece) : el("span", { class: cut.kind }, piece);
      first = false;
      return node;
    });
    at = cut.end;
  }
  put(at, characters.length);
  if (line.childNodes.length) out.push(line);
  return out;
}

function mark({ phrase, p, time }, n, first, piece) {
  const id = first ? placeId(n, p, time) : null;
  if (phrase.genre) return el("span", { class: "pp-genre", id }, piece);
  const title = say.legend.next(phrase.number);
  return el("a", {
    class: `pp-shared ${lineOf(phrase.number)}`, id, href: `#${id ?? ""}`, "data-phrase": p, "data-text": n,
    "data-n": first ? phrase.number : null, title,
  }, piece);
}

/** The next place of a phrase after one in text `n`: in the next text that has it. @returns {string} its id */
export function nextPlace(phrase, p, n) {
  for (let step = 1; step <= phrase.spans.length; step += 1) {
    const other = (n + step) % phrase.spans.length;
    if (phrase.spans[other].length) return placeId(other, p, 0);
  }
  return "";
}
