/** What stands in a box, kept for a reader who comes back. */

/** WebKit keeps a page that is left, but then empties a box that says autocomplete="off". @param {HTMLInputElement} box */
export function keepWords(box) {
  let held = "";
  addEventListener("pagehide", () => (held = box.value));
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) setTimeout(() => (box.value = held));
  });
}
