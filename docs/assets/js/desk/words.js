/** What the draft desk says. */

const quoted = (words) => words.map((w) => `“${w}”`).join("");

export const say = {
  empty: "请先粘贴一段草稿。",
  short: "草稿太短，至少写八个字。",
  busy: "正在比对……",
  failed: "数据没有取到，请检查网络后再试。",
  none: "没有哪个问题与这段草稿相近。可以多贴几句，或到问题页里自己找。",
  toQuestions: "看全部问题",
  found: (n, shared) => `草稿关系到 ${n} 个问题${shared ? `，与 ${shared} 句原文有共同的字句` : ""}。`,
  questions: "关系到的问题，最近的在前",
  why: (n, all, words) => `为什么：${all > 1 ? `草稿第 ${n} 句` : "草稿"}与它共有${quoted(words)}`,
  answers: "各地怎么写，草稿还缺什么",
  states: { silent: "未写", not_applicable: "不适用", unread: "尚未读" },
  because: (text) => `：${text}`,
  difference: "差别 ",
  lacking: "他处写了、草稿里没有的（按字面比对的提示，不是判断）",
  kinds: { figures: "数字与界限", days: "期限", bodies: "单位", musts: "须做到的词" },
  nothing: (kind) => `${kind}（草稿里没有这一类）`,
  colon: "：",
  comma: "、",
  semicolon: "；",
  shared: "与原文共有的字句",
  sharedNote: (n) => `连着 ${n} 个字以上相同的；公文通用语不算。`,
  noShared: (n) => `没有与原文连着 ${n} 个字以上相同的。`,
  sentence: (n) => `第 ${n} 句`,
  outside: "条目之外",
  longest: (n) => `最长 ${n} 字`,
  cited: (title, number, of) => `《${title}》${number ? `（${number}）` : ""}${of}`,
  answered: "答了",
  csv: {
    head: ["问题", "问题地址", "为什么相关", "地方与文件", "情况", "回答", "依据原文", "出处", "地址", "草稿里没有的词（提示）"],
    why: (n, words) => `草稿第 ${n} 句：${words.join("、")}`,
    shared: "（与草稿共有字句）",
    file: "草稿对读.csv",
  },
};
