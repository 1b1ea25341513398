/** The filters, each value with its count. */

import { counts, GROUPS } from "./catalogue.js";
import { el } from "../shared/dom.js";
import { langOf } from "../shared/form.js";
import { say } from "./words.js";

export const NAMES = say.groups;
const AT_FIRST = 8;

/**
 * Build the filters into `root` once; the function returned brings them up to date.
 * @param {HTMLElement} root @param {ReturnType<typeof import("./catalogue.js").readCatalogue>} catalogue
 * @param {(group: string, value: string, on: boolean) => void} changed
 * @returns {(counts: Record<string, Map<string, number>>, selection: import("./catalogue.js").Selection) => void}
 */
export function facets(root, catalogue, changed) {
  const none = Object.fromEntries(GROUPS.map((g) => [g, []]));
  const totals = counts(catalogue.pages, none);
  const updates = GROUPS.map((group) => {
    const values = [...catalogue.values[group]];
    if (group === "agency") values.sort((a, b) => (totals.agency.get(b.id) ?? 0) - (totals.agency.get(a.id) ?? 0));
    const { node, update } = facet(group, values, changed);
    root.append(node);
    return update;
  });
  return (found, selection) => updates.forEach((update) => update(found, selection));
}

function facet(group, values, changed) {
  const options = values.map((value) => option(group, value, changed));
  const more = el("button", { type: "button", class: "pp-facet__more" });
  const node = el("fieldset", { class: "pp-facet", "data-filter": group },
    el("legend", {}, NAMES[group]), more);
  let open = false;
  let redraw = () => {};
  more.addEventListener("click", () => {
    open = !open;
    redraw();
  });
  const update = (found, selection) => {
    redraw = () => {
      const live = options.filter((o) => (found[group].get(o.id) ?? 0) > 0 || selection[group].includes(o.id));
      const folded = !open && live.length > AT_FIRST + 1;
      const seen = new Set(folded ? live.filter((o, n) => n < AT_FIRST || selection[group].includes(o.id)) : live);
      let next = more;
      for (let n = options.length - 1; n >= 0; n -= 1) { // from the end, so that each comes before the one that follows it
        const o = options[n];
        if (seen.has(o) && !o.node) node.insertBefore(o.made(), next);
        if (!o.node) continue;
        o.set(found[group].get(o.id) ?? 0, selection[group].includes(o.id));
        o.node.hidden = !seen.has(o);
        next = o.node;
      }
      more.hidden = live.length <= AT_FIRST + 1;
      more.textContent = open ? say.fewer : say.all(live.length);
      more.setAttribute("aria-expanded", String(open));
      node.hidden = !live.length;
    };
    redraw();
  };
  return { node, update };
}

/** A value of a filter, made when it is first seen: of a thousand documents eight are. */
function option(group, { id, name, lang }, changed) {
  let box;
  let count;
  return {
    id,
    node: null,
    made() {
      box = el("input", { type: "checkbox", name: group, value: id });
      count = el("span", { class: "pp-count" });
      box.addEventListener("change", () => changed(group, id, box.checked));
      this.node = el("label", { class: "pp-facet__value" }, box,
        el("span", { class: "pp-facet__name", lang: langOf(lang) }, name), count);
      return this.node;
    },
    set(n, checked) {
      box.checked = checked;
      count.textContent = String(n);
    },
  };
}
