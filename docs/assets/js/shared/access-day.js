/** The day on which a reader saw a page, written into a citation file: each format has a place of its own for it. */

/**
 * @param {string} text of a file with one item @param {string} name of the file @param {string} day as YYYY-MM-DD
 * @returns {string} as it came where its format is not known
 */
export function dated(text, name, day) {
  if (name.endsWith(".ris")) return text.replace(/^ER  - /m, `Y2  - ${day.replaceAll("-", "/")}\r\nER  - `);
  if (name.endsWith(".bib")) return text.replace(/^ {2}url = /m, `  urldate = {${day}},\n  url = `);
  if (!name.endsWith(".json")) return text;
  const items = JSON.parse(text);
  for (const item of items) item.accessed = { "date-parts": [day.split("-").map(Number)] };
  return `${JSON.stringify(items, null, 1)}\n`;
}
