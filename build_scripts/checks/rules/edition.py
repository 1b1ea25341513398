"""Rules of structured/edition.yml."""

from __future__ import annotations

from ...locating.loading import Loading
from ...problems import Problem
from ...store.edition import load_edition
from ..walking import Check


def edition(loading: Loading) -> list[Problem]:
    """There is a version of the data, a year with a number, and the day it was set."""
    return load_edition(loading.layout)[1]


CHECKS: tuple[Check, ...] = (edition,)
