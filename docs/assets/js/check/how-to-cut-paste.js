/**
 * How a paste is to be read, told by the sources: as it stands if it stands there; else without marks of notes and the
 * source at its end; or only what is between quotation marks, where the words around them are in no source; or line by line.
 *
 * @typedef {{piece: string, findings: import("./judge.js").Finding[]}} Result
 * @typedef {{results: Result[], aside: string[], cost: number}} Told  `cost`: how many characters differ or are nowhere
 */

import { bare, contentOf, cut, isContent, quotations, unquoted } from "./quoting.js";

const LONG = 3000; // characters from which a piece that is nowhere to the letter is cut, for an alignment grows with its square
const PART = 1500;
const ALSO = 0.5;  // of the words around the marks: as many in the source make them part of the quotation
const STRETCH = 8; // characters of one that are looked up by themselves
export const MOST = 50_000;

/** So that a long paste does not hold up the page. */
const breath = () => new Promise((go) => setTimeout(go));

/**
 * A function that tells of a paste what stands in the sources.
 * @param {(piece: string, loose: boolean, whole?: boolean) => import("./judge.js").Finding[]} look
 * @returns {(pasted: string, loose: boolean) => Promise<Told>}
 */
export function reader(look) {
  return async (pasted, loose) => {
    const letters = [...pasted];
    const told = await best(letters.slice(0, MOST).join(""), (pieces) => all(pieces, loose));
    const rest = letters.slice(MOST).join("").trim();
    return rest ? { ...told, aside: [...told.aside, rest] } : told;
  };

  async function all(pieces, loose) {
    const results = [];
    for (const piece of pieces) {
      if (results.length) await breath();
      const long = [...piece].length > LONG;
      const findings = look(piece, loose, long);
      if (long && !findings.length) results.push(...(await all(parts(piece), loose)));
      else results.push({ piece, findings });
    }
    return results;
  }
}

/** @param {string} text @param {(pieces: string[]) => Promise<Result[]>} lookUp @returns {Promise<Told>} */
async function best(text, lookUp) {
  const tell = async ({ pieces, aside }) => {
    const results = await lookUp(pieces);
    return { results, aside, cost: results.reduce((sum, r) => sum + costOf(r), 0) };
  };
  const plain = text.trim();
  const literal = await tell({ pieces: cut(plain), aside: [] });
  if (!literal.cost) return literal;
  const within = quotations(plain);
  const readings = [literal];
  if (within?.pieces.length && !(await alsoOutside(plain, within.outside, literal, lookUp))) readings.splice(0, 1, await tell(within));
  else {
    const stripped = bare(unquoted(plain));
    if (stripped.pieces.length && stripped.pieces.join("\n") !== cut(plain).join("\n")) readings.push(await tell(stripped));
  }
  const lines = plain.split(/\n+/).filter((line) => contentOf(line));
  if (lines.length > 1 && readings.every((r) => r.cost)) {
    const each = [];
    for (const line of lines) each.push(await best(line, lookUp));
    readings.push({ results: each.flatMap((t) => t.results), aside: each.flatMap((t) => t.aside), cost: each.reduce((sum, t) => sum + t.cost, 0) });
  }
  return readings.reduce((least, r) => (r.results.length && r.cost < least.cost ? r : least));
}

const costOf = ({ piece, findings }) => (findings.length ? findings[0].changes : contentOf(piece));

/** Whether the words around the quotation marks stand in the source too, so that all of it is one quotation. */
async function alsoOutside(text, outside, literal, lookUp) {
  if (!literal.results.some((r) => r.findings.length)) return false;
  const told = await lookUp([text]);
  if (told.length > 1) { // too long to be aligned: each stretch around the marks by itself
    const around = await lookUp(outside.map(([from, to]) => text.slice(from, to)).filter((said) => contentOf(said) >= STRETCH));
    const size = around.reduce((sum, r) => sum + contentOf(r.piece), 0);
    return around.reduce((sum, r) => sum + costOf(r), 0) < ALSO * size;
  }
  const [{ findings }] = told;
  if (!findings.length) return false;
  const same = findings[0].quoted.flatMap(({ text: run, differs }) => [...run].flatMap((c) => Array(c.length).fill(!differs)));
  const places = outside.flatMap(([from, to]) => Array.from({ length: to - from }, (_, n) => from + n)).filter((at) => isContent(text[at]));
  return places.length > 0 && places.filter((at) => same[at]).length >= ALSO * places.length;
}

/** A long text in parts that end where sentences do. @param {string} text @returns {string[]} */
export function parts(text) {
  const sentences = text.match(/[^。！？；\n]+[。！？；\n]*|[。！？；\n]+/g) ?? [];
  const cutAt = sentences.flatMap((s) => [...s].length > PART ? slices([...s]) : [s]);
  const out = [];
  for (const sentence of cutAt) {
    if (out.length && [...out.at(-1)].length + [...sentence].length <= PART) out.push(out.pop() + sentence);
    else out.push(sentence);
  }
  return out.filter((part) => contentOf(part));
}

const slices = (letters) => Array.from({ length: Math.ceil(letters.length / PART) }, (_, n) => letters.slice(n * PART, (n + 1) * PART).join(""));
