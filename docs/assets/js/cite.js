/**
 * What scripts add to a page's citations: the reader's own date where one belongs, the sentence cited, copying, and
 * files for the sentence cited.
 */

import { say } from "./shared/words.js";

const root = document.querySelector("[data-cite]");
const permalink = root.dataset.cite;
const texts = [...root.querySelectorAll(".pp-cite__text")];
const select = root.querySelector("select");
let anchor = "";

/** Fetched when a reader comes near, so that copying follows the click at once: browsers allow it no later. */
const clipboard = () => import("./shared/clipboard.js");

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
};

/** The address in a text, with the sentence's anchor where one is chosen. The address stands last and once. */
function pointed(text, before = "") {
  const at = text.lastIndexOf(permalink + before);
  return at < 0 ? text : text.slice(0, at) + permalink + anchor + text.slice(at + permalink.length + before.length);
}

function point(to) {
  const before = anchor;
  anchor = to;
  for (const { lastChild } of texts) lastChild.data = pointed(lastChild.data, before);
}

function offerSentences() {
  for (const sentence of document.querySelectorAll(".pp-text .pp-s[id]")) {
    const words = sentence.textContent.trim();
    select.append(new Option(say.sentence(sentence.id.slice(1), `${words.slice(0, 16)}${words.length > 16 ? "…" : ""}`), `#${sentence.id}`));
  }
  const follow = () => {
    if ([...select.options].some((o) => o.value === location.hash)) {
      select.value = location.hash;
      point(location.hash);
    }
  };
  select.addEventListener("change", () => point(select.value));
  addEventListener("hashchange", follow);
  follow();
  select.parentElement.hidden = false;
}

function offerCopy(text) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "pp-cite__copy", textContent: say.copy });
  button.setAttribute("aria-label", say.copyAs(text.closest("div").querySelector("dt").textContent));
  button.addEventListener("click", async () => {
    const said = text.textContent;
    const { copy } = await clipboard();
    const done = await copy(said);
    if (!done) getSelection().selectAllChildren(text);
    button.textContent = done ? say.copied : say.selected;
    setTimeout(() => (button.textContent = say.copy), 2500);
  });
  text.after(" ", button);
}

/** The day on which the reader saw the page, as each format of file says it. */
const dated = {
  bib: (text) => text.replace(/^ {2}url = /m, `  urldate = {${today()}},\n  url = `),
  ris: (text) => text.replace(/^ER {2}- /m, `Y2  - ${today().replaceAll("-", "/")}\r\nER  - `),
  json(text) {
    const accessed = { "date-parts": [today().split("-").map(Number)] };
    return `${JSON.stringify(JSON.parse(text).map((item) => ({ ...item, accessed })), null, 1)}\n`;
  },
};

/** A file says the reader's day, and the sentence chosen; where it cannot be had so, the link does what it always does. */
async function hand(event) {
  event.preventDefault();
  const link = event.currentTarget;
  const name = link.pathname.split("/").pop().replace(/(\.\w+)$/, anchor ? `-${anchor.slice(1)}$1` : "$1");
  let text;
  try {
    text = dated[name.split(".").pop()](pointed(await (await fetch(link.href)).text()));
  } catch {
    location.assign(link.href);
    return;
  }
  const made = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([text])), download: name });
  made.click();
  setTimeout(() => URL.revokeObjectURL(made.href), 1000);
}

for (const day of root.querySelectorAll(".pp-cite__day")) day.textContent = `[${today()}]`;
texts.forEach(offerCopy);
for (const near of ["pointerover", "focusin"]) root.addEventListener(near, clipboard, { once: true });
if (select) offerSentences();
for (const link of root.querySelectorAll("a[download]")) link.addEventListener("click", hand);
