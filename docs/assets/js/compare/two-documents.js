/** Choosing any two documents to be set side by side article by article: their names are loaded when somebody asks. */

import { el } from "../shared/dom.js";
import { apart } from "../shared/page-address.js";
import { loadNames } from "./data.js";
import { say } from "./words.js";

/** @param {HTMLDetailsElement} box with a form of two lists @param {string[]} chosen ids of documents */
export function choosing(box, chosen) {
  const lists = [...box.querySelectorAll("select")];
  const fill = async () => {
    const names = Object.entries(await loadNames());
    const own = chosen[0] ?? names[0]?.[0];
    const both = [own, chosen[1] ?? names.find(([id]) => id !== own)?.[0]];
    lists.forEach((list, n) => list.replaceChildren(...names.map(([id, short]) => el("option", { value: id, selected: id === both[n] }, short))));
  };
  box.addEventListener("change", () => lists[1].setCustomValidity(lists[0].value === lists[1].value ? say.table.same : ""));
  box.addEventListener("toggle", () => apart(fill), { once: true });
  box.hidden = false;
  if (chosen.length) box.open = true;
}
