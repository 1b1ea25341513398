/**
 * A list that goes on on further pages: an anchor that is on one of them is found there, and who narrows the list gets all
 * of it onto the first. Without scripts the pages lead to each other.
 */

import { apart, idIn } from "./page-address.js";

const nav = document.querySelector("[data-further]");
const pages = () => [...(nav?.querySelectorAll("[data-page]") ?? [])].map((link) => link.href);

async function fetched(href) {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${response.status} ${href}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** To the page that has the anchor of the address, where the first has not. */
async function follow() {
  const id = idIn(location.hash);
  if (!id || document.getElementById(id)) return;
  for (const href of pages()) {
    const page = await fetched(href);
    if (page.getElementById(id)) {
      location.replace(`${href}#${id}`);
      return;
    }
  }
}

/** Whether some of the list is not here: then nobody can say how many there are, or that there are none. */
export const goesOn = () => document.querySelector("[data-further]") !== null;

let coming = null;

/**
 * The parts of the list that stand on further pages, after those that are here; once, and where a page could not be had, again
 * with the next call. @param {string} parts a selector @param {() => void} then what follows where any came
 */
export function gather(parts, then) {
  coming ??= apart(() => brought(parts).then((more) => more && then(), (error) => {
    coming = null;
    throw error;
  }));
}

/** @param {string} parts @returns {Promise<boolean>} whether any came */
async function brought(parts) {
  const hrefs = pages();
  let last = [...document.querySelectorAll(parts)].at(-1) ?? nav;
  for (const [n, page] of (await Promise.all(hrefs.map(fetched))).entries()) {
    for (const part of page.querySelectorAll(parts)) {
      for (const link of part.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), hrefs[n]).href;
      last.after(part);
      last = part;
    }
  }
  for (const way of document.querySelectorAll("[data-further], .pp-further__more")) way.remove();
  return hrefs.length > 0;
}

apart(follow);
addEventListener("hashchange", () => apart(follow));
