/**
 * The catalogue as objects, and what filters do to it.
 *
 * @typedef {{id: string, name: string}} Value
 * @typedef {{id: string, title: string, short: string, number: ?string, place: string, date: ?string, year: ?string, lang: string}} Document
 *     `year` is that of the number, where no date is known
 * @typedef {object} Page
 * @property {string} id          measure id; of a passage, its document and anchor
 * @property {string} ref         what names it in its document: a measure's ref, a passage's anchor
 * @property {?string} label      what kind of passage; null for a measure
 * @property {Document} document
 * @property {Record<Group, string[]>} has   values by filter
 * @property {{agency: ?string, role: string}[]} duties
 * @typedef {"jurisdiction"|"document"|"topic"|"agency"|"role"} Group
 * @typedef {Record<Group, string[]>} Selection
 */

/** @type {Group[]} */
export const GROUPS = ["jurisdiction", "document", "topic", "agency", "role"];

/**
 * @param {any} raw as fetched
 * @returns {{pages: Page[], values: Record<Group, Value[]>, places: Map<string, any>, agencies: any[], synonyms: any[]}}
 */
export function readCatalogue(raw) {
  const places = new Map(raw.places.map((p) => [p.id, p]));
  const pages = raw.results.map(([, documentNumber, ref, ...rest]) => {
    const document = raw.documents[documentNumber];
    const passage = rest.length === 1;
    const [topics, flat] = passage ? [[], []] : rest;
    const duties = [];
    for (let i = 0; i < flat.length; i += 2) {
      duties.push({ agency: raw.agencies[flat[i]]?.id ?? null, role: raw.roles[flat[i + 1]].id });
    }
    const has = {
      jurisdiction: [document.place],
      document: [document.id],
      topic: topics.map((t) => raw.topics[t].id),
      agency: [...new Set(duties.map((d) => d.agency).filter(Boolean))],
      role: [...new Set(duties.map((d) => d.role))],
    };
    const id = passage ? `${document.id}#${ref}` : `${document.id}/${ref}`;
    return { id, ref, label: passage ? raw.labels[rest[0]] : null, document, has, duties };
  });
  const values = {
    jurisdiction: raw.places,
    document: raw.documents.map((d) => ({ id: d.id, name: d.title, number: d.number, lang: d.lang })),
    topic: raw.topics,
    agency: raw.agencies,
    role: raw.roles,
  };
  return { pages, values, places, agencies: raw.agencies, synonyms: raw.synonyms };
}

/**
 * Whether a page is in the selection: in each filter any of the values chosen. A body and a role chosen together must
 * stand together: the body in that role.
 * @param {Page} page @param {Selection} selection @param {Group} [except] a filter to leave out
 */
export function passes(page, selection, except) {
  const wanted = (group) => (group === except ? [] : selection[group]);
  const simple = GROUPS.every((g) => !wanted(g).length || page.has[g].some((v) => wanted(g).includes(v)));
  if (!simple || !wanted("agency").length || !wanted("role").length) return simple;
  return page.duties.some((d) => wanted("agency").includes(d.agency) && wanted("role").includes(d.role));
}

/**
 * How many of `pages` each value of each filter would give, with the other filters as chosen.
 * @param {Page[]} pages @param {Selection} selection @returns {Record<Group, Map<string, number>>}
 */
export function counts(pages, selection) {
  return Object.fromEntries(GROUPS.map((group) => {
    const found = new Map();
    for (const page of pages) {
      if (!passes(page, selection, group)) continue;
      for (const value of valuesOf(page, group, selection)) found.set(value, (found.get(value) ?? 0) + 1);
    }
    return [group, found];
  }));
}

/** The values of a page in one filter; of bodies and roles, those that stand with what is chosen of the other. */
function valuesOf(page, group, selection) {
  if (group === "agency" && selection.role.length) {
    return new Set(page.duties.filter((d) => d.agency && selection.role.includes(d.role)).map((d) => d.agency));
  }
  if (group === "role" && selection.agency.length) {
    return new Set(page.duties.filter((d) => selection.agency.includes(d.agency)).map((d) => d.role));
  }
  return page.has[group];
}
