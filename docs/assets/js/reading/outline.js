/** "Where am I": the outline points at what is being read; on a phone its closed line names it. */

import { idIn } from "../shared/page-address.js";


const WIDE = matchMedia("(min-width: 60.01rem)");
const THIRD = "0px 0px -66% 0px";

/** Follow the reader through the text. */
export function followOutline() {
  const outline = document.querySelector(".pp-outline");
  const details = outline.querySelector("details");
  const here = outline.querySelector(".pp-outline__here");
  const links = new Map([...outline.querySelectorAll('a[href^="#"]')].map((a) => [idIn(a.hash), a]));
  const places = [...document.querySelectorAll(".pp-fulltext [id]")].filter((e) => links.has(e.id));
  if (!places.length) return;

  const settle = () => { details.open = WIDE.matches; };
  settle();
  WIDE.addEventListener("change", settle);
  document.addEventListener("click", (event) => {
    if (!outline.contains(event.target) && !WIDE.matches) details.open = false;
  });
  outline.addEventListener("click", (event) => {
    if (event.target.closest("a") && !WIDE.matches) details.open = false;
  });

  let current = null;
  const point = () => {
    const line = innerHeight / 3;
    const passed = places.filter((e) => e.getBoundingClientRect().top <= line);
    const next = links.get(passed.at(-1)?.id) ?? null;
    if (next === current) return;
    current?.removeAttribute("aria-current");
    current = next;
    current?.setAttribute("aria-current", "location");
    here.textContent = current?.textContent ?? "";
    if (current && WIDE.matches) reveal(outline, current);
  };
  const watcher = new IntersectionObserver(point, { rootMargin: THIRD });
  places.forEach((e) => watcher.observe(e));
  addEventListener("scrollend", point);
  point();
}

/** Scroll the outline, never the page, to where a link of it can be seen. */
function reveal(outline, link) {
  const [frame, own] = [outline.getBoundingClientRect(), link.getBoundingClientRect()];
  if (own.top < frame.top + 48 || own.bottom > frame.bottom - 48) outline.scrollTop += own.top - frame.top - frame.height / 3;
}
