/**
 * The words that make a question of a phrase and say nothing of what is asked about. `takes` shows what is left of a query
 * that has them, `keeps` queries that stay whole though their characters look alike.
 *
 * @type {{words: string[], takes: Record<string, string[]>, keeps?: string[]}[]}
 */
export const TABLE = [
  { words: ["会怎么样", "会怎样", "怎么办", "怎么样", "怎么", "怎样", "咋办", "咋"], takes: { "收益怎么分": ["收益", "分"], "考不好会怎样": ["考不好"], "闲置土地怎么办": ["闲置土地"] } },
  { words: ["如何", "为什么", "为何", "何时", "何处"], takes: { "如何落户": ["落户"], "环评何时做": ["环评", "做"] }, keeps: ["任何单位"] },
  { words: ["从哪里来", "从哪儿来", "从哪来", "哪里来", "哪来"], takes: { "钱从哪来": ["钱"], "用地指标从哪里来": ["用地指标"] } },
  { words: ["有哪几种", "有哪些", "哪几种", "哪些", "哪里", "哪儿", "哪个", "哪家", "哪级", "哪年", "哪"], takes: { "有哪些基金": ["基金"], "学校往哪放": ["学校往", "放"] } },
  { words: ["由谁来", "由谁", "归谁", "找谁", "给谁", "谁来", "谁"], takes: { "谁来管": ["管"], "补助给谁": ["补助"] } },
  { words: ["有多少", "要多少", "多少", "有多大", "多久"], takes: { "补贴多少": ["补贴"] }, keeps: ["引进更多大项目"] },
  { words: ["有什么", "是什么", "做什么", "给什么", "什么时候", "什么样的", "什么样", "什么"], takes: { "招商有什么不许做": ["招商", "不许做"], "人才给什么": ["人才"], "什么样的园区可以升级": ["园区可以升级"] } },
  { words: ["能不能", "可不可以", "有没有", "要不要", "是不是", "是否"], takes: { "园区能不能扩区": ["园区", "扩区"], "有没有奖励": ["奖励"] } },
  { words: ["吗", "呢", "么"], takes: { "招商有奖吗": ["招商有奖"] }, keeps: ["丝绸之路"] },
  { words: ["请问", "我想知道", "想问"], takes: { "请问落户条件": ["落户条件"] } },
];

/**
 * A function that tells what a query is about: its stretches between words that only ask, and between marks.
 * @param {(text: string) => string} fold @returns {(text: string) => string[]} of a text in normal form (folding.js)
 */
export function contentsIn(fold) {
  const words = TABLE.flatMap((row) => row.words).sort((a, b) => b.length - a.length).map(fold);
  const asking = new RegExp(`${words.join("|")}|[\\p{P}\\p{S}\\s]+`, "gu");
  return (text) => text.split(asking).filter(Boolean);
}
