/** What is said about the text that is being read: its script, its bodies, its sentences. */

export const say = {
  script: {
    original: { note: "繁体原文照录原貌", act: "转为简体显示" },
    converted: { note: "繁体原文已转为简体显示", act: "看原文" },
    failed: { note: "转换表没有取到，仍是原文", act: "再试一次" },
  },
  printedAs: "原文作“",
  tapAgain: "再点一次，看这个单位",
  sentence: {
    role: "句",
    tools: "这一句",
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
};
