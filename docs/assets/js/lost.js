/** On the page for addresses that lead nowhere: what the address may have meant, where there is such a page. */

import { address } from "./shared/fetching.js";
import { idIn } from "./shared/page-address.js";

const line = document.querySelector("[data-lost]");

/**
 * Addresses that one which leads nowhere may have meant, the nearest first: without what was copied along behind it, whole
 * again where it was broken by a blank, without what is no address at all.
 * @param {string} asked below the site's root @returns {string[]}
 */
function near(asked) {
  const [path, rest = ""] = idIn(asked).split(/(?=[?#])/, 2);
  const plain = path.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  const letters = /^[\w./-]*/.exec(plain)[0].replace(/[^a-z0-9]+$/, "");
  const steps = letters.split("/");
  const folders = steps.map((_, n) => steps.slice(0, steps.length - n).join("/")).filter(Boolean);
  return [...new Set(folders.map((folder, n) => `${folder}/${n ? "" : rest}`))];
}

async function offer() {
  for (const path of near(location.href.slice(address("").href.length))) {
    const url = address(path);
    const found = await fetch(url, { method: "HEAD" });
    if (!found.ok) continue;
    const link = line.querySelector("a");
    link.href = url.href;
    link.textContent = url.href;
    line.hidden = false;
    return;
  }
}

offer().catch((error) => console.warn(error)); // the page says what else there is
