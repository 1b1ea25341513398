/** Columns that are read together: scrolling one brings the others to the same shared phrase. */

/**
 * Pairs of heights, one from each column, that stand for the same place: top, phrases that stand in the same order in
 * both, end. @param {HTMLElement} from @param {HTMLElement} to @returns {[number, number][]}
 */
export function anchors(from, to) {
  const height = (column, node) => node.getBoundingClientRect().top - column.getBoundingClientRect().top + column.scrollTop;
  const others = new Map([...to.querySelectorAll("[data-n]")].reverse().map((n) => [n.dataset.n, height(to, n)]));
  const both = [...from.querySelectorAll("[data-n]")].filter((n) => others.has(n.dataset.n)).map((n) => [height(from, n), others.get(n.dataset.n)]);
  const rising = longestRising(both);
  return [[0, 0], ...rising, [from.scrollHeight, to.scrollHeight]];
}

/** The longest run of pairs in which both rise. @param {[number, number][]} pairs @returns {[number, number][]} */
export function longestRising(pairs) {
  const runs = [];
  pairs.forEach(([x, y]) => {
    const before = runs.filter((r) => r.pair[0] < x && r.pair[1] < y).reduce((a, r) => (!a || r.length > a.length ? r : a), null);
    runs.push({ length: (before?.length ?? 0) + 1, pair: [x, y], before });
  });
  const out = [];
  for (let run = runs.reduce((a, r) => (!a || r.length > a.length ? r : a), null); run; run = run.before) out.unshift(run.pair);
  return out;
}

/** Where `height` of the one column is in the other. @param {[number, number][]} points @param {number} height */
export function across(points, height) {
  const n = Math.max(1, points.findIndex(([x]) => x >= height));
  const [[x0, y0], [x1, y1]] = [points[n - 1], points[n]];
  return x1 === x0 ? y1 : y0 + ((height - x0) / (x1 - x0)) * (y1 - y0);
}

/** Let columns follow the one that is scrolled, while `on()` says so. @param {HTMLElement[]} columns @param {() => boolean} on */
export function together(columns, on) {
  let leader = null;
  let quiet = 0;
  columns.forEach((column) => {
    const lead = () => { leader = column; };
    ["wheel", "touchstart", "pointerdown", "keydown", "focusin"].forEach((kind) => column.addEventListener(kind, lead, { passive: true }));
    column.addEventListener("scroll", () => {
      if (column !== leader || !on() || performance.now() < quiet) return;
      const third = column.clientHeight / 3;
      columns.filter((c) => c !== column).forEach((other) => {
        other.scrollTop = across(anchors(column, other), column.scrollTop + third) - third;
      });
    }, { passive: true });
  });
  return { pause: () => { quiet = performance.now() + 500; } };
}
