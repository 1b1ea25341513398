/** Boxes beside the text. They stand over the page, so nothing in it moves. */

const EDGE = 8;

/**
 * Put a box at a point of the window; it then scrolls with the page.
 * @param {HTMLElement} box @param {number} left @param {number} top
 */
export function put(box, left, top) {
  const origin = (box.offsetParent && box.offsetParent !== document.body ? box.offsetParent : document.documentElement).getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const fitting = Math.max(EDGE, Math.min(left, width - box.offsetWidth - EDGE));
  box.style.setProperty("left", `${Math.round(fitting - origin.left)}px`);
  box.style.setProperty("top", `${Math.round(top - origin.top)}px`);
}

/** At the foot of the window the tools stand there with other bars, which make room. @param {HTMLElement} bar @param {boolean} on */
export function docked(bar, on) {
  const { classList, style } = document.documentElement;
  classList.toggle("pp-docked", on);
  if (on) style.setProperty("--dock", `${bar.offsetHeight}px`);
}

/** The line of an element at a height of the window, else its first. @param {Element} node @param {number} [y] */
export function lineAt(node, y) {
  const lines = [...node.getClientRects()].filter((r) => r.width > 0);
  return lines.find((r) => y >= r.top && y <= r.bottom) ?? lines[0] ?? node.getBoundingClientRect();
}
