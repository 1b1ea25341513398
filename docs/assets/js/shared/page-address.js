/**
 * On every page, and for every script: where we are (what the address asks, the place it means, the address to share), and
 * the seams between what a page is for and what only helps. A visitor arrives at the place that the address means, with
 * the hits marked where a search led here (loaded only then), and with "/" at the search box unless that is turned off.
 */

const AMPERSAND = /&amp;|＆/gi;

/** What an address asks, also where it comes from a page's source: `&amp;` for `&`. @param {string} search from its question mark on @returns {URLSearchParams} */
export const askedIn = (search) => new URLSearchParams(search.replace(AMPERSAND, "&").replace(/%EF%BC%86/gi, "&"));

const LOCAL = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/**
 * A permanent address. A site built without its public address calls itself this machine (127.0.0.1); read from anywhere
 * else, its addresses are those it is served from. @param {string} address as the page was built with @returns {string} as it can be shared
 */
export function permanent(address) {
  const url = new URL(address, location.href);
  if (!/^https?:$/.test(location.protocol) || url.origin === location.origin || !LOCAL.test(url.hostname)) return url.href;
  return new URL(url.pathname.replace(/^\/+/, "") + url.search + url.hash, root()).href;
}

/** The address of this page, without what is asked of it. */
export const own = () => permanent(document.querySelector('link[rel="canonical"]')?.href ?? location.href.split(/[?#]/)[0]);

/** Where the site begins: this module stands three steps below. */
const root = () => new URL("../../../", import.meta.url);

/** The id that a fragment names, whatever its percent signs. @param {string} hash with its # @returns {string} */
export function idIn(hash) {
  const raw = hash.replace(/^#/, "");
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw; // a lone percent sign: as it stands
  }
}

/**
 * The id on this page that a fragment means: itself, or without what no id ends in, as long as something is left.
 * @param {string} hash @param {(id: string) => boolean} known @returns {?string} null where it is named rightly or means nothing
 */
export function meant(hash, known) {
  const id = idIn(hash);
  if (!id || known(id)) return null;
  const letters = /^[\w.:-]+/.exec(id)?.[0] ?? "";
  for (let end = letters.length; end > 0; end -= 1) {
    const shorter = letters.slice(0, end);
    if (known(shorter)) return shorter;
    if (/\w/.test(shorter.at(-1))) return null;
  }
  return null;
}

/** Go to what the address means where nothing has its name. */
export function follow() {
  const id = meant(location.hash, (name) => document.getElementById(name) !== null || /^(?:top)?$/i.test(name));
  if (id) location.replace(`#${id}`);
}

/**
 * Do something by itself; where it fails, now or later, the browser's console is told and nothing else happens.
 * @template T @param {() => T} act @param {any} [instead] what is given where it fails at once @returns {T|any}
 */
export function apart(act, instead = undefined) {
  try {
    const done = act();
    if (typeof done?.then === "function") done.then(null, tell);
    return done;
  } catch (error) {
    tell(error);
    return instead;
  }
}

/** @param {unknown} error */
const tell = (error) => console.warn(error);

const slashIsOff = () => {
  try {
    return localStorage.getItem("pp-slash") === "off";
  } catch {
    return false; // no storage: as it comes
  }
};

apart(follow);
addEventListener("hashchange", () => apart(follow));
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, [contenteditable]");
  if (event.key !== "/" || slashIsOff() || writing || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.getElementById("pp-q")
    ?? [...document.querySelectorAll('input[type="search"][name="q"]')].find((b) => b.offsetParent);
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

if (askedIn(location.search).get("hl")) {
  apart(() => import("../search/marks-on-arrival.js").then(({ arrive }) => arrive()));
}
