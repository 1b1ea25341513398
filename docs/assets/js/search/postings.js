/**
 * Where a phrase stands, from the index that build_scripts/publishing/browser_data/search_index/postings.py writes: all rows on one line
 * of positions, and for each pair of neighbouring characters its places there. Files are fetched when a pair in them is
 * asked for.
 */

import { ABOVE } from "./find.js";

const LINE = ABOVE - 1; // the place of a hit in a measure's line as printed, with its number: after hits in its words
const GAP = 1;
const REMEMBERED = 500;

/** Numbers of seven bits a byte, the lowest first. @param {Uint8Array} bytes @param {number} [at] */
function reader(bytes, at = 0) {
  return {
    get at() { return at; },
    next() {
      let value = 0;
      for (let scale = 1; ; scale *= 128) {
        const byte = bytes[at++];
        value += (byte & 127) * scale;
        if (byte < 128) return value;
      }
    },
  };
}

/**
 * A file of the index: for each gram the function that gives its places, ascending.
 * @param {ArrayBuffer} buffer @returns {Map<string, () => Uint32Array>}
 */
export function readFile(buffer) {
  const bytes = new Uint8Array(buffer);
  const head = reader(bytes);
  const grams = [];
  for (let left = head.next(); left > 0; left -= 1) {
    const [first, second, size] = [head.next(), head.next(), head.next()];
    grams.push([String.fromCodePoint(first) + (second ? String.fromCodePoint(second) : ""), size]);
  }
  let end = head.at;
  return new Map(grams.map(([gram, size]) => {
    const start = end;
    end += size;
    return [gram, once(() => places(bytes.subarray(start, start + size)))];
  }));
}

/** @param {Uint8Array} bytes @returns {Uint32Array} */
function places(bytes) {
  const found = new Uint32Array(bytes.reduce((n, byte) => n + (byte < 128), 0));
  const steps = reader(bytes);
  for (let n = 0, at = 0; n < found.length; n += 1) found[n] = at += steps.next();
  return found;
}

const once = (make) => {
  let made;
  return () => (made ??= make());
};

/**
 * The grams that say together where a phrase stands, each with its place in it: every second pair, and the last one.
 * @param {string} phrase @returns {[string, number][]}
 */
export function gramsOf(phrase) {
  const characters = [...phrase];
  const last = characters.length - 2;
  if (last < 0) return characters.map((c) => [c, 0]);
  const starts = Array.from({ length: (last >> 1) + 1 }, (_, n) => 2 * n);
  if (last % 2) starts.push(last);
  return starts.map((n) => [characters[n] + characters[n + 1], n]);
}

/**
 * The starts of a phrase: where each of its grams stands at its place.
 * @param {{at: number, places: Uint32Array}[]} grams @returns {ArrayLike<number>} ascending
 */
export function together(grams) {
  const [rarest, ...rest] = [...grams].sort((a, b) => a.places.length - b.places.length);
  let starts = rarest.at ? rarest.places.map((p) => p - rarest.at) : rarest.places;
  for (const { at, places: others } of rest) {
    let n = 0;
    starts = starts.filter((start) => {
      while (n < others.length && others[n] < start + at) n += 1;
      return others[n] === start + at;
    });
  }
  return starts;
}

/**
 * The function that says which results hold a phrase, and where first; answers are remembered.
 * @param {{results: any[][], headings: number[][], files: [string, string][]}} catalogue as fetched
 * @param {(name: string) => Promise<ArrayBuffer>} fetchFile @returns {import("./find.js").Lookup}
 */
export function lookupIn({ results, headings, files }, fetchFile) {
  const begins = [];
  let line = 0;
  for (const [length] of [...results, ...headings]) {
    begins.push(line);
    line += length + GAP;
  }
  const firsts = files.map(([first]) => first);
  const opened = new Map();
  const known = new Map();

  async function placesOf(gram) {
    const n = lastAtMost(firsts, gram);
    if (n < 0) return new Uint32Array();
    const name = files[n][1];
    if (!opened.has(name)) {
      opened.set(name, fetchFile(name).then(readFile));
      opened.get(name).catch(() => opened.delete(name));
    }
    return (await opened.get(name)).get(gram)?.() ?? new Uint32Array();
  }

  /** Results by the rows their hits stand in; a heading stands for all that is under it. */
  function resultsAt(starts) {
    const found = new Map();
    let row = 0;
    for (const start of starts) {
      while (row + 1 < begins.length && begins[row + 1] <= start) row += 1;
      if (row < results.length) {
        if (!found.has(row)) found.set(row, start - begins[row]);
      } else {
        const [, first, last] = headings[row - results.length];
        const place = last === undefined ? LINE : ABOVE;
        for (let n = first; n <= (last ?? first); n += 1) if (!found.has(n)) found.set(n, place);
      }
    }
    return found;
  }

  return async (phrase) => {
    if (!known.has(phrase)) {
      const grams = await Promise.all(gramsOf(phrase).map(async ([gram, at]) => ({ at, places: await placesOf(gram) })));
      if (known.size >= REMEMBERED) known.delete(known.keys().next().value);
      known.set(phrase, resultsAt(together(grams)));
    }
    return known.get(phrase);
  };
}

/** The last of ascending strings that is not after `wanted`; -1 where all are. @param {string[]} sorted */
function lastAtMost(sorted, wanted) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
