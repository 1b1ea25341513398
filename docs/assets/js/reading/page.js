/**
 * The tools of a page with a text: what stands in it gets the tools it needs, and no more is loaded.
 */

import { describeBodies } from "./body-box.js";
import { offerSentences } from "./sentences.js";
import { apart } from "../shared/page-address.js";

const text = document.querySelector(".pp-text, .pp-fulltext");
if (text) {
  apart(() => offerSentences(text));
  apart(() => describeBodies(text));
}
const box = document.querySelector("[data-beside]");
if (box) {
  const KEY = "pp-beside";
  const away = "pp-no-beside";
  const stored = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const show = (on) => document.documentElement.classList.toggle(away, !on);
  box.checked = stored() !== "away";
  box.closest("[hidden]").hidden = false;
  show(box.checked);
  box.addEventListener("change", () => {
    show(box.checked);
    try {
      if (box.checked) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, "away");
    } catch { /* private mode: the choice lasts for this page */ }
  });
}
if (document.querySelector(".pp-outline")) apart(() => import("./outline.js").then(({ followOutline }) => followOutline()));
