"""What docs/contribute.md tells people to write and to run is taken literally."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from build_scripts.checks.checked_corpus import load_corpus
from build_scripts.commands.all_commands import COMMANDS
from build_scripts.fixing import fix
from build_scripts.store.paths import Layout
from tests.places import ROOT

PAGE = (ROOT / "docs" / "contribute.md").read_text(encoding="utf-8")
NAME = "gansu-enclave-economy"


def example() -> dict:
    """The correction that the page shows: one measure of a record."""
    lines = re.search(r"\n((?: {8}.*\n)+)", PAGE)
    assert lines
    (measure,) = yaml.safe_load(lines[1])
    return measure


def test_the_correction_on_the_page_passes_as_it_stands(copy: Path) -> None:
    """Its body gets the role shown, its topics and its note are those shown; nothing else of the measure changes."""
    shown = example()
    record = Layout(copy).record(NAME)
    held = yaml.safe_load(record.read_text(encoding="utf-8"))
    measure = next(m for m in held["measures"] if m["ref"] == shown["ref"])
    assert measure["heading"] == shown["heading"]
    for body in shown["responsibilities"]:
        measure["responsibilities"] = [body if r["name"] == body["name"] else r for r in measure["responsibilities"]]
    measure |= {key: shown[key] for key in ("topics", "topics_basis", "note")}
    record.write_text(yaml.safe_dump(held, allow_unicode=True, sort_keys=False), encoding="utf-8")
    corpus, problems = load_corpus(copy)
    assert corpus is not None and problems == []


def test_a_body_is_added_by_the_steps_of_the_page(copy: Path) -> None:
    """Its entry pasted with an id of one's own, named in the record, its address registered."""
    layout = Layout(copy)
    record = layout.record(NAME)
    text = record.read_text(encoding="utf-8")
    begins = text.index("  - ref: '3.5'")
    at = text.index("    targets:", begins)
    row = "      - {{name: 兰州高新技术产业开发区, {}role: implementer, basis: in-text}}\n"
    record.write_text(text[:at] + row.format("") + text[at:], encoding="utf-8")
    (missing,) = load_corpus(copy)[1]
    assert missing.code == "agency-missing"

    offered = re.search(r"- \{id: ([\w-]+), .*\}", missing.tip)
    assert offered
    entry = offered[0].replace(f"id: {offered[1]},", "id: gansu-lanzhou-hitech,", 1)
    with (layout.vocabulary / "agencies.yml").open("a", encoding="utf-8") as agencies:
        agencies.write(entry + "\n")
    record.write_text(text[:at] + row.format("agency: gansu-lanzhou-hitech, ") + text[at:], encoding="utf-8")
    fix(copy)
    assert load_corpus(copy)[1] == []


def test_every_command_of_the_page_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = {command.name for command in COMMANDS}
    made = set(re.findall(r"\bmake ([a-z]+)\b", PAGE))
    assert made >= {"site", "serve", "fix", "check"}
    assert [m for m in made if not re.search(rf"^{m}:", makefile, re.M)] == []
    run = set(re.findall(r"-m build_scripts ([a-z]+)", PAGE))
    assert run and run <= commands
