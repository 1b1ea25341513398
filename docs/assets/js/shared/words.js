/** Words that pages of every kind have. */

export const say = {
  copy: "复制",
  copyAs: (style) => `复制 ${style} 格式的引文`,
  copied: "已复制",
  selected: "已选中，请按复制键",
  sentence: (n, words) => `第 ${n} 句 ${words}`,
};
