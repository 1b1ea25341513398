"""The three commands of a build: what goes before the generator, all of it, what comes after.

Each answers with what there is to say, line by line: first what of the texts is doubtful, last what was done.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.publishing.building import held_build
from build_scripts.publishing.building.after_generator import write_after
from build_scripts.publishing.building.before_generator import write_before
from build_scripts.publishing.building.build_inputs import Build, Load, read_build
from build_scripts.publishing.building.keeping.one_at_a_time import alone
from build_scripts.publishing.building.kept import kept_site
from build_scripts.publishing.building.kept.kept_site import Told
from build_scripts.publishing.building.site_generators import MKDOCS, NoSite, chosen, render
from build_scripts.publishing.text.reading_form.doubts import Doubt, by_kind, doubts
from build_scripts.publishing.text.wording.loading import wording

_SAID, _FORM = wording("problems"), wording("form")
_NAMED = 3
"""Lines of a text that are named where it is doubtful; how many there are more is said."""


def pages(root: Path) -> list[str]:
    """Write what goes before into docs/."""
    with _alone(root):
        build = read_build(root)
        write_before(build, root / "docs")
    return [*doubtful(build), _SAID("pages_written")]


def finish(root: Path) -> list[str]:
    """Complete the site that a generator has built; NoSite where there is none."""
    if not (root / "site" / "index.html").is_file():
        raise NoSite(_SAID.no_site)
    with _alone(root):
        write_after(read_build(root), root / "site")
    return [_told(root / "site")]


def site(root: Path, fresh: bool = False, told: Told = lambda *_: None, load: Load = load_corpus) -> list[str]:
    """The whole site, by the generator that ``ENGINE`` names; by mkdocs, what stands from the last time is kept unless it is
    to be ``fresh``. ``told`` is called with how much of how much is done; ``load`` gives the corpus.
    """
    engine = chosen()
    with _alone(root):
        build = read_build(root, load=load)
        if engine == MKDOCS:
            kept_site.build_kept(build, fresh, told)
        else:
            by_halves(build, engine)
    return [*doubtful(build), _told(root / "site")]


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """The only build in this folder: another one waits, and says so. NoSite where something cannot be written."""
    try:
        with alone(root / kept_site.KEPT / "lock", lambda: print(_SAID.another_build, file=sys.stderr, flush=True)):
            yield
    except OSError as error:
        raise NoSite("\n".join([_SAID("unwritten", why=error), *getattr(error, "__notes__", ())])) from error


def by_halves(build: Build, engine: str) -> None:
    """Both halves of a build with a generator between them, all of one reading of the tree: the long way."""
    held_build.keep(build)
    write_before(build, build.root / "docs")
    render(engine, build.root, build.site)
    write_after(build, build.root / "site")


def doubtful(build: Build) -> list[str]:
    """What the reading form of the texts cannot be sure of, a line per document that has any."""
    corpus = build.index.corpus
    found = {d.id: doubts(corpus.sources[d.id], d.lang) for d in corpus.documents}
    return [_FORM("doubts", document=name, told=_doubts_told(held)) for name, held in found.items() if held]


def _doubts_told(held: tuple[Doubt, ...]) -> str:
    told: list[str] = []
    for kind, those in by_kind(held).items():
        lines = [_FORM("line" if d.characters else "whole_line", n=d.line, characters=d.characters) for d in those]
        more = _FORM("and_more", n=len(lines)) if len(lines) > _NAMED else ""
        told.append(_FORM.kinds[kind].format(lines=_FORM.between.join(lines[:_NAMED]) + more))
    return str(_FORM.apart.join(told))


def _told(site_dir: Path) -> str:
    count = sum(1 for _ in site_dir.rglob("*.html"))
    size = sum(f.stat().st_size for f in site_dir.rglob("*") if f.is_file())
    return _SAID("site_written", n=count, size=f"{size / 1e6:.1f}", folder=site_dir.name)
