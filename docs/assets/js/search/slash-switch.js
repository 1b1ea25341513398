/** The switch of the "/" key: a single key that does something must be possible to turn off (WCAG 2.1.4). */

const KEY = "pp-slash"; // shared/page.js reads it

/** @param {HTMLInputElement} box */
export function offerSlash(box) {
  try {
    box.checked = localStorage.getItem(KEY) !== "off";
  } catch {
    box.disabled = true; // no storage: nothing could be kept
    return;
  }
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  });
}
