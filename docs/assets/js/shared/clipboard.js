/** Copying. */

/**
 * Put a text on the clipboard; where the browser gives no access to it, by way of a field that is gone afterwards.
 * @param {string} text @param {Element} [near] where the field may stand @returns {Promise<boolean>} whether it is there
 */
export async function copy(text, near = document.body) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByField(text, near);
  }
}

/** @param {string} text @param {Element} near @returns {boolean} */
function copyByField(text, near) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "pp-vh";
  const focused = document.activeElement;
  near.append(field);
  field.select();
  const done = document.execCommand?.("copy") ?? false;
  field.remove();
  focused?.focus({ preventScroll: true });
  return done;
}
