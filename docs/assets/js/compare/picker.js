/** Finding a measure to add, through the same index as the search page. */

import { el } from "../shared/dom.js";
import { loadText } from "../shared/fetching.js";
import { langOf } from "../shared/form.js";
import { keepWords } from "../search/keep-box.js";
import { loadNames } from "./data.js";
import { say } from "./words.js";

const SHOWN = 12;
const PAUSE = 120;

let ready = null;  // loaded with the first letter typed, the scripts of the search too

async function load() {
  const [{ openSearch }, { search }, { readState }] = await Promise.all([import("../search/load-search.js"), import("../search/run-search.js"), import("../search/state.js")]);
  const [opened, names] = await Promise.all([openSearch(), loadNames()]);
  return { ...opened, names, find: (q) => search(readState(`?${new URLSearchParams({ q })}`), opened.catalogue, opened.fold, opened.lookup) };
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
    const { catalogue, names, find } = await (ready ??= load());
    const found = await find(q);
    if (mine !== turn) return;
    const measures = found.shown.filter(({ page }) => !page.label);
    const rows = await Promise.all(measures.slice(0, SHOWN).map(async ({ page }) => row(page, catalogue, names, await loadText(page))));
    if (mine !== turn) return;
    list.replaceChildren(...rows);
    status.textContent = say.found(measures.length, SHOWN);
  }

  function row(page, catalogue, names, { number, heading }) {
    const place = catalogue.places.get(page.document.place);
    const there = chosen().includes(page.id);
    const lang = langOf(page.document.lang);
    const button = el("button", { type: "button", "data-pick": page.id, disabled: there },
      el("span", { class: `pp-place pp-c${place.colour}` }, names[page.document.id] ?? place.name), " ", el("span", { lang }, number + heading), there ? say.there : "");
    button.addEventListener("click", () => add(page.id));
    return el("li", {}, button);
  }

  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show().catch((error) => {
      console.warn(error);
      status.textContent = say.searchFailed;
    }), PAUSE);
  };
  box.addEventListener("input", (event) => event.isComposing || later());
  box.addEventListener("compositionend", later);
  box.form.addEventListener("submit", (event) => {
    event.preventDefault();
    later();
  });
  keepWords(box);
  return { refresh: () => box.value.trim() && later() };
}
