/** What scripts add to a table of questions: copying a sentence with its address, the table as Markdown, choosing places, all texts at once. */

import { isReceived } from "../shared/form.js";
import { apart, own } from "../shared/page-address.js";
import { say } from "./words.js";

const MANY = 6;
const canonical = own();
const table = document.querySelector("[data-points]");

async function copied(button, text) {
  const { copy } = await import("../shared/clipboard.js");
  const done = await copy(text, button.parentElement);
  const label = button.textContent;
  button.textContent = done ? say.copied : say.notCopied;
  setTimeout(() => { button.textContent = label; }, 2000);
}

function button(label, act, name = null) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", textContent: label, className: "pp-copy" });
  if (name) made.setAttribute("aria-label", name);
  made.addEventListener("click", () => act(made));
  return made;
}

const words = (element) => element?.textContent.trim().replace(/\s+/g, " ") ?? "";
const whole = (link) => new URL(link.getAttribute("href"), canonical).href;

/** The sentence and where it stands. @param {Element} proof */
function quotation(proof) {
  const link = proof.querySelector("footer a");
  return say.quotation(words(proof.querySelector("p")), words(link), whole(link));
}

/** A question with its address, as one cites it. @param {Element} point */
const citation = (point) => say.citation(words(point.querySelector("th")), `${canonical}#${point.id}`);

/**
 * A function that tells what `telling` did when the page came, in the form of the texts that is shown: what a translator
 * makes of the page is not copied. @param {() => string} telling @returns {() => string}
 */
function keeping(telling) {
  const told = { [isReceived()]: telling() };
  addEventListener("pp-form", () => setTimeout(() => { told[isReceived()] ??= telling(); }));
  return () => told[isReceived()] ?? telling();
}

const cell = (text) => text.replaceAll("|", "\\|");

function answersOf(td) {
  const given = [...td.querySelectorAll(".pp-answer")].map((a) => {
    const doc = words(a.querySelector(".pp-answer__doc"));
    return [doc, words(a.querySelector(".pp-answer__says"))].filter(Boolean).join(say.colon);
  });
  return cell([...given, ...[...td.querySelectorAll(".pp-none")].map(words)].join(say.semicolon));
}

/** The table in Markdown, a line a question. */
function markdown() {
  const heads = [...table.tHead.rows[0].cells].map(words);
  const rows = [...table.tBodies].map((point) => {
    const [first] = point.rows;
    const link = `[${cell(words(first.cells[0]))}](${canonical}#${point.id})`;
    return [link, ...[...first.cells].slice(1).map(answersOf), cell(words(point.querySelector(".pp-difference")).replace(say.difference, "").trim())];
  });
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line([...heads, say.difference]), line([...heads, ""].map(() => "---")), ...rows.map(line)].join("\n");
}

/** How many questions the place in a column answers. @param {number} n */
const answered = (n) => [...table.tBodies].filter((point) => point.rows[0].cells[n + 1].querySelector(".pp-answer")).length;

/** Boxes that show and hide places, where there are many: at first those are shown that answer most. */
function chooser() {
  const heads = [...table.tHead.rows[0].cells].slice(1);
  if (heads.length <= MANY) return null;
  const most = new Set(heads.map((_, n) => n).sort((a, b) => answered(b) - answered(a)).slice(0, MANY));
  const set = document.createElement("fieldset");
  set.className = "pp-chooser";
  set.append(Object.assign(document.createElement("legend"), { textContent: say.places }));
  heads.forEach((head, n) => {
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: most.has(n) });
    const label = document.createElement("label");
    const show = () => {
      for (const row of table.querySelectorAll("thead tr, .pp-point > tr:first-child")) row.cells[n + 1].hidden = !box.checked;
    };
    label.append(box, words(head));
    box.addEventListener("change", show);
    show();
    set.append(label);
  });
  return set;
}

/** All sentences and texts of the page in one go, or none. @param {HTMLButtonElement} made */
function unfold(made) {
  const open = made.textContent === say.unfold;
  for (const folded of document.querySelectorAll(".pp-answer, .pp-fold")) folded.open = open;
  made.textContent = open ? say.fold : say.unfold;
}

if (table) {
  for (const proof of document.querySelectorAll("[data-proof]")) {
    const told = keeping(() => quotation(proof));
    proof.querySelector("footer").append(" ", button(say.copy, (made) => copied(made, told()), say.copyQuotation));
  }
  for (const point of table.tBodies) {
    const told = keeping(() => citation(point));
    point.querySelector(".pp-point__go").prepend(button(say.cite, (made) => copied(made, told()), say.copyPoint), " ");
  }
  const asMarkdown = keeping(markdown);
  const bar = document.createElement("p");
  bar.className = "pp-points__bar";
  bar.append(button(say.markdown, (made) => copied(made, asMarkdown())), " ", button(say.unfold, unfold));
  table.parentElement.before(...[apart(chooser), bar].filter(Boolean));
}
