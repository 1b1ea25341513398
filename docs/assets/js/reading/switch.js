/** The switch of script: what converts is fetched when a reader asks for it, or asked for it before, on whatever page. */

const SCRIPT = "pp-script"; // the key under which script.js remembers the choice

const turn = async (simplified) => (await import("./script.js")).turn(simplified);

const chosen = () => {
  try {
    return Boolean(localStorage.getItem(SCRIPT));
  } catch {
    return null; // no storage: the choice lasts for the page
  }
};

for (const button of document.querySelectorAll("[data-script] button")) button.addEventListener("click", () => turn());
if (chosen()) turn(true);
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && chosen() !== null) turn(chosen()); // a page that comes back as it was left follows what was chosen since
});
