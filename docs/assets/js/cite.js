/**
 * What scripts add to a page's citations: the reader's own date where one belongs, the sentence cited, copying, and
 * files with both.
 */

import { asItCame, formsOf } from "./shared/form.js";
import { permanent } from "./shared/page-address.js";
import { say } from "./shared/words.js";

const root = document.querySelector("[data-cite]");
const built = root.dataset.cite;
const permalink = permanent(built);
const select = root.querySelector("select");
let anchor = "";

/** Fetched when a reader comes near, so that copying follows the click at once: browsers allow it no later. */
const clipboard = () => import("./shared/clipboard.js");

const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
};

for (const day of root.querySelectorAll(".pp-cite__day")) day.textContent = `[${today()}]`;

/** What each citation says, kept from the page as it came: what a translator makes of the page is not cited. */
const texts = [...root.querySelectorAll(".pp-cite__text")].map((node) => {
  const last = node.lastChild;
  const cut = last.data.length;
  const whole = asItCame([node]);
  last.data = pointed(last.data, built, permalink);
  return { node, last, start: () => whole().slice(0, -cut), end: last.data };
});

/** A text with another address for the one that stands last in it. */
function pointed(text, before, after) {
  const at = text.lastIndexOf(before);
  return at < 0 ? text : text.slice(0, at) + after + text.slice(at + before.length);
}

const said = (text) => text.start() + text.end;

function point(to) {
  for (const text of texts) {
    text.end = pointed(text.end, permalink + anchor, permalink + to);
    if (text.last.isConnected) text.last.data = text.end;
  }
  anchor = to;
}

function offerSentences() {
  for (const sentence of document.querySelectorAll(".pp-text .pp-s[id]")) {
    const words = formsOf(sentence).read.trim();
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
  button.setAttribute("aria-label", say.copyAs(text.node.closest("div").querySelector("dt").textContent));
  button.addEventListener("click", async () => {
    const words = said(text);
    const { copy } = await clipboard();
    const done = await copy(words);
    if (!done) getSelection().selectAllChildren(text.node);
    button.textContent = done ? say.copied : say.selected;
    setTimeout(() => (button.textContent = say.copy), 2500);
  });
  text.node.after(" ", button);
}

/** A file with the day and the sentence: fetched, written into, handed over; where that fails the link does what it always does. */
async function hand(event) {
  const link = event.currentTarget;
  event.preventDefault();
  try {
    const [response, { dated }] = await Promise.all([fetch(link.href), import("./shared/access-day.js")]);
    if (!response.ok) throw new Error(String(response.status));
    const name = link.pathname.split("/").pop();
    const text = dated(pointed(await response.text(), built, permalink + anchor), name, today());
    const made = Object.assign(document.createElement("a"), {
      href: URL.createObjectURL(new Blob([text])), download: anchor ? name.replace(/(\.\w+)$/, `-${anchor.slice(1)}$1`) : name,
    });
    made.click();
    setTimeout(() => URL.revokeObjectURL(made.href), 1000);
  } catch (error) {
    console.warn(error);
    link.removeEventListener("click", hand);
    link.click();
  }
}

texts.forEach(offerCopy);
for (const near of ["pointerover", "focusin"]) root.addEventListener(near, clipboard, { once: true });
if (select) offerSentences();
for (const link of root.querySelectorAll("a[download]")) link.addEventListener("click", hand);
