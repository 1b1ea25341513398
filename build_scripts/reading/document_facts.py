"""What a text says of itself: title, number, issuers, dates. What it does not say stays None."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..sources.folded_view import Stretch, stretch
from .around_measures import document_words as dw
from .around_measures import line_kinds
from .around_measures.line_kinds import Piece, iso_date
from .outline.read_outline import Structure

_PUBLISHED = re.compile(r"(?:发布|公开|印发)(?:日期|时间):? *(" + re.sub(r"\?P<\w+>", "", dw.DATE.pattern) + ")")
_WRITTEN = re.compile(r"(?:成文|发文)(?:日期|时间):? *(" + re.sub(r"\?P<\w+>", "", dw.DATE.pattern) + ")")
_ADOPTED = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日(?:(?!\d{4}年)[^。])*?"
    r"(?:会议(?:(?!\d{4}年)[^。])*(?:通过|修正|修订)|令第? ?\d{1,4} ?号(?:公布|发布)|(?:次|予以)(?:修正|修订))"
)
"""The day a meeting adopted or last amended a law, or an order published it, below its title: its 成文日期 (GB/T 9704-2012 §7.3.5)."""
_LABELLED = {
    "title": re.compile(r"[-*• ]*(?:发文|文件|法规|公文)?(?:标 *题|名称)\**[:] *\**(?P<v>[^\n]{5,140})"),
    "number": re.compile(rf"[-*• ]*(?:(?:发文)?(?:字号|文 ?号)|文件编号)\**[:] *\**(?P<v>{dw.NUMBER.pattern})"),
    "issuer": re.compile(
        rf"(?:发文|发布|制定|颁布)(?:机关|机构|部门|单位)[:] *(?P<v>[\u4e00-\u9fff、]{{0,60}}?{dw.ISSUER_END})(?= |$)"
    ),
}
"""What the table above a text on a government page or in a database says of it, by label: used where the text does not."""
_STAMPED = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{4,24}" + dw.ISSUER_END + r")(?=\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日 ?(?:发布|印发|公布))"
)
_SEVERAL_IN_TITLE = re.compile(
    rf"(?P<who>[\u4e00-\u9fff]{{2,24}}?{dw.ISSUER_END}(?:[ 、][\u4e00-\u9fff]{{2,24}}?{dw.ISSUER_END}){{1,12}})(?= ?(?:关于|印发|转发|批转))"
)
"""中共某市委 某市人民政府关于…"""
_SIGNED_INSIDE = re.compile(
    rf"(?<=[。!])[\u4e00-\u9fff]{{2,24}}{dw.ISSUER_END} ?(?P<date>" + re.sub(r"\?P<\w+>", "", dw.DATE.pattern) + ")"
)
"""A signature with its date inside a text whose line breaks are lost: …执行。国务院办公厅2021年11月5日关于…"""
_ORDER_NUMBER = re.compile(r"\s*\(?第 ?\d{1,4} ?号\)?")
_OF_THE_REPUBLIC = re.compile(r"民国")
_IN_TITLE = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,24}?(?:政府|委员会|国务院|市委|省委|县委|区委)(?:办公厅|办公室)?|[\u4e00-\u9fff]{3,16}[厅局部委])(?=关于|印发|转发|批转)"
)
_DATE_LENGTH = 20
_NAMES, _OVER_LINES = re.compile(r"[^ 、\n]+"), re.compile(r"[^ 、]+")
_FOR_THE_SEAL = re.compile(r"\((?:[^()]{2,24}代章|代章|代|章|盖章|印)\)$")


@dataclass(frozen=True)
class Facts:
    """Positions in the view for what is quoted; ISO dates for the rest."""

    title: tuple[Stretch, ...] = ()
    number: Stretch | None = None
    issuers: tuple[Stretch, ...] = ()
    date: str | None = None
    published: str | None = None


@dataclass(frozen=True)
class Around:
    """The pieces of a text, by kind."""

    text: str
    pieces: list[Piece]

    def of(self, *kinds: str) -> list[Stretch]:
        """Where pieces of these kinds stand: kind after kind, each in printed order."""
        return [p.at for kind in kinds for p in self.pieces if p.kind == kind]

    def labelled(self, what: str) -> list[Stretch]:
        """Where the first value with this label stands."""
        found = (_LABELLED[what].match(self.text, *at) for at in self.of("furniture"))
        return next(([stretch(m, "v")] for m in found if m), [])

    def dated(self, label: re.Pattern[str]) -> str | None:
        """The date that stands behind a label somewhere around the text."""
        around = " \n".join(at.of(self.text) for at in self.of("furniture", "date", "closing", "note"))
        found = label.search(around)
        return iso_date(found[1]) if found else None


def facts(text: str, found: Structure) -> Facts:
    """Read the facts off the pieces of a structure."""
    around = Around(text, found.pieces)
    stamped = _stamp(around)
    issuers = [s for at in _whole_names(around) for s in _bodies(text, at)]
    date = next(_dates(around), None)
    if stamped and not issuers:
        issuers = [stamped]
        date = date or iso_date(text[stamped.end : stamped.end + _DATE_LENGTH])
    ordering, order_number = _of_order(around)
    issuers = issuers or [s for at in around.labelled("issuer") for s in _bodies(text, at)] or ordering
    title = _title(around)
    issuers = issuers or _of_title(text, title)
    return Facts(title, _number(around) or order_number, tuple(issuers), date, around.dated(_PUBLISHED))


def _whole_names(around: Around) -> list[Stretch]:
    """The lines of the signature, else of the head; two lines of one name together."""
    found: list[Stretch] = []
    for at in _first_signed(around) or around.of("issuer"):
        before = found[-1] if found else None
        if (
            before
            and not line_kinds.is_signature(before.of(around.text))
            and not around.text[before.end : at.start].strip()
        ):
            found[-1] = Stretch(before.start, at.end)
        else:
            found.append(at)
    return found


def _first_signed(around: Around) -> list[Stretch]:
    """The signatures, of a notice those above the title of the text that it issues: who wrote that is another matter."""
    signed = around.of("signature")
    titles = [at.start for at in around.of("title") if signed and at.start > signed[0].start]
    return [at for at in signed if not titles or at.start < titles[0]]


def _of_order(around: Around) -> tuple[list[Stretch], Stretch | None]:
    """Who gave an order, and its number over two lines: 某省人民政府令 / 第325号."""
    order = next((at for at in around.of("title") if at.of(around.text).endswith("令")), None)
    number = _ORDER_NUMBER.match(around.text, order.end) if order else None
    given = Stretch(order.start, order.end - 1) if order else None
    issuers = [given] if given and line_kinds.is_signature(given.of(around.text)) else []
    return issuers, Stretch(order.start, number.end()) if order and number else None


def _of_title(text: str, title: tuple[Stretch, ...]) -> list[Stretch]:
    """The body a title opens with: 某市人民政府关于…, where nothing else names who issued it."""
    several = _SEVERAL_IN_TITLE.match(text, *title[0]) if title else None
    if several:
        return _bodies(text, stretch(several, "who"))
    found = _IN_TITLE.match(text, *title[0]) if title else None
    return [stretch(found, "who")] if found else []


def _number(around: Around) -> Stretch | None:
    """The first number on a line of its own, else the labelled one."""
    printed = (stretch(m) for at in around.of("number") if (m := dw.NUMBER.search(around.text, *at)))
    return next(printed, None) or next(iter(around.labelled("number")), None)


def _dates(around: Around) -> Iterator[str]:
    """What may be the 成文日期, the surest first: by its label, in or below the signature, the day of adoption."""
    written = around.dated(_WRITTEN)
    if written:
        yield written
    signatures = around.of("signature")
    signed = (iso_date(at.of(around.text)) for at in around.of("date") if not signatures or at > signatures[0])
    yield from filter(None, signed)
    adopted = (iso_date(m[0]) for at in around.of("note") for m in _ADOPTED.finditer(around.text, *at))
    yield from sorted(filter(None, adopted), reverse=True)
    inside = (m["date"] for at in around.of("preamble") for m in _SIGNED_INSIDE.finditer(around.text, *at))
    yield from filter(None, map(iso_date, inside))
    said = (at.of(around.text) for at in around.of("note", "furniture"))
    yield from sorted(filter(None, (iso_date(row) for row in said if _OF_THE_REPUBLIC.search(row))), reverse=True)


def _stamp(around: Around) -> Stretch | None:
    """The body of a line 某市人民政府办公室2022年3月1日印发, or of one right above 2022年3月1日印发."""
    for at in around.of("closing", "furniture"):
        if found := _STAMPED.search(at.of(around.text)):
            return Stretch(at.start + found.start("who"), at.start + found.end("who"))
    return next((at for at in around.of("note") if line_kinds.is_signature(at.of(around.text))), None)


def _title(around: Around) -> tuple[Stretch, ...]:
    """The first title, over as many lines as it has, else the labelled one."""
    lines = around.of("title")
    first = _first_block(around.text, lines)
    if first and first[-1].of(around.text).endswith("令"):  # an order that publishes what is titled below it
        first = _first_block(around.text, lines[len(first) :]) or first
    return tuple(_unquoted(around.text, first or around.labelled("title")))


def _first_block(text: str, lines: list[Stretch]) -> list[Stretch]:
    block = lines[:1]
    for at in lines[1:]:
        whole = dw.TITLE_END.search(block[-1].of(text))
        said = "".join(line.of(text) for line in block)
        if text[block[-1].end : at.start].strip() or (whole and not line_kinds.title_goes_on(said, at.of(text))):
            break
        block.append(at)
    return block


def _unquoted(text: str, title: list[Stretch]) -> list[Stretch]:
    """A title without the 《》 around the whole of it."""
    said = "".join(at.of(text) for at in title)
    if not (said.startswith("《") and said.endswith("》") and said.count("《") == 1):
        return title
    first, last = Stretch(title[0].start + 1, title[0].end), title[-1]
    if len(title) == 1:
        return [Stretch(first.start, first.end - 1)]
    return [first, *title[1:-1], Stretch(last.start, last.end - 1)]


def _bodies(text: str, at: Stretch) -> list[Stretch]:
    """The bodies of a signature line: apart by spaces, or two of one place written together."""
    if line_kinds.is_spaced_out(at.of(text)):
        return [at]
    found = []
    for match in (_OVER_LINES if "\n" in at.of(text) else _NAMES).finditer(text, *at):
        word = _FOR_THE_SEAL.sub("", re.sub(r"文件$", "", match[0]))
        start = match.start()
        again = word.find(word[:2], 3) if len(word) > 10 else -1
        if again > 0 and re.search(dw.ISSUER_END + "$", word[:again]):
            found += [Stretch(start, start + again), Stretch(start + again, start + len(word))]
        elif word:
            found.append(Stretch(start, start + len(word)))
    return found
