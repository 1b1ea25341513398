/** On a phone the texts are swiped: a line that stays in sight names them, leads to each, and tells which one is read. */

import { el } from "../shared/dom.js";
import { apart } from "../shared/page-address.js";
import { letterOf } from "./names.js";

const still = () => apart(() => matchMedia("(prefers-reduced-motion: reduce)").matches, true);

/**
 * @param {HTMLElement} bar @param {HTMLElement} strip which scrolls to the side @param {any[]} measures a column each
 */
export function swiping(bar, strip, measures) {
  const columns = [...strip.children];
  const links = measures.map((m, n) => el("a", { class: `pp-c${m.place.colour}`, href: `#pp-col-${n + 1}` }, letterOf(n), " ", m.document.short));
  const away = (column) => Math.abs(column.getBoundingClientRect().left - strip.getBoundingClientRect().left);
  const tell = () => {
    const nearest = columns.reduce((best, column) => (away(column) < away(best) ? column : best), columns[0]);
    const last = strip.scrollLeft > 0 && strip.scrollLeft >= strip.scrollWidth - strip.clientWidth - 1;
    links.forEach((link, n) => link.toggleAttribute("aria-current", columns[n] === (last ? columns.at(-1) : nearest)));
    links.filter((link) => link.hasAttribute("aria-current")).forEach((link) => link.setAttribute("aria-current", "true"));
  };
  links.forEach((link, n) => link.addEventListener("click", (event) => {
    event.preventDefault(); // across only: who reads on in another column stays at the height where they are
    strip.scrollTo({ left: columns[n].offsetLeft - columns[0].offsetLeft, behavior: still() ? "instant" : "smooth" });
    columns[n].querySelector("h3")?.focus({ preventScroll: true });
  }));
  bar.replaceChildren(...links);
  strip.onscroll = tell;
  tell();
}
