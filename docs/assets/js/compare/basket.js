/** The tray of measures to compare, kept in the browser from page to page. Nothing of it leaves the browser. */

import { isId, MOST } from "./state.js";

const KEY = "pp-tray";

/** @typedef {{id: string, label: string}} Item  label: the document's short name, the measure's number and heading, as they are read */

let here = []; // what the tray holds where storage is closed: for as long as the page is open

/** What the tray holds. Storage may be closed, or hold anything. @returns {Item[]} */
export function items() {
  try {
    const held = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    const good = (i) => typeof i?.id === "string" && isId(i.id);
    return (Array.isArray(held) ? held : []).filter(good).slice(0, MOST)
      .map(({ id, label }) => ({ id, label: typeof label === "string" && label ? label : id }));
  } catch {
    return here;
  }
}

/** @param {Item[]} list */
export function keep(list) {
  here = list.slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(here));
  } catch { /* private mode: the tray lasts for this page */ }
  dispatchEvent(new CustomEvent("pp-tray"));
}

/** Put a measure in, or take it out. @param {Item} item @returns {"in"|"out"|"full"} */
export function toggle(item) {
  const held = items();
  if (held.some((i) => i.id === item.id)) {
    keep(held.filter((i) => i.id !== item.id));
    return "out";
  }
  if (held.length >= MOST) return "full";
  keep([...held, item]);
  return "in";
}
