/** On every page: the buttons that put a measure into the tray, and the tray itself at the foot of the window. */

import { items, keep, toggle } from "./basket.js";
import { MOST, writeIds } from "./state.js";
import { say } from "../shared/words.js";
import { apart } from "../shared/page-address.js";

const BASE = new URL("../../../", import.meta.url);
const here = location.pathname === new URL("compare/", BASE).pathname;
let bar = null;
let open = false; // the list, where it is folded
let pressed = null; // the button last pressed
let said = "";

function node(tag, attributes, ...children) {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children);
  return made;
}

function buttons() {
  const held = new Set(items().map((i) => i.id));
  for (const button of document.querySelectorAll("button[data-add]")) {
    const on = held.has(button.dataset.add);
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? say.tray.added : say.tray.add;
    button.setAttribute("aria-label", say.tray.named(button.textContent, button.dataset.label));
  }
}

function button(label, act, title) {
  const made = node("button", { type: "button", ...(title ? { "aria-label": title } : {}) }, label);
  made.addEventListener("click", act);
  return made;
}

function draw() {
  buttons();
  const held = items();
  document.documentElement.classList.toggle("pp-has-tray", held.length > 0 && !here);
  lead(held);
  if (here || (!held.length && !bar)) return;
  if (!bar) {
    bar = node("section", { class: "pp-tray", "aria-label": say.tray.name });
    document.body.append(bar);
  }
  bar.hidden = !held.length;
  if (!held.length) open = false;
  const focused = bar.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  bar.replaceChildren(...parts(held));
  if (focused) (bar.querySelector(`[data-key="${focused}"]`) ?? [...bar.querySelectorAll("button, a")].find((n) => n.offsetParent))?.focus();
  said = "";
}

/** The count, or what there is to say; the list, on narrow screens behind a button; the way to the comparison. */
function parts(held) {
  const count = say.tray.count(held.length, MOST);
  const chips = held.map(({ id, label }) => {
    const out = button("×", () => keep(items().filter((i) => i.id !== id)), say.tray.out(label));
    out.dataset.key = id;
    return node("li", {}, node("a", { href: new URL(`measures/${id}/`, BASE).href, title: label }, label), out);
  });
  const unfold = button(count, () => {
    open = !open;
    draw();
  });
  unfold.className = "pp-tray__open";
  unfold.dataset.key = "open";
  unfold.setAttribute("aria-expanded", String(open));
  unfold.setAttribute("aria-controls", "pp-tray-list");
  return [
    node("p", { class: `pp-tray__title${said ? " pp-tray__title--said" : ""}`, role: "status" }, said || count),
    unfold,
    node("div", { class: `pp-tray__list${open ? " pp-tray__list--open" : ""}`, id: "pp-tray-list" }, node("ul", {}, ...chips), button(say.tray.clear, () => keep([]))),
    held.length > 1 ? way("pp-tray__go", held, say.tray.go(held.length)) : node("span", { class: "pp-tray__wait" }, say.tray.wait),
  ];
}

const way = (kind, held, text) => node("a", { class: kind, href: new URL(`compare/${writeIds(held.map((i) => i.id))}`, BASE).href, "data-key": "go" }, text);

/** The way to the comparison right after the button just pressed: nobody has to go through the page to the tray. */
function lead(held) {
  document.querySelector(".pp-add__go")?.remove();
  if (pressed?.isConnected && held.length > 1 && held.some((i) => i.id === pressed.dataset.add)) pressed.after(way("pp-go pp-add__go", held, say.tray.go(held.length)));
}

document.addEventListener("click", (event) => {
  const add = event.target.closest?.("button[data-add]");
  if (!add) return;
  pressed = add;
  if (toggle({ id: add.dataset.add, label: add.dataset.label || add.dataset.add }) === "full") {
    said = say.tray.full(MOST);
    draw();
  }
});
addEventListener("pp-tray", draw);
addEventListener("storage", draw);
addEventListener("pageshow", draw);
apart(() => new MutationObserver((changes) => {
  if (changes.some((c) => [...c.addedNodes].some((n) => n.querySelector?.("button[data-add]")))) buttons();
}).observe(document.body, { childList: true, subtree: true }));
draw();
