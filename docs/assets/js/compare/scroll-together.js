/** Columns that are read together: scrolling one brings the others to the same shared phrase. */

const STEEPEST = 3; // how much faster than in proportion a column may follow

/**
 * Pairs of heights, one from each column, that stand for the same place: top, phrases that stand in the same order in
 * both, end. @param {HTMLElement} from @param {HTMLElement} to @returns {[number, number][]}
 */
export function anchors(from, to) {
  const height = (column, node) => node.getBoundingClientRect().top - column.getBoundingClientRect().top + column.scrollTop;
  const others = new Map([...to.querySelectorAll("[data-n]")].reverse().map((n) => [n.dataset.n, height(to, n)]));
  const both = [...from.querySelectorAll("[data-n]")].filter((n) => others.has(n.dataset.n)).map((n) => [height(from, n), others.get(n.dataset.n)]);
  return gentle([[0, 0], ...longestRising(both), [from.scrollHeight, to.scrollHeight]]);
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

/**
 * Without the points that would throw a column far for a small step of the other.
 * @param {[number, number][]} points from [0, 0] to both ends @returns {[number, number][]}
 */
export function gentle(points) {
  const end = points.at(-1);
  const even = end[1] / end[0];
  const mild = ([x0, y0], [x1, y1]) => {
    const slope = (y1 - y0) / (x1 - x0) / even;
    return slope <= STEEPEST && slope >= 1 / STEEPEST;
  };
  const kept = [points[0]];
  points.slice(1, -1).forEach((point) => mild(kept.at(-1), point) && mild(point, end) && kept.push(point));
  return [...kept, end];
}

/** Where `height` of the one column is in the other. @param {[number, number][]} points @param {number} height */
export function across(points, height) {
  const n = Math.max(1, points.findIndex(([x]) => x >= height));
  const [[x0, y0], [x1, y1]] = [points[n - 1], points[n]];
  return x1 === x0 ? y1 : y0 + ((height - x0) / (x1 - x0)) * (y1 - y0);
}

/** How far a column can be scrolled. */
const room = (column) => column.scrollHeight - column.clientHeight;

/** Whether any of the columns scrolls by itself. @param {HTMLElement[]} columns */
export const scrolling = (columns) => columns.some((c) => room(c) > 1 && getComputedStyle(c).overflowY !== "visible");

/**
 * Let columns follow the one that is scrolled, while `on()` says so. The line that is read goes from a column's upper
 * edge to its lower one as it is scrolled from end to end, so that ends meet ends and every step moves both.
 * @param {HTMLElement[]} columns @param {() => boolean} on
 * @returns {{settle: () => void}} `settle`: take the columns as they stand
 */
export function together(columns, on) {
  const placed = new Map(); // where this script left a column: a scroll to there is its own doing, not the reader's
  const put = (column, top) => {
    column.scrollTop = top;
    placed.set(column, column.scrollTop);
  };
  columns.forEach((column) => column.addEventListener("scroll", () => {
    if (placed.get(column) === column.scrollTop) return;
    placed.delete(column);
    if (!on() || room(column) < 1) return;
    const read = (column.scrollTop / room(column)) * column.scrollHeight;
    columns.filter((c) => c !== column && room(c) >= 1).forEach((other) => {
      put(other, (across(anchors(column, other), read) / other.scrollHeight) * room(other));
    });
  }, { passive: true }));
  return { settle: () => columns.forEach((c) => placed.set(c, c.scrollTop)) };
}
