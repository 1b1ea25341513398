/**
 * What a body's link says of it: the name printed, the official one, what it has become. The server writes the latter
 * two as the link's title, parts set off by " · "; here they become a box that keyboard and touch can reach as well.
 */

import { receivedOf } from "../shared/form.js";
import { lineAt, put } from "./box-position.js";
import { say } from "../shared/words.js";

const SELECTOR = "a.pp-k-agency";
const SLOW = 250;
const box = document.createElement("div");
let at = null;
let timer = 0;
let touched = false;

function line(className, text) {
  const made = document.createElement("p");
  made.className = className;
  made.textContent = text;
  return made;
}

/** The name as the original has it, however the page shows it now. */
function printed(link, role) {
  const made = line("pp-tip__printed", say.printedAs);
  const words = document.createElement("span");
  words.textContent = receivedOf(link);
  if (link.closest("[data-hant]")) words.lang = "zh-Hant";
  made.append(words, `”${role}`);
  return made;
}

function show(link) {
  clearTimeout(timer);
  if (at === link) return;
  hide();
  at = link;
  const [role, name, ...now] = link.dataset.says.split(" · ");
  box.replaceChildren(
    line("pp-tip__name", name ?? role),
    printed(link, name ? ` · ${role}` : ""),
    ...now.map((words) => line("pp-tip__now", words)),
  );
  if (touched) box.append(line("pp-tip__printed", say.tapAgain));
  box.hidden = false;
  link.setAttribute("aria-describedby", box.id);
  const own = lineAt(link);
  const below = own.bottom + 6 + box.offsetHeight <= innerHeight;
  put(box, own.left, below ? own.bottom + 6 : own.top - box.offsetHeight - 6);
}

function hide() {
  clearTimeout(timer);
  at?.removeAttribute("aria-describedby");
  at = null;
  box.hidden = true;
}

const later = (act) => {
  clearTimeout(timer);
  timer = setTimeout(act, SLOW);
};

/** @param {HTMLElement} text */
export function describeBodies(text) {
  const links = [...text.querySelectorAll(SELECTOR)].filter((a) => a.title);
  if (!links.length) return;
  for (const link of links) {
    link.dataset.says = link.title;
    link.removeAttribute("title");
  }
  Object.assign(box, { className: "pp-tip", id: "pp-tip", role: "tooltip", hidden: true });
  box.setAttribute("role", "tooltip");
  document.querySelector("main").append(box);

  const linkOf = (event) => event.target.closest?.(`${SELECTOR}[data-says]`);
  addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    if (at && !box.contains(event.target) && linkOf(event) !== at) hide();
  });
  text.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (link && event.pointerType === "mouse") later(() => show(link));
  });
  text.addEventListener("pointerout", (event) => {
    if (linkOf(event) && event.pointerType === "mouse") later(hide);
  });
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", () => later(hide));
  text.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link?.matches(":focus-visible")) show(link);
  });
  text.addEventListener("focusout", (event) => { if (linkOf(event) === at && at) hide(); });
  text.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (!link || !touched || at === link) return;
    event.preventDefault();
    show(link);
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && at) hide(); });
}
