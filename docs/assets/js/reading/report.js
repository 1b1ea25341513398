/** From a sentence to an issue: the form that the page has filled in for all of it, filled in for the sentence. */

const MOST = 400; // characters of the text; an address takes some eight thousand bytes, nine for each of them

/**
 * @param {string} form the address of the page's own form
 * @param {string} address the sentence's
 * @param {string} words the sentence, as printed
 * @returns {string} the address of the form for the sentence
 */
export function reportOf(form, address, words) {
  const to = new URL(form);
  to.searchParams.set("where", address);
  to.searchParams.set("printed", words.length > MOST ? `${words.slice(0, MOST)}……` : words);
  return to.href;
}
