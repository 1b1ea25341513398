"""A command as a value: its name, its help, its options, and what it runs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .. import addresses
from ..problems import Problem, errors

_LEVELS = {"error": "", "warning": "警告 ", "grave": "严重疑点 "}


@dataclass(frozen=True)
class Option:
    """An option or a positional argument, as ``argparse`` takes it."""

    flag: str
    settings: Mapping[str, Any]


def option(flag: str, **settings: Any) -> Option:
    """``--flag`` or ``positional`` with the settings of ``ArgumentParser.add_argument``."""
    return Option(flag, settings)


def positive(text: str) -> int:
    """The type of an option that counts something; ValueError, which argparse tells, for what is no number from 1 on."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


@dataclass(frozen=True)
class Command:
    """``run`` takes what was asked, its own name as ``command`` with it, and returns the exit code."""

    name: str
    help: str
    run: Callable[[argparse.Namespace], int]
    options: tuple[Option, ...] = ()

    def enter(self, commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
        """Enter the command among the others of a parser."""
        parser = commands.add_parser(self.name, help=self.help)
        for asked in self.options:
            parser.add_argument(asked.flag, **asked.settings)
        parser.set_defaults(run=self.run)


def say(problems: Iterable[Problem]) -> int:
    """Print problems as they come, the cause first, then where their codes are explained. The exit code: 1 for errors.

    In GitHub's runner as annotations too, which lead to the page only where the site has an address of its own.
    """
    told = list(problems)
    if not told:
        return 0
    from ..checks.problems_to_show import explained
    from ..publishing.settings import site_url

    published = bool(os.environ.get("SITE_URL"))
    for problem in told:
        print(_LEVELS[problem.severity] + str(problem), file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(problem.annotation(site_url() + addresses.problem_page(problem.code) if published else ""))
    for line in explained(told, site_url() if published else ""):
        print(line, file=sys.stderr)
    return 1 if errors(told) else 0
