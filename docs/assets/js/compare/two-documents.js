/** Choosing any two documents to be set side by side article by article: their names are loaded when somebody asks. */

import { el } from "../shared/dom.js";
import { apart } from "../shared/page-address.js";
import { loadNames } from "./data.js";

/** @param {HTMLDetailsElement} box with a form of two lists @param {string[]} chosen ids of documents */
export function choosing(box, chosen) {
  const lists = [...box.querySelectorAll("select")];
  const fill = async () => {
    const names = Object.entries(await loadNames());
    lists.forEach((list, n) => list.replaceChildren(...names.map(([id, short]) => el("option", { value: id, selected: id === (chosen[n] ?? names[n]?.[0]) }, short))));
  };
  box.addEventListener("toggle", () => apart(fill), { once: true });
  box.hidden = false;
  if (chosen.length) box.open = true;
}
