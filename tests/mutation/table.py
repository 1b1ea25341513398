"""What a mutation run found, as a page: the score of each package, what is not counted and why, what no test notices."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache

import yaml

from tests.mutation.packages import PACKAGES
from tests.places import ROOT

KEPT = ROOT / ".cache" / "mutation"
EXCLUDED = ROOT / "tests" / "mutation" / "excluded.yml"
PAGE = ROOT / "docs" / "architecture" / "mutation.md"
NOTICED = ("killed", "timeout")
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


@dataclass(frozen=True)
class Room:
    """A package: how many changes were made in ``all``, and what became of those that were tried, ``excluded`` ones apart."""

    folder: str
    all: int
    became: Counter[str]
    excluded: int

    @property
    def tried(self) -> int:
        return self.became.total() + self.excluded

    @property
    def counted(self) -> int:
        return self.became.total()

    @property
    def noticed(self) -> int:
        return sum(self.became[s] for s in NOTICED)

    @property
    def share(self) -> float:
        return self.noticed / self.counted if self.counted else 1.0


def known(slug: str) -> list[dict]:
    """The results of a package for the changes that there are now, a row for each; none where it was not run."""
    return [r for r in held(slug) if f"{r['file']} {r['name']} {r['key']}" in made(slug)]


def held(slug: str) -> list[dict]:
    """All results of a package, those of earlier states of its modules too."""
    path = KEPT / f"{slug}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.is_file() else []


@cache
def made(slug: str) -> frozenset[str]:
    """Every change that was made in a package, by file, name and the sum of its module."""
    path = KEPT / f"{slug}.all"
    return frozenset(json.loads(path.read_text("utf-8"))) if path.is_file() else frozenset()


def exclusions() -> list[dict]:
    """``file``, ``line`` (its text), ``was``, ``now`` and ``reason`` of each change that is not counted."""
    return yaml.safe_load(EXCLUDED.read_text("utf-8")) or []


def _key(row: dict) -> tuple[str, str, str, str]:
    return row["file"], row["text"], row["was"], row["now"]


def rows(slug: str) -> list[dict]:
    """The results of a package, each with the text of its line."""
    lines: dict[str, list[str]] = {}
    found = known(slug)
    for row in found:
        text = lines.setdefault(row["file"], (ROOT / row["file"]).read_text("utf-8").splitlines())
        row["text"] = text[row["line"] - 1].strip() if row["line"] <= len(text) else ""
    return found


def rooms() -> list[Room]:
    """The packages that were run; a change that is excluded and yet noticed is counted as noticed."""
    left_out = {_key(e | {"text": e["line"]}) for e in exclusions()}
    found = []
    for package in PACKAGES:
        held = rows(package.slug)
        excluded = [r for r in held if r["status"] not in NOTICED and _key(r) in left_out]
        became = Counter(r["status"] for r in held if r not in excluded)
        if held:
            found.append(Room(package.folder, len(made(package.slug)), became, len(excluded)))
    return found


def survivors() -> list[dict]:
    """The changes that no test notices, those excluded left out."""
    left_out = {_key(e | {"text": e["line"]}) for e in exclusions()}
    return [r for p in PACKAGES for r in rows(p.slug) if r["status"] not in NOTICED and _key(r) not in left_out]


def table(found: list[Room]) -> str:
    """A Markdown table, all packages last."""
    total: Counter[str] = Counter()
    for room in found:
        total += room.became
    whole = Room("all", sum(r.all for r in found), total, sum(r.excluded for r in found))
    head = ("changes", "tried", "noticed", "of these by time", "unnoticed", "no test runs it", "excluded", "score")
    figures = (
        (r.all, r.tried, r.noticed, r.became["timeout"], r.became["survived"], r.became["no tests"], r.excluded)
        for r in [*found, whole]
    )
    lines = [f"| package | {' | '.join(head)} |", "|---|" + "---:|" * len(head)]
    lines += [
        f"| {r.folder} | {' | '.join(f'{n:,}' for n in row)} | {r.share:.1%} |"
        for r, row in zip([*found, whole], figures, strict=True)
    ]
    return "\n".join(lines)


def version() -> str:
    return str(yaml.safe_load((ROOT / "structured" / "edition.yml").read_text("utf-8"))["version"])


def written() -> None:
    """Put the figures of the last run into the page, between its two marks."""
    text = PAGE.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    figures = f"\n\nRun on {date.today().isoformat()}, data {version()}.\n\n{table(rooms())}\n\n"
    PAGE.write_text(before + BEGIN + figures + END + after, "utf-8")


def main() -> None:
    """What no test notices, by file and line: ``python -m tests.mutation.table``."""
    for r in survivors():
        print(f"{r['file']}:{r['line']}: [{r['status']}] {r['was'][:150]}  →  {r['now'][:150]}")
    print(table(rooms()))


if __name__ == "__main__":
    main()
