/** The switch between the original's Traditional characters and Simplified ones: display only, remembered per browser. */

import { converter } from "./convert.js";
import { convertIn, restore } from "./originals.js";

export { originalOf } from "./originals.js";

const KEY = "pp-script";
const TABLE = new URL("../../generated/simplified.json", import.meta.url);
const HANT = '.pp [lang="zh-Hant"]';
const SAY = {
  original: { note: "原文为繁体，照录原貌", act: "转为简体显示" },
  converted: { note: "已转换显示，原文为繁体", act: "看原文" },
};

let loading = null;
let converted = false;
let shown = [];

function table() {
  loading ??= fetch(TABLE).then((r) => (r.ok ? r.json() : Promise.reject(new Error(r.statusText)))).then(converter);
  return loading;
}

function remember(simplified) {
  try {
    if (simplified) localStorage.setItem(KEY, "zh-Hans");
    else localStorage.removeItem(KEY);
  } catch { /* private mode: the choice lasts for this page */ }
}

/** A citation names the original, so it stays as it is. */
async function simplify() {
  const convert = await table();
  if (converted) return;
  shown = [...document.querySelectorAll(HANT)].filter((e) => !e.closest(".pp-cite"));
  shown.filter((e) => !e.parentElement.closest(HANT)).forEach((e) => convertIn(e, convert));
  shown.forEach((e) => { e.lang = "zh-Hans"; });
  converted = true;
}

function original() {
  shown.forEach((e) => { e.lang = "zh-Hant"; });
  shown = [];
  converted = false;
  if (!restore()) location.reload();
}

function tell(words = SAY[converted ? "converted" : "original"]) {
  document.documentElement.classList.toggle("pp-converted", converted);
  for (const place of document.querySelectorAll("[data-script]")) {
    place.querySelector("button").textContent = words.act;
    place.querySelector("[role=status]").textContent = words.note.replace("原文为", `${place.dataset.script}原文为`);
  }
}

/**
 * Show the page in Simplified characters or as it is. @param {boolean} [simplified] without it: the other way, and the
 * choice is remembered
 */
export async function turn(simplified) {
  const to = simplified ?? !converted;
  if (simplified === undefined) remember(to);
  try {
    if (to) await simplify();
    else original();
    tell();
  } catch {
    loading = null;
    tell({ note: "转换表没有取到，仍是原文", act: "再试一次" });
  }
}
