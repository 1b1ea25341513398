"""What continuous integration leaves behind does not make the tree look changed."""

from __future__ import annotations

import subprocess

from tests.places import ROOT


def test_what_the_report_of_a_pull_request_leaves_is_ignored() -> None:
    names = ["report.md", "fix.patch"]
    said = subprocess.run(["git", "check-ignore", *names], cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.stdout.split() == names
