/** Texts shown in another script, and what they say in the original: code point for code point. */

/** @type {Map<Element, string[]>} the original's code points, by the element that was converted */
const kept = new Map();
const APART = "button, script, style";

/** The text nodes of an element, those of controls inside it left out. @param {Element} root @returns {Text[]} */
function nodesOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const apart = walker.currentNode.parentElement.closest(APART);
    if (!apart || apart.contains(root)) found.push(walker.currentNode);
  }
  return found;
}

const pointsOf = (nodes) => Array.from(nodes.map((n) => n.data).join(""));

/** Lay code points over text nodes that hold as many. @param {Text[]} nodes @param {string[]} points */
function lay(nodes, points) {
  let at = 0;
  for (const node of nodes) {
    const size = Array.from(node.data).length;
    const data = points.slice(at, at + size).join("");
    if (data !== node.data) node.data = data;
    at += size;
  }
}

/** Show an element converted. @param {Element} root @param {(points: string[]) => string[]} convert keeps the count */
export function convertIn(root, convert) {
  const nodes = nodesOf(root);
  const points = pointsOf(nodes);
  kept.set(root, points);
  lay(nodes, convert(points));
}

/** Convert an element again if it has been given another text since. */
export function convertAgain(root, convert) {
  if (pointsOf(nodesOf(root)).join("") !== convert(kept.get(root)).join("")) convertIn(root, convert);
}

/** The converted element that a node stands in. @param {Node} node @returns {?Element} */
export function convertedOf(node) {
  for (let at = node; at; at = at.parentNode) if (kept.has(at)) return at;
  return null;
}

/** Let go of what is no longer on the page. */
export function forget() {
  for (const root of kept.keys()) if (!root.isConnected) kept.delete(root);
}

/** Show what was converted as it was. @returns {boolean} false where the page has changed too much for that */
export function restore() {
  const whole = [...kept].every(([root, points]) => pointsOf(nodesOf(root)).length === points.length);
  if (whole) kept.forEach((points, root) => lay(nodesOf(root), points));
  kept.clear();
  return whole;
}

/** What an element says in the original. @param {Element} node @returns {string} */
export function originalOf(node) {
  const root = convertedOf(node);
  if (!root) return node.textContent;
  let at = 0;
  let said = "";
  for (const text of nodesOf(root)) {
    const size = Array.from(text.data).length;
    if (node.contains(text)) said += kept.get(root).slice(at, at + size).join("");
    at += size;
  }
  return said;
}
