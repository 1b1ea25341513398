/** On every page: the buttons that put a measure into the tray, and the tray itself at the foot of the window. */

import { items, keep, toggle } from "./basket.js";
import { MOST, writeIds } from "./state.js";

const BASE = new URL("../../../", import.meta.url);
const here = location.pathname === new URL("compare/", BASE).pathname;
let bar = null;
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
    button.textContent = on ? "已在对照篮" : "加入对照";
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
  if (here || (!held.length && !bar)) return;
  if (!bar) {
    bar = node("section", { class: "pp-tray", "aria-label": "对照篮" });
    document.body.append(bar);
  }
  bar.hidden = !held.length;
  const focused = bar.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const chips = held.map(({ id, label }) => {
    const out = button("×", () => keep(items().filter((i) => i.id !== id)), `从对照篮取出：${label}`);
    out.dataset.key = id;
    return node("li", {}, node("a", { href: new URL(`measures/${id}/`, BASE).href }, label), out);
  });
  const ids = held.map((i) => i.id);
  const go = held.length > 1
    ? node("a", { class: "pp-tray__go", href: new URL(`compare/${writeIds(ids)}`, BASE).href, "data-key": "go" }, `对照这 ${held.length} 条`)
    : node("span", { class: "pp-tray__wait" }, "再加一条就能对照");
  const clear = button("清空", () => keep([]));
  bar.replaceChildren(
    node("p", { class: "pp-tray__title", role: "status" }, said || `对照篮 ${held.length}/${MOST}`),
    node("ul", {}, ...chips), go, clear,
  );
  if (focused) (bar.querySelector(`[data-key="${focused}"]`) ?? bar.querySelector("a, button"))?.focus();
  said = "";
}

document.addEventListener("click", (event) => {
  const pressed = event.target.closest?.("button[data-add]");
  if (!pressed) return;
  const item = { id: pressed.dataset.add, label: pressed.dataset.label || pressed.dataset.add };
  if (toggle(item) === "full") {
    said = `对照篮已满：最多 ${MOST} 条`;
    draw();
  }
});
addEventListener("pp-tray", draw);
addEventListener("storage", draw);
addEventListener("pageshow", draw);
new MutationObserver((changes) => {
  if (changes.some((c) => [...c.addedNodes].some((n) => n.querySelector?.("button[data-add]")))) buttons();
}).observe(document.body, { childList: true, subtree: true });
draw();
