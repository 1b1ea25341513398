/** Building elements; text goes in as text, never as markup. */

/**
 * @param {string} tag @param {Record<string, any>} [attributes] null and false leave one out
 * @param {...(Node|string|null|undefined)} children @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((c) => c !== null && c !== undefined));
  return node;
}

/** @param {import("../search/hit-ranges.js").Segment[]} parts @returns {(Node|string)[]} */
export const marked = (parts) => parts.map(({ text, hit }) => (hit ? el("mark", {}, text) : text));
