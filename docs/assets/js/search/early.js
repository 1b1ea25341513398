/**
 * What a search needs first, asked for before the other scripts are here: a module without imports, run as soon as it comes.
 * The catalogue is asked for anew each time, as shared/fetching.js does: it names the files of the index.
 */

const get = (path, options) => {
  const asked = fetch(new URL(`../../search/${path}`, import.meta.url), options);
  asked.catch(() => {}); // told where it is waited for
  return asked;
};
const query = /[?&](?:amp;)?q=[^&]/.test(location.search);

/** @type {{catalogue: Promise<Response>, points: ?Promise<Response>}} each to be read once */
export const early = { catalogue: get("catalogue.json", { cache: "no-cache" }), points: query ? get("points.json") : null };
