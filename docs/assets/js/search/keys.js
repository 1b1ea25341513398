/** Keys of the search page: arrows walk from the box through the results, Escape goes back and then clears. */

/**
 * Whether a key belongs to an input method. Safari ends the composition before it tells the key that ended it, and marks
 * that key by its code alone. @param {KeyboardEvent} event
 */
export const composing = (event) => event.isComposing || event.keyCode === 229;

/**
 * @param {HTMLInputElement} box @param {() => HTMLElement[]} links the results' links, in order
 * @param {() => void} clear
 */
export function listen(box, links, clear) {
  document.addEventListener("keydown", (event) => {
    if (composing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (event.target !== box && at < 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step > 0 || at > 0 ? all[at + step] : step && at === 0 ? box : null;
    if (next) next.focus();
    else if (event.key !== "Escape") return;
    else if (event.target !== box) box.focus();
    else if (box.value) clear();
    else box.blur();
    event.preventDefault();
  });
}
