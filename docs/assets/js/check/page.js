/** The page /check/: what is pasted is looked up in the sources, here in the browser. */

import { el } from "../shared/dom.js";
import { judge } from "./judge.js";
import { show } from "./show.js";
import { loadSources, pieces } from "./texts.js";
import { say } from "./words.js";

const form = document.getElementById("pp-check");
const box = document.getElementById("pp-quotation");
const loose = document.getElementById("pp-loose");
const status = document.getElementById("pp-check-status");
const found = document.getElementById("pp-check-found");

let ready = null;
const load = () => (ready ??= loadSources().then(({ sources, fold }) => judge(sources, fold)).catch((error) => {
  ready = null;
  throw error;
}));

async function check() {
  const parts = pieces(box.value);
  found.replaceChildren();
  if (!parts.length) {
    status.textContent = say.empty;
    box.focus();
    return;
  }
  status.textContent = say.busy;
  try {
    const look = await load();
    const results = parts.map((piece) => ({ piece, findings: look(piece, loose.checked) }));
    found.replaceChildren(...results.map((r, n) => show(r, parts.length > 1 ? n + 1 : null)));
    const missed = results.filter((r) => !r.findings.length).length;
    const wrong = results.filter((r) => r.findings[0]?.verdict === "words" || r.findings[0]?.verdict === "marks").length;
    status.textContent = say.summary(missed, wrong, parts.length);
  } catch {
    status.textContent = "";
    found.replaceChildren(el("p", {}, say.failed));
  }
  status.focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  check();
});
box.addEventListener("focus", () => load().catch(() => {}), { once: true });
addEventListener("pp-form", (event) => { // the other form: what was pasted stays, what was found is told anew
  event.preventDefault();
  ready = null;
  if (found.childElementCount) check();
});
form.querySelector("button").disabled = false;
