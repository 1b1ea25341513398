/** What an address asks, also where it comes from a page's source or a message: `&amp;` for `&`, full-width marks. */

const AMPERSAND = /&amp;|＆/gi;

/** @param {string} search from its question mark on @returns {URLSearchParams} */
export const askedIn = (search) => new URLSearchParams(search.replace(AMPERSAND, "&").replace(/%EF%BC%86/gi, "&"));
