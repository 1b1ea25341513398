/** A table for spreadsheets. */

/**
 * A cell: quoted; what a spreadsheet would take for a formula is led by an apostrophe.
 * @param {unknown} value @returns {string}
 */
export function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = /^[\s\x00-\x1f]*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Rows as CSV with a byte order mark, lines ending in CR LF. @param {unknown[][]} rows @returns {string} */
export const csv = (rows) => "\ufeff" + rows.map((row) => row.map(cell).join(",") + "\r\n").join("");

/** Hand a file to the reader. @param {string} name @param {string} text @param {string} type */
export function download(name, text, type = "text/csv;charset=utf-8") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
