/** On the page for addresses that lead nowhere: what the address may have meant, where there is such a page. */

import { address } from "./shared/engine.js";
import { near } from "./shared/fragment.js";

const line = document.querySelector("[data-lost]");

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
