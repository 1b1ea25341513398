/** Traditional into Simplified characters, by the table of build_scripts/publishing/browser_data/simplified.py. */

/**
 * @param {{characters: Record<string, string>, words: Record<string, string>}} table
 * @returns {(points: string[]) => string[]} from code points to as many code points
 */
export function converter({ characters, words }) {
  const single = new Map(Object.entries(characters));
  const several = Object.entries(words).map(([from, to]) => [Array.from(from), Array.from(to)]).sort((a, b) => b[0].length - a[0].length);
  return (points) => {
    const out = [];
    while (out.length < points.length) {
      const at = out.length;
      const word = several.find(([from]) => from.every((c, n) => points[at + n] === c));
      if (word) out.push(...word[1]);
      else out.push(single.get(points[at]) ?? points[at]);
    }
    return out;
  };
}
