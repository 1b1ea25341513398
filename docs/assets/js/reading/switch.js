/** The switch of script: what converts is fetched when a reader asks for it, or asked for it before, on whatever page. */

const SCRIPT = "pp-script"; // the key under which script.js remembers the choice

const turn = async (simplified) => (await import("./script.js")).turn(simplified);

for (const button of document.querySelectorAll("[data-script] button")) button.addEventListener("click", () => turn());
try {
  if (localStorage.getItem(SCRIPT)) turn(true);
} catch { /* no storage: the original */ }
