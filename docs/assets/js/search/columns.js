/** The rows of the catalogue, which travel as columns (build_scripts/publishing/browser_data/search_index/columns.py). */

const grown = (steps) => {
  let at = 0;
  return steps.map((step) => (at += step));
};

/** A catalogue with its results and headings in rows. @param {any} raw as fetched */
export function inRows(raw) {
  const [lengths, documents, refs, about, bodies] = raw.results;
  const numbers = grown(documents);
  const results = refs.map((ref, n) => [lengths[n], numbers[n], ref, about[n], ...bodies.slice(n, n + 1)]);
  const [heights, firsts, spans] = raw.headings;
  const headings = grown(firsts).map((first, n) => (spans[n] < 0 ? [heights[n], first] : [heights[n], first, first + spans[n]]));
  return { ...raw, results, headings };
}
