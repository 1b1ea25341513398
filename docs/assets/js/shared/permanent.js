/**
 * Permanent addresses. A site built without its public address calls itself this machine (127.0.0.1); read from anywhere
 * else, its addresses are those it is served from.
 */

const LOCAL = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** @param {string} address as the page was built with @returns {string} as it can be shared */
export function permanent(address) {
  const url = new URL(address, location.href);
  if (!/^https?:$/.test(location.protocol) || url.origin === location.origin || !LOCAL.test(url.hostname)) return url.href;
  return new URL(url.pathname.replace(/^\/+/, "") + url.search + url.hash, root()).href;
}

/** The address of this page, without what is asked of it. */
export const own = () => permanent(document.querySelector('link[rel="canonical"]')?.href ?? location.href.split(/[?#]/)[0]);

/** Where the site begins: this module stands three steps below. */
const root = () => new URL("../../../", import.meta.url);
