"""Words that scripts show stand in one module a folder, words.js."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.places import ROOT

SCRIPTS = sorted((ROOT / "docs" / "assets" / "js").rglob("*.js"))
RULES_OF_LANGUAGE = {
    "compare/shared.js": "characters at which a shared phrase does not begin or end",
    "desk/lacking.js": "what shows that a draft names a figure, a day, a body, a duty",
    "check/quoting.js": "what a source looks like, and what leads in a quotation",
    "search/function-words.js": "what stands between the words of a phrase",
    "search/question-words.js": "words that only ask",
    "search/find.js": "what a query is cut into",
    "site.js": "a date as printed; the script is no module",
}
CHINESE = re.compile(r"[\u3400-\u9fff]")
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.S)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.relative_to(ROOT / "docs" / "assets" / "js").as_posix())
def test_a_script_takes_its_words_from_words_js(path: Path) -> None:
    name = path.relative_to(ROOT / "docs" / "assets" / "js").as_posix()
    said = CHINESE.search(COMMENT.sub("", path.read_text("utf-8")))
    assert bool(said) == (path.name == "words.js" or name in RULES_OF_LANGUAGE)


@pytest.mark.parametrize("path", [p for p in SCRIPTS if p.name == "words.js"], ids=lambda p: p.parent.name)
def test_every_word_is_used_in_its_folder(path: Path) -> None:
    """Those that pages of several kinds share stand in shared/words.js."""
    everyone = SCRIPTS if path.parent.name == "shared" else sorted(path.parent.parent.glob("*.js"))
    folder = [p for p in (*path.parent.glob("*.js"), *everyone) if p.name != path.name]
    used = {n for p in folder for n in re.findall(r"\.(\w+)", p.read_text("utf-8"))}
    held = set(re.findall(r"^\s*(\w+)(?:,$|: )", path.read_text("utf-8"), re.M))
    held -= {"editor", "computed", "strong", "partial", "mandatory", "encouraging", "exploratory"}  # codes of the data
    held -= {"phrase", "words", "section", "pieces", "synonym", "same", "form", "marks"}
    assert held <= used, held - used
