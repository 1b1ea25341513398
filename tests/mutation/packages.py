"""Which packages are mutated, and which tests look at each: in process, without a browser, without the hostile files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Package:
    """``stages`` are files or folders below tests/: what the first, of quick tests, does not notice is tried with the next.

    ``without`` are tests left out by a part of their name, since they measure time or start a process of their own.
    ``remembers``: what tests/remembering.py holds was made without this package.
    """

    folder: str
    stages: tuple[tuple[str, ...], ...]
    without: tuple[str, ...] = ()
    remembers: bool = True

    @property
    def slug(self) -> str:
        return self.folder.replace("/", "-")


PACKAGES = (
    Package("merging", (("merging",),)),
    Package("model", (("model",),), remembers=False),
    Package(
        "reading/targets",
        (("reading/targets/test_as_read.py",), ("reading/targets", "reading/test_passages.py")),
        ("time_is_linear", "any_text_is_read"),
        remembers=False,
    ),
    Package(
        "checks",
        (
            ("checks/test_all_wrong.py", "checks/test_points.py", "checks/test_telling.py"),
            ("checks", "contributions", "publishing/address_register"),
        ),
        ("commit", "history", "against"),
    ),
    Package(
        "publishing/dataset",
        (("publishing/dataset/test_as_written.py",), ("publishing/dataset",)),
        ("two_builds", "less_than_two_seconds"),
    ),
)


def named(slugs: list[str]) -> list[Package]:
    """The packages of these folders, all where none is named; raises ``KeyError`` for one that is none."""
    known = {p.slug: p for p in PACKAGES}
    return [known[s.replace("/", "-")] for s in slugs] if slugs else list(PACKAGES)
