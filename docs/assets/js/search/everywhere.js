/**
 * What search needs on every page: "/" goes to the search box, and a visitor who comes from a result finds the hits
 * marked. The latter is loaded only when asked for.
 */

import { apart } from "../shared/apart.js";

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, [contenteditable]");
  if (event.key !== "/" || writing || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.getElementById("pp-q")
    ?? [...document.querySelectorAll('input[type="search"][name="q"]')].find((b) => b.offsetParent);
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

if (new URLSearchParams(location.search).get("hl")) {
  apart(() => import("./highlight.js").then(({ arrive }) => arrive()));
}
