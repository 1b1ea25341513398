/** The list of targets narrowed by year, place, family and kind; what is chosen stands in the address. */

import { gather, goesOn } from "../shared/further.js";
import { say } from "./words.js";

const bar = document.querySelector("[data-narrow]");
const boxes = [...(bar?.querySelectorAll("[data-filter]") ?? [])];
const years = [...document.querySelectorAll("[data-year]")];
const listed = () => [...document.querySelectorAll("[data-group] li[data-kind]")];
let rows = listed();
const now = document.querySelector(".pp-due__now");
const everything = bar?.querySelector("[data-all]");
const asked = new URLSearchParams(location.search);
let year = years.some((a) => a.dataset.year === asked.get("year")) ? asked.get("year") : "";

/** Everything that is listed, also what stands on further pages. */
function gathered() {
  gather("[data-group]", () => {
    rows = listed();
    narrow();
  });
}

function narrow() {
  for (const row of rows) {
    const group = row.closest("[data-group]").dataset.group;
    row.hidden = (year && group !== year) || boxes.some((box) => box.value && row.dataset[box.dataset.filter] !== box.value);
  }
  const has = (e) => e.querySelector("li[data-kind]:not([hidden])") !== null;
  for (const part of document.querySelectorAll("[data-group], [data-column]")) part.hidden = !has(part);
  for (const line of document.querySelectorAll(".pp-due__words")) line.hidden = !has(line.nextElementSibling);
  for (const link of years) {
    if (link.dataset.year === year) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  const narrowed = Boolean(year) || boxes.some((box) => box.value);
  if (narrowed) gathered();
  if (now) now.hidden = Boolean(year);
  everything.hidden = !narrowed;
  bar.querySelector("[data-count]").textContent = goesOn() ? "" : say.shown(rows.filter((row) => !row.hidden).length, rows.length);
}

function chosen() {
  const address = new URL(location.href);
  address.hash = "";
  for (const [name, value] of [["year", year], ...boxes.map((box) => [box.dataset.filter, box.value])]) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, "", address);
  narrow();
}

if (bar) {
  for (const box of boxes) {
    const value = asked.get(box.dataset.filter) ?? "";
    if ([...box.options].some((option) => option.value === value)) box.value = value;
    box.addEventListener("change", chosen);
  }
  for (const link of years) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      year = year === link.dataset.year ? "" : link.dataset.year;
      chosen();
    });
  }
  everything.addEventListener("click", () => {
    year = "";
    for (const box of boxes) box.value = "";
    chosen();
    bar.querySelector("select").focus();
  });
  narrow();
}
