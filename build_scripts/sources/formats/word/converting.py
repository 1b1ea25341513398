"""From the bytes of a .docx to its text, with the account of what is not in it."""

from __future__ import annotations

from ..archive import open_archive
from ..outcome import Converted, LeftOut, Refusal, Remark
from ..xml_parts import child
from .body import Body
from .conversion_ledger import Ledger
from .lists import read_lists
from .package import Package, open_package
from .raw_text import raw_text
from .runs import Runs
from .styles import read_styles


def docx(data: bytes) -> Converted | Refusal:
    """The text of a Word file: paragraphs and rows of tables, one a line, with the numbers that Word counts.

    Tracked insertions are read as accepted. Headers, footers, notes, comments, deletions and hidden text are left out.
    """
    archive = open_archive(data)
    if isinstance(archive, Refusal):
        return archive
    package = open_package(archive)
    return package if isinstance(package, Refusal) else _read(package)


def _read(package: Package) -> Converted:
    ledger = Ledger()
    lists = read_lists(package.numbering, read_styles(package.styles))
    body = Body(lists, ledger, Runs(ledger))
    held = child(package.body, "w:body")
    lines = body.lines(held) if held is not None else []
    if body.carried:
        lines.append(body.carried)
    around = [LeftOut(kind, raw_text(part)) for kind, part in package.around]
    return Converted(
        "\n".join(lines) + "\n",
        "".join([raw_text(package.body), *(piece.text for piece in around)]),
        (*ledger.left_out, *around),
        "".join(ledger.added),
        (*ledger.remarks(), *_lists_remarks(lists.unknown, lists.bullets), *_embedded(package)),
    )


def _lists_remarks(unknown: set[str], bullets: int) -> list[Remark]:
    found = []
    if unknown:
        message = f"不认得的编号样式：{'、'.join(sorted(unknown))}，写成了 1、2、3"
        found.append(Remark("source-numbers", message, "请对照原件核对编号，必要时存为 .txt 改正后登记"))
    if bullets:
        found.append(Remark("source-left-out", f"项目符号 {bullets} 处，没有写进正文", "项目符号不是编号，一般不必补"))
    return found


def _embedded(package: Package) -> list[Remark]:
    return [
        Remark("source-left-out", f"{what} {count} 个，里面的字没有读入", "若其中有正文，请写进正文后再登记")
        for what, count in package.embedded.items()
    ]
