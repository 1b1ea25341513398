/** The switch between the original's Traditional characters and Simplified ones: display only, remembered per browser. */

import { converter } from "./convert.js";
import { convertAgain, convertedOf, convertIn, forget, restore } from "./originals.js";
import { say } from "./words.js";

export { originalOf } from "./originals.js";

const KEY = "pp-script";
const TABLE = new URL("../../generated/simplified.json", import.meta.url);
const HANT = '[lang="zh-Hant"]:not(button)';
const CITED = ".pp-cite, .pp-cite__text, .pp-tip__printed"; // these name the original, so they stay as they are
const SAY = {
  original: say.script.original,
  converted: say.script.converted,
};

let loading = null;
let converted = false;
let convert;
const shown = new Set(); // the elements that say zh-Hans though their original is zh-Hant

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

/** Convert what is Traditional at and below an element. @param {Element} top */
function convertBelow(top) {
  const found = [top, ...top.querySelectorAll(HANT)].filter((e) => e.matches(HANT) && !e.closest(CITED));
  found.filter((e) => !e.parentElement.closest(HANT) && !convertedOf(e)).forEach((e) => convertIn(e, convert));
  found.forEach((e) => {
    e.lang = "zh-Hans";
    shown.add(e);
  });
}

/** Results, columns of a comparison: what scripts draw later is converted as it comes. */
const watcher = new MutationObserver((changes) => {
  forget();
  for (const e of shown) if (!e.isConnected) shown.delete(e);
  const filled = new Set(changes.filter((c) => c.addedNodes.length).map((c) => convertedOf(c.target)));
  filled.forEach((root) => root && convertAgain(root, convert));
  changes.flatMap((c) => [...c.addedNodes]).filter((n) => n.isConnected && n instanceof Element).forEach(convertBelow);
});

async function simplify() {
  convert = await table();
  if (converted) return;
  convertBelow(document.body);
  watcher.observe(document.body, { childList: true, subtree: true });
  converted = true;
}

function original() {
  watcher.disconnect();
  shown.forEach((e) => { e.lang = "zh-Hant"; });
  shown.clear();
  converted = false;
  if (!restore()) location.reload();
}

function tell(words = SAY[converted ? "converted" : "original"]) {
  document.documentElement.classList.toggle("pp-converted", converted);
  for (const place of document.querySelectorAll("[data-script]")) {
    place.querySelector("button").textContent = words.act;
    place.querySelector("[role=status]").textContent = `${place.dataset.script}${words.note}`;
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
    tell(say.script.failed);
  }
}
