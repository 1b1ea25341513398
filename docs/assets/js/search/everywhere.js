/**
 * How a visitor arrives, on every page: at the place that the address means; with the hits marked where a search led here
 * (loaded only then); and with "/" at the search box, unless that is turned off (search/slash.js).
 */

import { apart } from "../shared/apart.js";
import { askedIn } from "../shared/asked.js";
import { follow } from "../shared/fragment.js";

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
  apart(() => import("./highlight.js").then(({ arrive }) => arrive()));
}
