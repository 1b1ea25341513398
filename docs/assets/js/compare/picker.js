/** Finding a measure to add, through the same index as the search page. */

import { readCatalogue } from "../search/catalogue.js";
import { el } from "../search/dom.js";
import { loadCatalogue, loadFold, loadPagefind, loadText, lookupIn } from "../search/engine.js";
import { search } from "../search/results.js";
import { readState } from "../search/state.js";

const SHOWN = 12;
const PAUSE = 120;

let ready = null;

/** All that searching needs, loaded with the first letter typed. */
function load() {
  ready ??= Promise.all([loadFold(), loadCatalogue()]).then(([fold, raw]) => ({
    fold, catalogue: readCatalogue(raw), lookup: lookupIn(loadPagefind(raw.pages.length), raw.pages),
  }));
  return ready;
}

/**
 * Make the box find measures. @param {HTMLInputElement} box @param {HTMLElement} list @param {HTMLElement} status
 * @param {() => string[]} chosen ids that are there already @param {(id: string) => void} add
 */
export function picker(box, list, status, chosen, add) {
  let waiting = 0;
  let turn = 0;

  async function show() {
    const q = box.value.trim();
    const mine = (turn += 1);
    if (!q) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    const { fold, catalogue, lookup } = await load();
    const found = await search(readState(`?${new URLSearchParams({ q })}`), catalogue, fold, lookup);
    if (mine !== turn) return;
    const shown = found.shown.slice(0, SHOWN);
    const rows = await Promise.all(shown.map(async ({ page }) => row(page, catalogue, await loadText(page.id))));
    if (mine !== turn) return;
    list.replaceChildren(...rows);
    status.textContent = found.shown.length ? `找到 ${found.shown.length} 条${found.shown.length > SHOWN ? `，列出前 ${SHOWN} 条` : ""}` : "没有找到，换个词试试";
  }

  function row(page, catalogue, { number, heading }) {
    const place = catalogue.places.get(page.document.place);
    const there = chosen().includes(page.id);
    const lang = page.document.lang === "zh-Hant" ? page.document.lang : null;
    const button = el("button", { type: "button", "data-pick": page.id, disabled: there },
      el("span", { class: `pp-place pp-c${place.colour}` }, place.name), " ", el("span", { lang }, number + heading), there ? "（已在对照中）" : "");
    button.addEventListener("click", () => add(page.id));
    return el("li", {}, button);
  }

  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show().catch((error) => {
      console.warn(error);
      status.textContent = "检索没有载入成功，可以从条目页用“加入对照”。";
    }), PAUSE);
  };
  box.addEventListener("input", (event) => event.isComposing || later());
  box.addEventListener("compositionend", later);
  box.form.addEventListener("submit", (event) => {
    event.preventDefault();
    later();
  });
  return { refresh: () => box.value.trim() && later() };
}
