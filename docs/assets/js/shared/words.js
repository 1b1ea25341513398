/** Words of what stands on many pages: copying, the tray, and the text that is being read with its bodies and sentences. */

/** A quotation in its marks; 「」 where it has “” in it, which stay as they are printed. */
export const quoted = (words) => (/[“”]/.test(words) ? `「${words}」` : `“${words}”`);

export const say = {
  copy: "复制",
  copyAs: (style) => `复制 ${style} 格式的引文`,
  copied: "已复制",
  selected: "已选中，请按复制键",
  sentence: (n, words) => `第 ${n} 句 ${words}`,
  printedAs: "原文作“",
  tapAgain: "再点一次，看这个单位",
  tools: {
    role: "句",
    name: "这一句",
    keys: "方向键换句，回车打开这一句的工具",
    link: "复制链接",
    linkOf: "复制这一句的链接",
    quotation: "复制引文",
    quotationOf: "复制这一句的引文",
    report: "报告这一句",
    reportOf: "报告这一句有误",
    close: "收起",
    done: (name) => `已${name}`,
    refused: "浏览器不让复制；地址在地址栏里",
    copied: "已复制",
    notCopied: "未复制",
  },
  tray: {
    name: "对照篮",
    add: "加入对照",
    added: "已加入对照",
    named: (act, label) => (label ? `${act}：${label}` : act),
    count: (n, most) => `对照篮 ${n}/${most}`,
    out: (label) => `从对照篮取出：${label}`,
    clear: "清空",
    go: (n) => `对照这 ${n} 条`,
    wait: "再加一条就能对照",
    full: (most) => `对照篮已满：最多 ${most} 条`,
    holds: (n) => `对照篮里有 ${n} 条，对照它们`,
  },
};
