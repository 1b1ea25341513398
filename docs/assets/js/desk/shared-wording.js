/** The sentences of the corpus that share wording with a draft: stretches of six characters and more, no set phrases. */

import { SuffixAutomaton } from "../compare/automaton.js";
import { BARRIER, letters } from "../compare/letters.js";
import { isGenre } from "../compare/shared.js";

export const MINIMUM = 6;
const WALL = "\ue001"; // a barrier of the draft, so that barriers match nothing

/**
 * @typedef {{source: import("../check/texts.js").Source, measure: ?import("../check/texts.js").Measure, sentence: number,
 *   from: number, to: number, marks: [number, number][], longest: number}} Shared  places in the source, in code points
 */

/**
 * @param {string} draft @param {import("../check/texts.js").Source[]} sources @param {(text: string) => string} fold
 * @param {string[]} genre set phrases @returns {Shared[]} those with the longest stretches first
 */
export function sharedWith(draft, sources, fold, genre) {
  const automaton = new SuffixAutomaton(letters(draft, fold).text.map((c) => (c === BARRIER ? WALL : c)));
  const found = new Map();
  for (const source of sources) {
    const { text, at } = letters(source.read.join(""), fold);
    for (const [start, end] of stretches(automaton, text)) {
      if (isGenre(text.slice(start, end).join(""), genre)) continue;
      const mark = [at[start], at[end - 1] + 1];
      const place = placeOf(source, mark);
      const key = `${source.id} ${place.from}`;
      if (!found.has(key)) found.set(key, { source, ...place, marks: [], longest: 0 });
      const held = found.get(key);
      held.marks.push(mark);
      held.longest = Math.max(held.longest, end - start);
    }
  }
  return [...found.values()].sort((a, b) => b.longest - a.longest);
}

/** Stretches of a text that the draft has too and that cannot grow on. */
function* stretches(automaton, text) {
  let before = 0;
  for (const [end, length] of [...automaton.matches(text), 0].entries()) {
    if (length !== before + 1 && before >= MINIMUM) yield [end - before, end];
    before = length;
  }
}

/** The sentence in which a stretch begins; outside the measures the line. */
function placeOf({ measures, read }, [start, end]) {
  const measure = measures.find((m) => m.place[0] <= start && start < m.place[1]) ?? null;
  if (!measure) {
    const from = read.lastIndexOf("\n", start) + 1;
    const stop = read.indexOf("\n", end);
    return { measure, sentence: 0, from, to: stop < 0 ? read.length : stop };
  }
  const sentence = measure.sentences.filter((s) => s <= start).length;
  return { measure, sentence, from: measure.sentences[sentence - 1] ?? measure.place[0], to: Math.max(end, measure.sentences[sentence] ?? measure.place[1]) };
}
