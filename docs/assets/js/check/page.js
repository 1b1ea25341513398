/** The page /check/: what is pasted is looked up in the sources, here in the browser. */

import { el } from "../shared/dom.js";
import { judge } from "./judge.js";
import { show } from "./show.js";
import { loadSources, pieces } from "./texts.js";

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
    status.textContent = "请先粘贴引文。";
    box.focus();
    return;
  }
  status.textContent = "核对中…";
  try {
    const look = await load();
    const results = parts.map((piece) => ({ piece, findings: look(piece, loose.checked) }));
    found.replaceChildren(...results.map((r, n) => show(r, parts.length > 1 ? n + 1 : null)));
    const missed = results.filter((r) => !r.findings.length).length;
    const wrong = results.filter((r) => r.findings[0]?.verdict === "words" || r.findings[0]?.verdict === "marks").length;
    const said = [[missed, "不在收录的原文里"], [wrong, "与原文有出入"]].filter(([n]) => n).map(([n, what]) => count(n, parts) + what);
    status.textContent = `${said.join("，") || "与原文相符"}。`;
  } catch {
    status.textContent = "";
    found.replaceChildren(el("p", {}, "原文没有取到，请检查网络后再试。"));
  }
  status.focus();
}

const count = (n, parts) => (parts.length > 1 ? `有 ${n} 段` : "这段引文");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  check();
});
box.addEventListener("focus", () => load().catch(() => {}), { once: true });
form.querySelector("button").disabled = false;
