/**
 * The page /desk/: a draft is laid beside what the places answer, here in the browser. Nothing of it is sent.
 *
 * @typedef {{draft: string, sentences: string[], bearing: import("./matching-questions.js").Bearing[], shared: import("./shared-wording.js").Shared[],
 *   fold: (text: string) => string}} Found
 */

import { el } from "../shared/dom.js";
import { load } from "./data.js";
import { bearings, paragraphsOf, sentencesOf } from "./matching-questions.js";
import { show } from "./show.js";
import { downloadTable } from "./table.js";
import { sharedWith } from "./shared-wording.js";
import { say } from "./words.js";

const KEY = "pp-draft"; // for as long as the window is open: another form of the texts loads the page anew
const LEAST = 8;
const MOST = 50_000; // characters: what is longer is cut, and said to be before it is

const $ = (id) => document.getElementById(id);
const form = $("pp-desk");
const box = $("pp-draft");
const status = $("pp-desk-status");

let found = null;
let turn = 0;

/** The draft as far as it is compared, and what is to be said of what is not. */
function drafted() {
  const letters = Array.from(box.value.trim());
  return { draft: letters.slice(0, MOST).join(""), cut: letters.length > MOST ? say.cut(letters.length, MOST) : "" };
}

async function lay(focus) {
  const { draft, cut } = drafted();
  const mine = (turn += 1);
  found = null;
  $("pp-desk-tools").hidden = true;
  $("pp-desk-found").replaceChildren();
  keep(draft);
  if (draft.replace(/\s/g, "").length < LEAST) {
    status.textContent = draft ? say.short : say.empty;
    box.focus();
    return;
  }
  status.textContent = say.busy;
  try {
    const { prepared, sources, fold, genre } = await load();
    const sentences = sentencesOf(draft);
    const bearing = await bearings(prepared, sentences, paragraphsOf(draft), (done) => mine === turn && (status.textContent = say.done(done, sentences.length)));
    if (mine !== turn) return;
    found = { draft, sentences, bearing, shared: sharedWith(draft, sources, fold, genre), fold };
    $("pp-desk-paper").replaceChildren(...draft.split("\n").map((line) => el("p", {}, line)));
    $("pp-desk-found").replaceChildren(...show(found));
    $("pp-desk-tools").hidden = !found.bearing.length && !found.shared.length;
    status.textContent = cut + say.found(found.bearing.length, found.shared.length);
  } catch (error) {
    console.warn(error);
    if (mine !== turn) return;
    status.textContent = say.failed;
  }
  if (focus) status.focus();
}

function keep(draft) {
  try {
    if (draft) sessionStorage.setItem(KEY, draft);
    else sessionStorage.removeItem(KEY);
  } catch { /* no storage: the draft lasts for this page */ }
}

function kept() {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  lay(true);
});
box.addEventListener("input", () => ($("pp-desk-cut").textContent = drafted().cut));
form.addEventListener("reset", () => {
  turn += 1;
  found = null;
  $("pp-desk-cut").textContent = "";
  keep("");
  status.textContent = "";
  $("pp-desk-tools").hidden = true;
  $("pp-desk-found").replaceChildren();
  $("pp-desk-paper").replaceChildren();
});
box.addEventListener("focus", () => load().catch(() => {}), { once: true });
$("pp-desk-csv").addEventListener("click", () => found && downloadTable(found));
$("pp-desk-print").addEventListener("click", () => print());
addEventListener("beforeprint", () => document.querySelectorAll("#pp-desk-found details").forEach((d) => (d.open = true)));
form.querySelectorAll("button").forEach((button) => (button.disabled = false));
if (!box.value) box.value = kept();
if (box.value.trim()) lay(false);
