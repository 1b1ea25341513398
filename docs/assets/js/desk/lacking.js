/**
 * What the places require of which a draft says nothing: a hint by words, no judgement. Of each kind a table of what shows
 * that a draft has it at all, with examples on both sides.
 */

import { normal } from "../shared/folding.js";

/** @type {{kind: "figures"|"days"|"bodies"|"musts", signs: RegExp, has: string[], lacks: string[]}[]} */
export const KINDS = [
  { kind: "figures", signs: /\d+(?:\.\d+)?(?!\d*年)(?:%|[^\d年月日]|$)|[一二三四五六七八九十百]+(?:个|家|亿|万|倍|成)/, has: ["投资10亿元以上", "不超过3块", "建成五家"], lacks: ["到2025年建成", "加大支持"] },
  { kind: "days", signs: /\d{4}年|年底|年内|季度|期满|日前|[“"]?十[三四五六]五|个月内|个工作日/, has: ["到2025年", "三个月内", "“十四五”末"], lacks: ["尽快", "每年评一次"] },
  { kind: "bodies", signs: /厅(?!堂)|(?:^|[^布格结])局(?![面部势限])|委(?![托派员])|办公室|部门|政府|管委会|领导小组|联席会议/, has: ["由商务厅牵头", "各县区政府负责", "市工信局配合"], lacks: ["优化产业布局", "委托运营", "办理手续"] },
  { kind: "musts", signs: /必须|不得|严禁|禁止|不准|严格|应当|[均都]应|须|确保/, has: ["不得新设", "确保落地", "均应公开"], lacks: ["鼓励探索", "相应调整供应", "主要用于"] },
];

let last = { draft: "", fold: null, text: "" }; // a draft is asked about once a question

function normalOf(draft, fold) {
  if (last.draft !== draft || last.fold !== fold) last = { draft, fold, text: normal(draft, fold) };
  return last.text;
}

/**
 * @param {string} draft @param {import("./data.js").Cell[]} cells @param {(text: string) => string} fold
 * @returns {{kind: string, none: boolean, by: {document: import("./data.js").Document, words: string[]}[]}[]} by kind, what
 *     of each document the draft lacks; `none`: it has nothing of the kind
 */
export function lacking(draft, cells, fold) {
  const text = normalOf(draft, fold);
  return KINDS.map(({ kind, signs }) => ({
    kind,
    none: !signs.test(text),
    by: cells.map(({ document, quotes }) => ({
      document, words: [...new Set(quotes.flatMap((q) => q[kind] ?? []))].filter((words) => !said(normal(words, fold), kind, text)),
    })).filter(({ words }) => words.length),
  })).filter(({ by }) => by.length);
}

/** Whether a draft says a word: a figure or a day by its numerals, a body also without the level of its government. */
function said(words, kind, text) {
  const numerals = kind === "figures" || kind === "days" ? words.match(/\d+(?:\.\d+)?/g) : null;
  if (numerals) return (kind === "days" ? numerals.slice(0, 1) : numerals).every((n) => new RegExp(`(?:^|\\D)${n.replace(".", "\\.")}(?!\\d)`).test(text));
  return text.includes(words) || (kind === "bodies" && words.length > 3 && text.includes(words.replace(/^[省市县区]/, "")));
}
