"""Every command, in the order in which the help lists them."""

from __future__ import annotations

import argparse

from . import check_and_fix, compare, figures, moves, points, pull_request, site, texts
from .command import Command

GROUPS = (texts, check_and_fix, compare, points, moves, pull_request, figures, site)
COMMANDS: tuple[Command, ...] = tuple(command for group in GROUPS for command in group.COMMANDS)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m build_scripts", description="政策对读：读取、检查、生成")
    commands = made.add_subparsers(dest="command", required=True)
    for command in COMMANDS:
        command.enter(commands)
    return made
