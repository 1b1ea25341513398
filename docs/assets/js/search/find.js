/**
 * From phrases to pages. All that is asked of the index is one thing: which pages hold a phrase, and where first.
 *
 * @typedef {Map<number, number>} Places  page number to the place of the first hit; ABOVE where only a heading above has it
 * @typedef {(phrase: string) => Promise<Places>} Lookup
 * @typedef {"phrase"|"words"|"section"|"pieces"|"synonym"} Why
 * @typedef {{page: number, why: Why, marks: string[], rank: number[], typed: boolean}} Hit  `typed`: it has all as it was typed
 * @typedef {{hits: Hit[], pieces: string[], missing: string[], dropped: string[]}} Found  `pieces` is empty where all phrases
 *     were found whole; `dropped` are those that not every hit has
 */

/** The place of a hit that is not in the measure but in the heading of its section. */
export const ABOVE = 1e6;

/**
 * The pages for a query, best first: those that hold it as it was typed, then those that have its words, whatever stands
 * between them. A word that no page holds is cut into the longest pieces that some page does; of the pages, those that
 * hold most of the pieces are given.
 * @param {import("./query.js").Phrase[]} phrases @param {Lookup} lookup @returns {Promise<Found>}
 */
export async function find(phrases, lookup) {
  const asked = phrases.flatMap((p) => p.words.map((text) => ({ text, quoted: p.quoted })));
  const typed = phrases.some((p) => p.quoted) ? [] : [phrases, asked].map((some) => some.map((p) => p.text).join(""));
  const joined = new Set();
  const first = [];
  for (const whole of new Set(asked.length === 1 ? typed.filter((text) => text !== asked[0].text) : typed)) {
    for (const [page, place] of whole ? await lookup(whole) : []) {
      if (!joined.has(page)) first.push(hit(page, [whole], [place], "phrase", 0));
      joined.add(page);
    }
  }

  const parts = [];
  const pieces = [];
  const missing = [];
  for (const { text, quoted } of asked) {
    const places = await lookup(text);
    if (places.size || quoted) parts.push({ text, places });
    else {
      const cut = await longestPieces(text, lookup);
      pieces.push(...cut.pieces.map((p) => p.text));
      missing.push(...cut.missing);
      parts.push(...cut.pieces);
    }
  }
  const impossible = asked.some((a) => a.quoted && !parts.find((part) => part.text === a.text).places.size);
  const typedSo = asked.length === 1 && asked[0].text === phrases[0].text;
  const covered = (impossible ? [] : covering(parts, pieces.length > 0)).map((h) => ({ ...h, typed: typedSo }));
  const dropped = covered.length ? parts.map((p) => p.text).filter((text) => !covered.every((h) => h.marks.includes(text))) : [];
  return { hits: [...first, ...covered.filter((h) => !joined.has(h.page))].sort(byRank), pieces, missing, dropped };
}

/**
 * The pages that hold the most of `parts`, counted in characters.
 * @param {{text: string, places: Places}[]} parts @param {boolean} cut @returns {Hit[]}
 */
function covering(parts, cut) {
  /** @type {Map<number, {texts: string[], places: number[], size: number}>} */
  const pages = new Map();
  for (const { text, places } of parts) {
    for (const [page, place] of places) {
      if (!pages.has(page)) pages.set(page, { texts: [], places: [], size: 0 });
      const entry = pages.get(page);
      entry.texts.push(text);
      entry.places.push(place);
      entry.size += text.length;
    }
  }
  const most = Math.max(0, ...[...pages.values()].map((p) => p.size));
  return [...pages].filter(([, p]) => p.size === most).map(([page, p]) => {
    const why = cut || p.texts.length < parts.length ? "pieces" : parts.length > 1 ? "words" : "phrase";
    return hit(page, p.texts, p.places, why, 1);
  });
}

/** @returns {Hit} */
function hit(page, marks, places, why, tier) {
  const above = places.some((p) => p >= ABOVE);
  const place = places.reduce((sum, p) => sum + p, 0);
  return { page, why: above && why !== "pieces" ? "section" : why, marks, rank: [tier + (above ? 2 : 0), place, page], typed: tier === 0 };
}

/** @param {Hit} a @param {Hit} b */
function byRank(a, b) {
  const n = a.rank.findIndex((value, i) => value !== b.rank[i]);
  return n < 0 ? 0 : a.rank[n] - b.rank[n];
}

/**
 * A phrase cut from the left into the longest pieces that are in the index. Single characters say too little to count; a
 * number and its unit are never cut.
 * @param {string} text @param {Lookup} lookup
 * @returns {Promise<{pieces: {text: string, places: Places}[], missing: string[]}>}
 */
export async function longestPieces(text, lookup) {
  const atoms = text.match(ATOM) ?? [];
  const pieces = [];
  const missing = [];
  for (let start = 0; start < atoms.length;) {
    const piece = await longestFrom(atoms.slice(start), lookup);
    if (!piece.places.size) missing.push(piece.text);
    else if ([...piece.text].length > 1) pieces.push(piece);
    start += piece.size;
  }
  return { pieces, missing };
}

const ATOM = /\d+(?:[.,]\d+)*[十百千万亿]*[%个家户条项年元]?|[\s\S]/gu;

/**
 * The longest beginning of `atoms` that is in the index; the first where none is. Lengths grow by two, so that what is
 * asked needs the pairs of the whole phrase and few beside them.
 */
async function longestFrom(atoms, lookup) {
  const take = async (wanted) => {
    const size = Math.min(wanted, atoms.length);
    const text = atoms.slice(0, size).join("");
    return { text, size, places: await lookup(text) };
  };
  let best = await take(1);
  if (!best.places.size) return best;
  for (let size = 2; size < atoms.length + 2; size += 2) {
    const tried = await take(size);
    if (!tried.places.size) break;
    best = tried;
  }
  const next = await take(best.size + 1);
  return next.places.size ? next : best;
}
