/** Tables that sort by their heads and filter by the boxes above; without this script they stand as printed. */

import { say } from "./words.js";

const value = (row, n) => row.cells[n].dataset.v ?? row.cells[n].textContent.trim();

/** Sort rows by a column; empty cells come last either way. */
function sorted(rows, n, kind, down) {
  const order = new Intl.Collator("zh-Hans-CN", { numeric: true });
  const compare = (a, b) => (kind === "number" ? Number(a) - Number(b) : order.compare(a, b));
  const empty = (row) => (kind === "number" ? row.cells[n].dataset.v === undefined : !value(row, n));
  return [...rows].sort((a, b) => empty(a) - empty(b) || (empty(a) ? 0 : compare(value(a, n), value(b, n)) * (down ? -1 : 1)));
}

for (const head of document.querySelectorAll("th[data-sort]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pp-sort";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const table = head.closest("table");
    const down = head.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("th[aria-sort]").forEach((th) => th.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = table.tBodies[0];
    body.append(...sorted(body.rows, head.cellIndex, head.dataset.sort, down));
  });
}

for (const bar of document.querySelectorAll("[data-filters]")) {
  const rows = [...document.getElementById(bar.dataset.filters).tBodies[0].rows];
  const boxes = [...bar.querySelectorAll("[data-filter]")];
  const apply = () => {
    rows.forEach((row) => {
      row.hidden = boxes.some((box) => box.value && row.dataset[box.dataset.filter] !== box.value);
    });
    bar.querySelector("[data-count]").textContent = say.listed(rows.filter((r) => !r.hidden).length);
  };
  boxes.forEach((box) => box.addEventListener("change", apply));
  apply();
}
