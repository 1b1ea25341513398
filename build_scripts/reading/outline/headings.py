"""Where the title phrase of a numbered item ends and its text begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ...sources.folded_view import Stretch, stretch
from ..around_measures.line_words import FORMULA
from ..lines.numerals import CHINESE
from .heading_words import HEADINGS_ALONE

MAX_HEADING = 60
_BEFORE_TEXT = 40
_WITH_COMMA = 32
"""The longest title phrase with more text on its line, and such a one with a comma: what is longer is a sentence."""
_BRACKETED = re.compile(rf" ?[\[<(](?![{CHINESE}]+[\])>])(?P<h>[\u4e00-\u9fff、和与]{{2,20}})[\]>)] ?")
"""第一条【立法目的】, 第四条（部门职责）; not （一）."""
CLAUSE_LINE = re.compile(r" *[(\[]?(?P<label>(?:责任|牵头|配合|主办|协办|负责|实施|完成)[\u4e00-\u9fff]{0,4})[:]")
"""How a paragraph opens that is a 责任 clause."""
_ANSWERED = re.compile(
    r"(?P<h>[^。;:!?()\[\]]{2,40}) ?(?P<clause>[(\[](?=[^()\[\]]*(?:牵头|负责|配合|主办|协办|(?:单位|部门|主体|机关):))[^。()\[\]]{2,200}[)\]])。?"
)
"""A title with the clause that says who answers behind it."""
_TITLE = re.compile(r" *([^。,;:]{2,24})。(?=.)")
_NORM = re.compile("应当|不得|必须|是指|本条例|本办法|本规定|适用|享受|可以|鼓励(?!.{0,4}$)|负责|有权")
"""Words of a sentence that says what is to be, not what the article is called."""
_BARE = re.compile(r"[^。,;:!?]{2,24}")
_LONGEST_FORMULA = 60
_BRIEF = 12
_SPACED = re.compile(r"([^ 。,;:]{2,25}) {1,8}(?=[^ ]{12})")
_FIRST_STOP = re.compile(r"[。;:!?]")
_KNOWN = re.compile("|".join(sorted(HEADINGS_ALONE, key=len, reverse=True)))


@dataclass(frozen=True)
class Titles:
    """What is known of an item before its title phrase is looked for.

    ``titled_article``: this article opens with a title phrase; ``breaks_lost``: line breaks
    were lost; ``leads``: other items stand below this one, so that its own line is its title.
    """

    article: bool = False
    titled_article: bool = False
    breaks_lost: bool = False
    leads: bool = False


@dataclass(frozen=True)
class Title:
    """The title phrase without its full stop, and where the text begins. An empty phrase: the item is all text."""

    phrase: Stretch
    body: int


@dataclass(frozen=True)
class Opening:
    """The first line of an item with what is known of it.

    ``below`` holds the printed lines after it, ``stop`` the first sign that ends a sentence or opens a list, if any.
    """

    text: str
    at: Stretch
    line: str
    stop: re.Match[str] | None
    titles: Titles
    below: tuple[str, ...]

    @property
    def only_clauses(self) -> bool:
        """Whether nothing but 责任 clauses stand below."""
        return bool(self.below) and not self.titles.leads and all(CLAUSE_LINE.match(p) for p in self.below)

    @property
    def follows(self) -> bool:
        """Whether text stands below."""
        return self.titles.leads or (bool(self.below) and not self.only_clauses)

    def cut(self, end: int, body: int | None = None) -> Title:
        """The phrase up to ``end``, the text from ``body`` on; both counted from the beginning of the line."""
        start = self.at.start
        return Title(Stretch(start, start + end), start + (end if body is None else body))

    def untitled(self) -> Title:
        return self.cut(0)


def heading(text: str, start: int, end: int, titles: Titles) -> Title:
    """The title phrase of an item whose own text is ``text[start:end]``: the first rule that answers decides.

    >>> def phrase(line, titles=Titles()):
    ...     found = heading(line, 0, len(line), titles)
    ...     return found.phrase.of(line)
    >>> phrase("优化布局。支持各市建设园区。"), phrase("支持各市建设园区,引进企业10家。")
    ('优化布局', '')
    """
    while start < end and text[start] in " \n":
        start += 1
    stop = text.find("\n", start, end)
    line_end = stop if stop >= 0 else end
    below = tuple(p for p in text[line_end:end].split("\n") if (bare := p.strip()) and not _closes(bare))
    while line_end > start and text[line_end - 1] == " ":
        line_end -= 1
    line = text[start:line_end]
    opening = Opening(text, Stretch(start, line_end), line, _FIRST_STOP.search(line), titles, below)
    for rule in RULES:
        if (title := rule(opening)) is not None:
            return title
    return opening.untitled()


def _closes(paragraph: str) -> bool:
    """Whether a paragraph is but the words a document closes with."""
    return len(paragraph) < _LONGEST_FORMULA and FORMULA.matches(paragraph)


Rule = Callable[[Opening], Title | None]
"""The title of an item, or None where the rule does not tell."""


def _answered_for(opening: Opening) -> Title | None:
    """（一）加强平台建设（区科技局牵头）, the text below: the clause is no part of the title."""
    found = _ANSWERED.fullmatch(opening.line) if opening.follows else None
    return opening.cut(found.end("h"), found.start("clause")) if found else None


def _bracketed(opening: Opening) -> Title | None:
    """第一条【立法目的】为…; 第四条（部门职责）."""
    found = _BRACKETED.match(opening.text, *opening.at) if opening.titles.article else None
    return Title(stretch(found, "h"), found.end()) if found else None


def _untitled_article(opening: Opening) -> Title | None:
    """第一条 为加快开发区建设，制定本条例。"""
    return opening.untitled() if opening.titles.article and not opening.titles.titled_article else None


def _breaks_lost(opening: Opening) -> Title | None:
    """指导思想以新发展理念为…"""
    return _apart(opening) if opening.titles.breaks_lost else None


def _whole_line(opening: Opening) -> Title | None:
    """（一）优化布局, the text below or nowhere; a long line without a stop is text."""
    if opening.stop is not None:
        return None
    if 0 < len(opening.line) <= MAX_HEADING + 20:
        return opening.cut(len(opening.line))
    known = _KNOWN.match(opening.line)
    return opening.cut(known.end()) if known else opening.untitled()


def _one_sentence(opening: Opening) -> Title | None:
    """（一）优化布局。 with the text below; a sentence with nothing below it is the text."""
    stop = opening.stop
    if stop is None or stop.end() != len(opening.line) or stop.start() > MAX_HEADING:
        return None
    said = opening.line[: stop.start()]
    if stop[0] == "。" and not opening.follows and (not opening.only_clauses or re.search(r"[,\d]", said)):
        return opening.untitled()
    return opening.cut(stop.start(), len(opening.line))


def _first_sentence(opening: Opening) -> Title | None:
    """（一）优化布局。支持各市…"""
    stop = opening.stop
    if stop is None or stop[0] != "。":
        return None
    said, rest = opening.line[: stop.start()], opening.line[stop.end() :]
    if not 1 < len(said) <= (_WITH_COMMA if "," in said else _BEFORE_TEXT):
        return None
    if _only_a_clause(rest) and not opening.follows and re.search("[,、]", said):
        return opening.untitled()
    return opening.cut(stop.start(), stop.end())


def _before_colon(opening: Opening) -> Title | None:
    """1.优化布局:支持各市…"""
    stop = opening.stop
    if stop is None or stop[0] != ":" or not 1 < stop.start() <= 25:
        return None
    return None if re.search(r'[,;"“(\[]', opening.line[: stop.start()]) else opening.cut(stop.start(), stop.end())


def _apart(opening: Opening) -> Title | None:
    """优化布局  支持各市建设…: told by a space, or by being a known title."""
    spaced = _SPACED.match(opening.line)
    if spaced:
        return opening.cut(spaced.end(1), spaced.end())
    known = _KNOWN.match(opening.line)
    return opening.cut(known.end(), known.end() + (opening.line[known.end() :][:1] in "。:")) if known else None


RULES: tuple[Rule, ...] = (
    *(_answered_for, _bracketed, _untitled_article, _breaks_lost, _whole_line),
    *(_one_sentence, _first_sentence, _before_colon, _apart),
)


def _only_a_clause(rest: str) -> bool:
    """Whether nothing but a parenthesis follows a sentence, so that the sentence is the text and no title."""
    return bool(re.fullmatch(r" *[(\[].*[)\]] *", rest))


def titled_articles(firsts: list[str]) -> list[bool]:
    """Which articles of a text open with title phrases (第一条 强化算力支撑。对…), by their first lines.

    Those do that are a line of their own where most are (第二条 人才支持, the text below). All do where most do, briefly, with more to follow; where only those in the middle do (第三条 载体建设。… between
    articles of purpose and of force), these.
    """
    bare = [_BARE.fullmatch(f.strip()) is not None for f in firsts]
    if len(firsts) >= 3 and sum(bare) >= 0.6 * len(firsts):
        return bare
    said = [m[1] if (m := _TITLE.match(f)) and not _NORM.search(m[1]) else "" for f in firsts]
    titled = [len(t) >= 4 for t in said]
    if len(firsts) >= 3 and sum(titled) >= 0.6 * len(firsts):
        return [True] * len(firsts)
    brief = [0 < len(t) <= _BRIEF for t in said]
    if sum(brief) < 3:
        return [False] * len(firsts)
    first, last = brief.index(True), len(brief) - brief[::-1].index(True)
    return [b and sum(brief) >= 0.6 * (last - first) for b in brief]
