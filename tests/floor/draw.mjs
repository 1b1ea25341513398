// Draws newer.txt anew: node tests/floor/draw.mjs PATH/TO/web-features/data.json > tests/floor/newer.txt
// The names of JavaScript and of the web's interfaces that no browser of the floor need have: those that became part of
// Baseline after the floor's day, or have not yet. `name` where every bearer is late, `Owner.name` where another had it
// before, `window.name` for what a script names by itself.
import { readFileSync } from "node:fs";

const FLOOR = "2022-12-31";
const { features } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const held = { true: new Set(), false: new Set() }; // by whether it came late
for (const feature of Object.values(features)) {
  for (const [key, { baseline_low_date: since }] of Object.entries(feature.status?.by_compat_key ?? {})) {
    const [root, owner, member, ...rest] = key.replace(/^javascript\.builtins\./, "api.").split(".");
    if (root !== "api" || rest.length) continue;
    const names = held[!since || since.replace("≤", "") > FLOOR];
    const name = (member ?? owner).replace(/_(?:event|static)$/, "");
    if (member) names.add(name).add(`${owner}.${name}`);
    if (!member || ["Window", "WindowOrWorkerGlobalScope", "globals"].includes(owner)) names.add(`window.${name}`);
  }
}
const late = [...held[true]].filter((name) => !held[false].has(name) && /^[\w.]+$/.test(name));
const needed = late.filter((name) => !name.includes(".") || name.startsWith("window.") || !late.includes(name.split(".")[1]));
console.log(`# Not in every browser of ${FLOOR}; drawn from web-features by draw.mjs (data: Apache License 2.0).`);
console.log(needed.sort().join("\n"));
