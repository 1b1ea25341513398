/** Difference reading: what several texts say and the set phrases grow quiet. Remembered. */

const KEY = "pp-only-differences";

/** @param {HTMLInputElement} box @param {HTMLElement} texts told by data-quiet what the box says, however they are drawn anew */
export function quieting(box, texts) {
  const show = () => texts.toggleAttribute("data-quiet", box.checked);
  try {
    box.checked = localStorage.getItem(KEY) === "1";
  } catch { /* no storage: off until asked for */ }
  box.addEventListener("change", () => {
    show();
    try {
      if (box.checked) localStorage.setItem(KEY, "1");
      else localStorage.removeItem(KEY);
    } catch { /* private mode: the choice lasts for this page */ }
  });
  show();
}
