/** A list (questions, bodies) narrowed as one types; what is typed stands in the address. `data-find` may hold other names. */

import { loadFold } from "../shared/fetching.js";
import { normal } from "../shared/folding.js";
import { gather, goesOn } from "../shared/further.js";
import { askedIn } from "../shared/page-address.js";
import { say } from "./words.js";

const box = document.getElementById("pp-filter");
const count = document.getElementById("pp-filter-count");
const none = document.getElementById("pp-filter-none");
const found = () => [...document.querySelectorAll("[data-find]")];
let all = found();
const plain = (text) => text.toLowerCase().replace(/\s/g, "");
let form = plain;
const said = (item) => `${item.textContent} ${item.dataset.find}`;
let texts = all.map((item) => form(said(item)));

/** Everything that can be found, also what stands on further pages. */
function gathered() {
  gather("[data-found-in]:not([data-found-in] *)", () => {
    all = found();
    texts = all.map((item) => form(said(item)));
    narrow();
  });
}

function narrow() {
  if (box.value.trim()) gathered();
  const parts = box.value.trim().split(/\s+/).map(form).filter(Boolean);
  let shown = 0;
  all.forEach((item, n) => {
    const fits = parts.every((part) => texts[n].includes(part));
    item.hidden = !fits;
    shown += fits;
  });
  for (const group of document.querySelectorAll("[data-found-in]")) group.hidden = !group.querySelector("[data-find]:not([hidden])");
  count.textContent = parts.length && !goesOn() ? say.shown(shown, all.length) : "";
  none.hidden = shown > 0 || goesOn();
  none.querySelector("a").search = box.value.trim() ? `?q=${encodeURIComponent(box.value.trim())}` : "";
}

function typed() {
  const address = new URL(location.href);
  if (box.value.trim()) address.searchParams.set("q", box.value.trim());
  else address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
  narrow();
}

box.parentElement.hidden = false;
box.value = askedIn(location.search).get("q") ?? "";
box.addEventListener("input", (event) => event.isComposing || typed());
box.addEventListener("compositionend", typed);
narrow();
loadFold().then((fold) => { // both scripts, whatever the width
  form = (text) => normal(text, fold);
  texts = all.map((item) => form(said(item)));
  narrow();
}, () => {});
