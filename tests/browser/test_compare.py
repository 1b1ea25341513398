"""The browser's twin of shared wording gives the same as Python, place for place."""

from __future__ import annotations

import json

from playwright.sync_api import Page

from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.reading.duties.clauses import clauses
from build_scripts.sources.fold import fold
from tests.comparing import vectors

RUN = """async ([site, cases]) => {
  const { sharedWording } = await import(site + "assets/js/compare/shared.js");
  const { folder } = await import(site + "assets/js/shared/folding.js");
  const fold = folder(await (await fetch(site + "assets/search/fold.json")).json());
  return cases.map(({ texts, genre, skip }) => sharedWording(texts, fold, { genre, skip }));
}"""


def test_shared_vectors(page: Page, site_url: str) -> None:
    cases = json.loads(vectors.VECTORS.read_text(encoding="utf-8"))
    page.goto(site_url)
    found = page.evaluate(RUN, [site_url, cases])
    for case, phrases in zip(cases, found, strict=True):
        assert phrases == case["phrases"], case["name"]


def test_pairs_of_the_corpus(page: Page, site_url: str, compared: Comparison) -> None:
    pairs = [(p.a, p.b) for p in compared.pairs if p.strength == "strong"]
    cases = []
    for pair in pairs:
        texts = [compared.measures[name].measure.text for name in pair]
        skip = [[[c.start, c.end] for c in clauses(fold(t), 0, len(t))] for t in texts]
        cases.append({"texts": texts, "genre": list(compared.genre), "skip": skip})
    page.goto(site_url)
    for pair, phrases in zip(pairs, page.evaluate(RUN, [site_url, cases]), strict=True):
        assert phrases == [vectors.plain(p) for p in compared.shared(*pair)], pair
