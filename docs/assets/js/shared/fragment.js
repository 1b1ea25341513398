/** The part of an address after #, as it may come from a message: with a full stop behind it, or broken in two. */

/** The id that a fragment names, whatever its percent signs. @param {string} hash with its # @returns {string} */
export function idIn(hash) {
  const raw = hash.replace(/^#/, "");
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw; // a lone percent sign: as it stands
  }
}

/**
 * The id on this page that a fragment means: itself, or without what no id ends in, as long as something is left.
 * @param {string} hash @param {(id: string) => boolean} known @returns {?string} null where it is named rightly or means nothing
 */
export function meant(hash, known) {
  const id = idIn(hash);
  if (!id || known(id)) return null;
  const letters = /^[\w.:-]+/.exec(id)?.[0] ?? "";
  for (let end = letters.length; end > 0; end -= 1) {
    const shorter = letters.slice(0, end);
    if (known(shorter)) return shorter;
    if (/\w/.test(shorter.at(-1))) return null;
  }
  return null;
}

/**
 * Addresses that one which leads nowhere may have meant, the nearest first: without what was copied along behind it, whole
 * again where it was broken by a blank, without what is no address at all.
 * @param {string} asked below the site's root @returns {string[]}
 */
export function near(asked) {
  const [path, rest = ""] = idIn(asked).split(/(?=[?#])/, 2);
  const plain = path.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  const letters = /^[\w./-]*/.exec(plain)[0].replace(/[^a-z0-9]+$/, "");
  const steps = letters.split("/");
  const folders = steps.map((_, n) => steps.slice(0, steps.length - n).join("/")).filter(Boolean);
  return [...new Set(folders.map((folder, n) => `${folder}/${n ? "" : rest}`))];
}

/** Go to what the address means where nothing has its name. */
export function follow() {
  const id = meant(location.hash, (name) => document.getElementById(name) !== null || /^(?:top)?$/i.test(name));
  if (id) location.replace(`#${id}`);
}
