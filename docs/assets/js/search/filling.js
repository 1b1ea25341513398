/** Texts put into the rows of the list: those at hand at once, those in view next, the others while there is time. */

import { loadText, textHere } from "../shared/fetching.js";
import { apart } from "../shared/page-address.js";
import { fill } from "./result-rows.js";
import { say } from "./words.js";

const NEAR = "800px";
const TOGETHER = 8; // rows filled at a time while the browser is idle

const idle = () => new Promise((done) => globalThis.requestIdleCallback?.(done, { timeout: 200 }) ?? setTimeout(done));

/**
 * @param {(text: string) => string} fold
 * @returns {{fill: (rows: {result: import("./run-search.js").Result, item: HTMLElement}[]) => void}} called for the rows of a
 *     list it lets go of those of the list before
 */
export function filling(fold) {
  const unfilled = new WeakMap();

  async function fillRow(item) {
    const result = unfilled.get(item);
    if (!result) return;
    unfilled.delete(item);
    near.unobserve(item);
    try {
      fill(item, result, await loadText(result.page), fold);
    } catch {
      item.querySelector(".pp-result__text").textContent = say.noText;
    }
  }

  const watching = () => new IntersectionObserver((seen) => seen.filter((s) => s.isIntersecting).forEach(({ target }) => fillRow(target)), { rootMargin: NEAR });
  const near = apart(watching, { observe: fillRow, unobserve: () => {}, disconnect: () => {} }); // without it each row at once

  /** Also rows that are never looked at: printing waits for no fetch. */
  async function fillTheRest(items) {
    for (let n = 0; n < items.length; n += TOGETHER) {
      await idle();
      if (!items[n].isConnected) return;
      await Promise.all(items.slice(n, n + TOGETHER).map(fillRow));
    }
  }

  return {
    fill(rows) {
      near.disconnect();
      const waiting = rows.filter(({ result, item }) => {
        const printed = textHere(result.page);
        if (printed) fill(item, result, printed, fold);
        else unfilled.set(item, result);
        return !printed;
      }).map(({ item }) => item);
      waiting.forEach((item) => near.observe(item));
      fillTheRest(waiting);
    },
  };
}
