/**
 * Where a quotation stands in a text, to the letter or nearly: rows of three characters say where to look, an alignment
 * of least changes says what differs.
 *
 * @typedef {Map<string, number[]>} Rows  by row of three characters: where it stands
 * @typedef {{kind: "same"|"changed"|"added"|"missing", quoted: number, printed: number}} Step  places in the quotation
 *     and the text; "added" is only in the quotation, "missing" only in the text
 * @typedef {{steps: Step[], from: number, to: number, distance: number}} Match  `from` and `to` in the text
 */

const ROW = 3;
const BUCKET = 32;
const WINDOWS = 4;
const ENOUGH = 0.6;

// One character for another costs more than one left out, less than one left out and one put in: where both would do,
// more characters stay the same.
const CHANGED = 3;
const ONE_SIDED = 2;

/** @param {string[]} chars @returns {Rows} */
export function rowsOf(chars) {
  const rows = new Map();
  for (let at = 0; at + ROW <= chars.length; at += 1) {
    const row = chars[at] + chars[at + 1] + chars[at + 2];
    const places = rows.get(row);
    if (places) places.push(at);
    else rows.set(row, [at]);
  }
  return rows;
}

/** Every place where the quotation stands to the letter. @param {string[]} quoted @param {string[]} text @param {Rows} rows */
export function exact(quoted, text, rows) {
  const starts = quoted.length >= ROW ? rows.get(quoted.slice(0, ROW).join("")) ?? [] : text.keys();
  return [...starts].filter((at) => quoted.every((c, n) => text[at + n] === c)).map((at) => ({
    steps: quoted.map((_, n) => ({ kind: "same", quoted: n, printed: at + n })), from: at, to: at + quoted.length, distance: 0,
  }));
}

/**
 * The nearest passages of all texts, if at least six in ten characters of the quotation are found in them; several where
 * they are equally near.
 * @template {{chars: string[], rows: Rows}} T @param {string[]} quoted @param {T[]} texts @returns {[T, Match][]}
 */
export function nearest(quoted, texts) {
  const slack = 12 + Math.ceil(quoted.length * 0.3);
  const places = texts.flatMap((text) => likely(quoted, text.rows).map(([start, votes]) => ({ text, start, votes })));
  const matches = places.sort((a, b) => b.votes - a.votes).slice(0, WINDOWS).map(({ text, start }) => {
    const from = Math.max(0, start - slack);
    return [text, align(quoted, text.chars.slice(from, start + BUCKET + quoted.length + slack), from)];
  });
  const least = Math.min(...matches.map(([, m]) => m.distance));
  const near = matches.filter(([, m]) => m.distance === least && 1 - least / quoted.length >= ENOUGH);
  return near.filter(([text, m], n) => near.findIndex(([t, o]) => t === text && o.from === m.from) === n);
}

/**
 * Where most rows of the quotation stand in their order, and how many; of places side by side the best.
 * @param {string[]} quoted @param {Rows} rows @returns {[number, number][]}
 */
function likely(quoted, rows) {
  const votes = new Map();
  for (const [row, places] of rowsOf(quoted)) {
    for (const at of places) {
      for (const place of rows.get(row) ?? []) {
        const bucket = Math.floor((place - at) / BUCKET);
        votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
      }
    }
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1]).slice(0, 2 * WINDOWS);
  const apart = ranked.filter(([bucket], n) => !ranked.slice(0, n).some(([other]) => Math.abs(other - bucket) < 2));
  return apart.map(([bucket, count]) => [bucket * BUCKET, count]);
}

/**
 * Least changes from the quotation to some stretch of the window; what stands before and after it costs nothing.
 * @param {string[]} quoted @param {string[]} window @param {number} offset of the window in the text @returns {Match}
 */
export function align(quoted, window, offset) {
  const width = window.length + 1;
  const moves = new Uint8Array((quoted.length + 1) * width);  // 1 along both, 2 only in the quotation, 3 only in the text
  let above = new Uint16Array(width);
  for (let i = 1; i <= quoted.length; i += 1) {
    const row = new Uint16Array(width);
    row[0] = i * ONE_SIDED;
    moves[i * width] = 2;
    for (let j = 1; j < width; j += 1) {
      const both = above[j - 1] + (quoted[i - 1] === window[j - 1] ? 0 : CHANGED);
      row[j] = Math.min(both, above[j] + ONE_SIDED, row[j - 1] + ONE_SIDED);
      moves[i * width + j] = row[j] === both ? 1 : row[j] === above[j] + ONE_SIDED ? 2 : 3;
    }
    above = row;
  }
  const end = above.lastIndexOf(Math.min(...above));
  return walk(quoted, window, offset, moves, end);
}

/** Back along the moves from the end of the stretch. */
function walk(quoted, window, offset, moves, end) {
  const width = window.length + 1;
  const steps = [];
  let i = quoted.length;
  let j = end;
  while (i > 0) {
    const move = moves[i * width + j];
    if (move !== 3) i -= 1;
    if (move !== 2) j -= 1;
    const kind = move === 2 ? "added" : move === 3 ? "missing" : quoted[i] === window[j] ? "same" : "changed";
    steps.push({ kind, quoted: i, printed: offset + j });
  }
  const distance = steps.filter((s) => s.kind !== "same").length;
  return { steps: steps.reverse(), from: offset + j, to: offset + end, distance };
}
