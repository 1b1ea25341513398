/**
 * The tools of a page with a text: what stands in it gets the tools it needs, and no more is loaded. What converts the
 * script is fetched when a reader asks for it, or asked for it before.
 */

import { describeBodies } from "./bodies.js";
import { offerSentences } from "./sentences.js";

const SCRIPT = "pp-script"; // the key under which script.js remembers the choice
let originalOf = (node) => node.textContent;

const text = document.querySelector(".pp-text, .pp-fulltext");
if (text) {
  offerSentences(text, (node) => originalOf(node));
  describeBodies(text, (node) => originalOf(node));
}
if (document.querySelector(".pp-outline")) import("./outline.js").then(({ followOutline }) => followOutline());

async function turn(simplified) {
  const script = await import("./script.js");
  originalOf = script.originalOf;
  await script.turn(simplified);
}

const switches = [...document.querySelectorAll("[data-script] button")];
switches.forEach((button) => button.addEventListener("click", () => turn()));
try {
  if (switches.length && localStorage.getItem(SCRIPT)) turn(true);
} catch { /* no storage: the original */ }
