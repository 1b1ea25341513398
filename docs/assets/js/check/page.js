/** The page /check/: what is pasted is looked up in the sources, here in the browser. */

import { el } from "../shared/dom.js";
import { judge } from "./judge.js";
import { aside, show } from "./show.js";
import { contentOf } from "./quoting.js";
import { MOST, reader } from "./how-to-cut-paste.js";
import { loadSources } from "./texts.js";
import { say } from "./words.js";

const form = document.getElementById("pp-check");
const box = document.getElementById("pp-quotation");
const loose = document.getElementById("pp-loose");
const status = document.getElementById("pp-check-status");
const found = document.getElementById("pp-check-found");

let ready = null;
const load = () => (ready ??= loadSources().then(({ sources, fold }) => reader(judge(sources, fold))).catch((error) => {
  ready = null;
  throw error;
}));

let turn = 0;

async function check() {
  const pasted = box.value;
  const mine = (turn += 1);
  found.replaceChildren();
  if (!contentOf(pasted)) {
    status.textContent = say.empty;
    box.focus();
    return;
  }
  status.textContent = say.busy;
  try {
    const read = await load();
    const { results, aside: rest } = await read(pasted, loose.checked);
    if (mine !== turn) return;
    found.replaceChildren(...results.map((r, n) => show(r, results.length > 1 ? n + 1 : null)), ...aside(rest));
    const missed = results.filter((r) => !r.findings.length).length;
    const wrong = results.filter((r) => r.findings[0]?.verdict === "words" || r.findings[0]?.verdict === "marks").length;
    status.textContent = (Array.from(pasted).length > MOST ? say.beyond(MOST) : "") + say.summary(missed, wrong, results.length);
  } catch (error) {
    console.warn(error);
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
