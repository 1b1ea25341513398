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
  node.append(...children.filter((c) => c !== null && c !== undefined).flatMap((c) => (typeof c === "string" && !WHOLE.has(tag) ? breaking(c) : c)));
  return node;
}

const WHOLE = new Set(["option", "textarea", "title"]); // what holds no elements

/**
 * A text that may break between two quotations side by side, where browsers would not: as the built pages have it
 * (build_scripts/publishing/text/reading_form/in_html.py). @param {string} text @returns {(Node|string)[]}
 */
export function breaking(text) {
  const [first, ...rest] = text.split("”“");
  return rest.reduce((out, part) => [...out.slice(0, -1), `${out.at(-1)}”`, document.createElement("wbr"), `“${part}`], [first]);
}

/** @param {import("../search/hit-ranges.js").Segment[]} parts @returns {(Node|string)[]} */
export const marked = (parts) => parts.flatMap(({ text, hit }) => (hit ? [el("mark", {}, text)] : breaking(text)));
