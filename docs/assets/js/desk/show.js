/** Findings as elements. */

import { el } from "../shared/dom.js";
import { address } from "../shared/fetching.js";
import { langOf } from "../shared/form.js";
import { lacking } from "./lacking.js";
import { MINIMUM } from "./shared-wording.js";
import { say } from "./words.js";

const OPEN = 3; // questions whose answers stand open; the others unfold, and on paper all do
const NEAREST = { questions: 8, sentences: 10 }; // that are in view at once; those that are farther off unfold
const ANSWERED = "answered";
const chip = (d) => el("span", { class: `pp-place pp-c${d.colour}` }, d.short);

/** What is found for a draft. @param {import("./page.js").Found} found @returns {HTMLElement[]} */
export function show({ draft, sentences, bearing, shared, fold }) {
  const questions = bearing.length
    ? [el("h2", { id: "questions" }, say.questions), ...withMore(bearing.map((b, n) => question(b, n, draft, sentences.length, fold)), NEAREST.questions, say.moreQuestions)]
    : [el("p", {}, say.none, " ", el("a", { href: address("questions/").href }, say.toQuestions))];
  return [...questions, el("h2", { id: "shared" }, say.shared), ...wording(shared)];
}

/** The nearest in view, the others behind a line that says how many. */
function withMore(all, most, told) {
  const rest = all.slice(most);
  return rest.length ? [...all.slice(0, most), el("details", { class: "pp-desk__more" }, el("summary", {}, told(rest.length)), ...rest)] : all;
}

function question({ point, sentence, why }, n, draft, count, fold) {
  const rest = silences(point);
  return el("article", { class: "pp-card pp-bearing", "data-point": point.id, "aria-labelledby": `question-${n + 1}` },
    el("h3", { id: `question-${n + 1}` }, el("a", { href: address(point.url).href }, point.question), " ", el("span", { class: "pp-reply__topic" }, point.topic)),
    el("p", { class: "pp-small" }, say.why(sentence + 1, count, why)),
    el("details", { open: n < OPEN }, el("summary", {}, say.answers),
      el("dl", { class: "pp-bearing__places" },
        ...point.cells.filter((c) => c.state === ANSWERED).map((c) => el("div", { class: `pp-c${c.document.colour}` }, el("dt", {}, chip(c.document)), el("dd", {}, c.says, ...c.quotes.map((q) => proof(q, c.document))))),
        ...rest.map(({ said, documents }) => el("div", {}, el("dt", {}, ...documents.flatMap((d) => [chip(d), " "])), el("dd", { class: "pp-none" }, said)))),
      point.difference ? el("p", {}, el("b", {}, say.difference), point.difference) : null,
      hints(lacking(draft, point.cells, fold))));
}

/** The documents without an answer, by what is said of them. @param {import("./data.js").Point} point */
function silences({ cells }) {
  const rest = new Map();
  for (const { document, state, says } of cells.filter((c) => c.state !== ANSWERED)) {
    const said = say.states[state] + (says ? say.because(says) : "");
    if (!rest.has(said)) rest.set(said, []);
    rest.get(said).push(document);
  }
  return [...rest].map(([said, documents]) => ({ said, documents }));
}

const proof = (q, d) => el("blockquote", { class: "pp-bearing__proof", lang: langOf(d.lang), cite: address(q.place).href }, q.text, " ",
  el("a", { class: "pp-small", href: address(q.place).href }, q.of));

function hints(lacks) {
  if (!lacks.length) return null;
  return el("div", { class: "pp-bearing__hints" }, el("p", {}, say.lacking), el("ul", { class: "pp-list" }, ...lacks.map(({ kind, none, by }) =>
    el("li", {}, el("b", {}, none ? say.nothing(say.kinds[kind]) : say.kinds[kind], say.colon),
      ...by.flatMap(({ document, words }) => [chip(document), " ", el("span", { lang: langOf(document.lang) }, words.join(say.comma)), " "])))));
}

function wording(shared) {
  if (!shared.length) return [el("p", {}, say.noShared(MINIMUM))];
  return [el("p", { class: "pp-small" }, say.sharedNote(MINIMUM)), ...withMore([shared.slice(0, NEAREST.sentences), shared.slice(NEAREST.sentences)].filter((some) => some.length).map(sentencesOf), 1, () => say.moreSentences(shared.length - NEAREST.sentences))];
}

const sentencesOf = (shared) => el("ul", { class: "pp-plain pp-desk__shared" }, ...shared.map((s) =>
  el("li", { "data-measure": s.measure?.id }, el("p", { lang: langOf(s.source.lang) }, ...marked(s)),
    el("p", { class: "pp-small" }, `${s.source.place} `, where(s), ` ${say.longest(s.longest)}`))));

function where({ source, measure, sentence }) {
  const lang = langOf(source.lang);
  if (!measure) return el("a", { href: address(`documents/${source.id}/`).href, lang }, say.cited(source.title, source.number, ""), say.outside);
  return el("a", { href: address(`measures/${measure.id}/#s${sentence}`).href, lang }, say.cited(source.title, source.number, measure.number + measure.name), " ", say.sentence(sentence));
}

/** A sentence as shown, with what the draft has too marked. */
function marked({ source, from, to, marks }) {
  const out = [];
  let at = from;
  const text = (a, b) => source.shown.slice(a, b).join("");
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (end <= at) continue;
    out.push(text(at, Math.max(at, start)), el("mark", {}, text(Math.max(at, start), end)));
    at = end;
  }
  return [...out, text(at, Math.max(at, to))];
}
