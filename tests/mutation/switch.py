"""What stands in a mutated function's place: it calls the function as it was, or the one change that is tried now."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

MutantDict = dict[str, Callable[..., Any]]
tried = ["", ""]
"""The module and the name of the change that is tried now; empty for none."""


def switched(variants: MutantDict, is_classmethod: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A decorator; ``variants`` is filled later, ``_mutmut_orig`` is the function as it was."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        module = function.__module__

        @wraps(function)
        def call(*given: Any, **named: Any) -> Any:
            as_it_was = variants["_mutmut_orig"]
            chosen = variants.get(tried[1], as_it_was) if tried[0] == module else as_it_was
            if is_classmethod:
                return getattr(given[0], chosen.__name__)(*given[1:], **named)
            return chosen(*given, **named)

        return call

    return decorate
