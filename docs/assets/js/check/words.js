/** What the page says of a quotation. */

export const say = {
  verdicts: {
    same: () => "一字不差",
    form: () => "文字相同，只是字形（简繁、异体）、全半角、括号或空格不同",
    marks: (n) => `文字相同，有 ${n} 处标点不同`,
    words: (n) => `有 ${n} 个字符不同`,
  },
  piece: (n) => `第 ${n} 段`,
  none: "收录的原文里没有这段话，也没有相近的。可能出自未收录的文件，或引用时改动较多。",
  quoted: "引文",
  printed: "原文",
  offsets: (from, to) => `原文第 ${from}–${to} 字`,
  outside: "，不在条目之内（标题、导语或附文） ",
  sentences: (first, last) => (first === last ? `第 ${first} 句` : `第 ${first}–${last} 句`),
  empty: "请先粘贴引文。",
  busy: "正在核对……",
  aside: "没有核对的：引号以外的话、出处和注码",
  beyond: (most) => `太长了：只核对了前 ${most} 字，其余没有核对。`,
  failed: "原文没有取到，请检查网络后再试。",
  summary: (missed, wrong, all) => {
    const count = (n) => (all > 1 ? `有 ${n} 段` : "这段引文");
    const said = [[missed, "不在收录的原文里"], [wrong, "与原文有出入"]].filter(([n]) => n).map(([n, what]) => count(n) + what);
    return `${said.join("，") || "与原文相符"}。`;
  },
};
