"""The commands: each stands once with its help, refuses what it does not know, and loads no rooms but its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from build_scripts.__main__ import main
from build_scripts.commands.all_commands import COMMANDS, parser
from build_scripts.commands.command import Command
from tests.places import ROOT

NAMES = [c.name for c in COMMANDS]


def closed(text: str) -> str:
    """A text without the white space at which help is wrapped."""
    return "".join(text.split())


def test_a_command_stands_once() -> None:
    assert sorted(NAMES) == sorted(set(NAMES))


def test_the_help_tells_every_command() -> None:
    told = closed(parser().format_help())
    assert [c.name for c in COMMANDS if closed(c.help) not in told] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_a_command_tells_its_options(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command.name, "--help"])
    told = closed(capsys.readouterr().out)
    assert ended.value.code == 0
    assert [o.flag for o in command.options if closed(o.settings.get("help", "")) not in told] == []
    assert [o.flag for o in command.options if o.flag.startswith("-") and o.flag not in told] == []


@pytest.mark.parametrize("asked", [[], ["no-such-command"], *([name, "--no-such-option"] for name in NAMES)], ids=str)
def test_what_no_command_knows_is_refused(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(asked)
    assert ended.value.code == 2
    assert "usage: python -m build_scripts" in capsys.readouterr().err


def test_the_table_of_commands_loads_none_of_the_rooms_that_do_the_work() -> None:
    program = (
        "import sys, build_scripts.__main__\n"
        "print(*sorted({m.split('.')[1] for m in sys.modules if m.startswith('build_scripts.')}))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"__main__", "addresses", "commands", "problems", "store", "working"}
