/**
 * Seams between what a page is for and what only helps: what helps may fail, by an old browser, by a page that somebody's
 * extension changed, and the rest goes on.
 */

/**
 * Do something by itself; where it fails, now or later, the browser's console is told and nothing else happens.
 * @template T @param {() => T} act @param {any} [instead] what is given where it fails at once @returns {T|any}
 */
export function apart(act, instead = undefined) {
  try {
    const done = act();
    if (typeof done?.then === "function") done.then(null, tell);
    return done;
  } catch (error) {
    tell(error);
    return instead;
  }
}

/** @param {unknown} error */
const tell = (error) => console.warn(error);
