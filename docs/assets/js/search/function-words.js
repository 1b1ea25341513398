/**
 * What stands between the words of a phrase and says nothing of what is looked for: marks, 的, conjunctions. `takes` shows the
 * words that are left, `keeps` phrases that stay whole though they have such a character.
 *
 * @type {{words: string[], within?: string[], takes: Record<string, string[]>, keeps: string[]}[]}
 */
export const TABLE = [
  { words: ["的"], takes: { "产业的集聚": ["产业", "集聚"], "飞地经济的收益": ["飞地经济", "收益"] }, within: ["目的", "的确"], keeps: ["目的地建设"] },
  { words: ["以及"], takes: { "招商以及人才": ["招商", "人才"] }, keeps: [] },
  { words: ["和"], within: ["和谐", "和平", "共和", "总和", "饱和", "缓和", "温和"], takes: { "招商和人才": ["招商", "人才"] }, keeps: ["社会和谐稳定", "共和国成立"] },
  { words: ["与"], within: ["参与", "与会"], takes: { "招商与人才": ["招商", "人才"] }, keeps: ["鼓励参与建设"] },
  { words: ["及"], within: ["普及", "涉及", "及时", "及其", "触及", "波及", "以及"], takes: { "招商及人才": ["招商", "人才"] }, keeps: ["政策及时兑现"] },
  { words: ["或"], within: ["或者"], takes: { "招商或人才": ["招商", "人才"] }, keeps: [] },
];

const LEAST = 2; // characters of a word; with fewer on a side a phrase is not taken apart there
const STRETCH = /(?:[0-9a-z]+(?:[.,:+/-][0-9a-z]+)*[%‰℃+]?|[^\p{P}\p{S}])+/gu; // between marks; those in a number are part of it

/**
 * A function that tells the words of a phrase; the phrase itself where they would be too short.
 * @param {(text: string) => string} fold @returns {(text: string) => string[]} of a text in normal form (folding.js)
 */
export function wordsIn(fold) {
  const rows = TABLE.flatMap(({ words, within = [] }) => words.map((word) => ({ word: fold(word), within: within.map(fold) })));
  const apart = (stretch) => {
    for (let at = LEAST; at < stretch.length - LEAST; at += 1) {
      const row = rows.find(({ word, within }) => stretch.startsWith(word, at) && stretch.length - at - word.length >= LEAST
        && !within.some((w) => around(stretch, at, word, w)));
      if (row) return [stretch.slice(0, at), ...apart(stretch.slice(at + row.word.length))];
    }
    return [stretch];
  };
  return (text) => {
    const words = (text.match(STRETCH) ?? []).flatMap(apart).filter((word) => [...word].length >= LEAST);
    return words.length ? [...new Set(words)] : [text];
  };
}

/** Whether a word's place is within another word. */
function around(stretch, at, word, within) {
  const start = stretch.indexOf(within, Math.max(0, at - within.length + 1));
  return start >= 0 && start <= at && start + within.length >= at + word.length;
}
