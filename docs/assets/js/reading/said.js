/** What the sentences of a page say, kept from when it came: what a translator makes of the page is not quoted. */

import { formsOf, isReceived } from "../shared/form.js";

export const WITHIN = ".pp-text, .pp-m, .pp-p";

/** Every piece of a sentence: other marks may cut it. @param {HTMLElement} first */
export function pieces(first) {
  const within = [...first.closest(WITHIN).querySelectorAll(".pp-s")];
  const from = within.indexOf(first);
  const next = within.findIndex((s, n) => n > from && s.id);
  return within.slice(from, next < 0 ? undefined : next);
}

/** @type {WeakMap<HTMLElement, {read: string, received: string}>} what each sentence said when the page came, before anything translated it */
const said = new WeakMap();

/** @param {HTMLElement} first */
export function remember(first) {
  const both = pieces(first).map(formsOf);
  const joined = (form) => both.map((b) => b[form]).join("").trim();
  said.set(first, { read: joined("read"), received: joined("received") });
}

/** What a sentence says, in the form in which it is read. @param {HTMLElement} first */
export const saidBy = (first) => said.get(first)[isReceived() ? "received" : "read"];
