"""What a build is made of, made once: every writer reads its part of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from build_scripts import git
from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.comparing.comparison_of_corpus import Comparison
from build_scripts.model import Corpus
from build_scripts.problems import Problem, errors
from build_scripts.publishing.history.days import read_history
from build_scripts.publishing.history.feeds import History
from build_scripts.publishing.index.essays import Essay, read_essays
from build_scripts.publishing.index.lookups import Index
from build_scripts.publishing.settings import Site, read_site
from build_scripts.publishing.text.wording.loading import wording

_WORDS = wording("problems")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class Build:
    """The tree at ``root``, read: the corpus with its look-ups, what comparing finds in it, as what it is published.

    ``downloads`` is where the files of the dataset stand while it is built: below docs/ where it is None. ``history`` and ``commit`` are what git tells, None where it tells nothing; ``essays`` the latest first. The parts of ``index`` and
    ``comparison`` are computed when first asked for, and then kept.
    """

    root: Path
    index: Index
    comparison: Comparison
    site: Site
    history: History = None
    commit: str | None = None
    essays: tuple[Essay, ...] = ()
    downloads: Path | None = None


class Refused(Exception):
    """A build stops before anything is published; ``problems`` says why, file by file, ``what`` says it in short."""

    def __init__(self, what: str, problems: list[Problem]) -> None:
        super().__init__("\n".join([f"{what}：", *(str(p) for p in sorted(problems))]))
        self.problems = problems


Load = Callable[[Path], tuple[Corpus | None, list[Problem]]]
"""The corpus of a tree, None where it has errors, and all problems."""


def read_build(root: Path, site: Site | None = None, load: Load = load_corpus) -> Build:
    """Read the tree at ``root``; Refused where its records, the settings or an essay's head have errors."""
    corpus, problems = load(root)
    if corpus is None:
        raise Refused(_WORDS.broken_records, errors(problems))
    told = site or read_site(root)
    unfit = unfit_settings(told)
    if unfit:
        raise Refused(_WORDS.broken_settings, unfit)
    index = Index(corpus)
    essays, problems = read_essays(root, index.topics)
    if problems:
        raise Refused(_WORDS.broken_essays, problems)
    return Build(root, index, Comparison(corpus), told, read_history(root), git.commit_of(root), essays)


def unfit_settings(site: Site) -> list[Problem]:
    """What is wrong with what a site is published as: a contact is one mail address, or empty."""
    if not site.contact or _MAIL.fullmatch(site.contact):
        return []
    message = _WORDS("contact_form", contact=site.contact)
    return [Problem("CONTACT", 0, 0, "contact-form", message, _WORDS.contact_form_tip)]
