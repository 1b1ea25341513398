/**
 * The tools of a page with a text: what stands in it gets the tools it needs, and no more is loaded.
 */

import { describeBodies } from "./bodies.js";
import { offerSentences } from "./sentences.js";

let originalOf = (node) => node.textContent;

const text = document.querySelector(".pp-text, .pp-fulltext");
if (text) {
  offerSentences(text, (node) => originalOf(node));
  describeBodies(text, (node) => originalOf(node));
}
if (document.querySelector(".pp-outline")) import("./outline.js").then(({ followOutline }) => followOutline());
if (document.querySelector("[data-script]")) import("./originals.js").then((originals) => { originalOf = originals.originalOf; });
