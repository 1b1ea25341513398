/** Words of the tables of questions. */

import { quoted } from "../shared/words.js";

export const say = {
  copy: "复制",
  copied: "已复制",
  notCopied: "未复制",
  copyQuotation: "复制这一句和它的地址",
  cite: "引用这一问",
  copyPoint: "复制这个问题和它的地址",
  markdown: "复制成 Markdown 表格",
  unfold: "展开全部原文",
  fold: "收起全部原文",
  quotation: (words, where, address) => `${quoted(words)}——${where}，${address}`,
  citation: (question, address) => `政策对读：“${question}”，${address}`,
  difference: "差别",
  colon: "：",
  semicolon: "；",
  places: "选几个地方看",
  shown: (n, all) => `列出 ${n} 个，共 ${all} 个`,
};
