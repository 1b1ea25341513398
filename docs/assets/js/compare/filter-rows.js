/** Two documents article by article: all rows, those that the other answers, those it does not, or what only the other has. */

import { say } from "./words.js";

const bar = document.querySelector("[data-rows]");
const boxes = [...bar.querySelectorAll("input")];
const rows = [...document.querySelectorAll("[data-row]")];
const table = document.querySelector(".pp-doctable__table");
const asked = new URLSearchParams(location.search).get("show") ?? "";

function show(value) {
  for (const row of rows) row.hidden = Boolean(value) && row.dataset.row !== value;
  const lacking = value === "lacking";
  table.hidden = lacking;
  document.querySelector(".pp-doctable__toc").hidden = lacking;
  document.querySelector("section[aria-labelledby='lacking']").hidden = value === "matched" || value === "alone";
  const shown = [...table.tBodies[0].rows].filter((row) => !row.hidden).length;
  bar.querySelector("[data-count]").textContent = value && !lacking ? say.rows(shown, table.tBodies[0].rows.length) : "";
}

bar.addEventListener("change", ({ target }) => {
  const address = new URL(location.href);
  if (target.value) address.searchParams.set("show", target.value);
  else address.searchParams.delete("show");
  history.replaceState(history.state, "", address);
  show(target.value);
});
const chosen = boxes.find((box) => box.value === asked) ?? boxes[0];
chosen.checked = true;
show(chosen.value);

/** A cell that is taller than the window stops at its end, not at its head: all of it can be read beside the other. */
function stop() {
  for (const cell of document.querySelectorAll(".pp-doctable__own")) {
    const over = cell.offsetHeight + 16 - innerHeight;
    cell.style.top = over > -50 ? `${-over}px` : "";
  }
}
stop();
addEventListener("resize", stop);
