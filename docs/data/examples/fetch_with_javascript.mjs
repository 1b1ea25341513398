// 一个专题的每个问题，各份文件怎么答，凭哪一句：取一个 JSON。浏览器里、Node 18 以上都能运行。
const SITE = globalThis.process?.env.SITE ?? "https://example.org"; // 站点的地址

const response = await fetch(`${SITE}/data/topics/enclave-parks.json`);
if (!response.ok) throw new Error(`${response.status} ${response.url}`);
const topic = await response.json();

for (const point of topic.points) {
  for (const answer of point.answers) {
    console.log([point.id, answer.document, answer.says, answer.evidence[0].quote].join("\t"));
  }
  for (const document of point.silent) console.log([point.id, document, "未写"].join("\t"));
}
