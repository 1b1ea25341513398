"""A repository whose history is made by hand."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

RECORD = """\
id: {id}
title: {title}
number: 甘办发〔2023〕15号
measures:
  - ref: '1'
    heading: 指导思想
    text: 甲
    topics: [general-requirements]
  - ref: '3.3'
    heading: 加大力度
    text: 乙
    responsibilities:
{duties}
    targets: []
    topics: [regional-cooperation, enclave-parks]
"""
ONE = "      - {name: 省商务厅, role: responsible}"
TWO = ONE + "\n      - {name: 省工信厅, role: support}"


class Repository:
    """A git repository; commits bear the moments they are told."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.git("init", "-q", "-b", "main")

    def git(self, *command: str, when: str = "2026-01-01T00:00:00+08:00") -> None:
        env = os.environ | {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull}
        named = ("-c", "user.name=x", "-c", "user.email=x@example.test", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", str(self.root), *named, *command], env=env, check=True, capture_output=True)

    def commit(self, when: str, **records: str | None) -> None:
        """Write records (a dash for each underscore; None removes one) and commit them."""
        for name, text in records.items():
            path = self.root / "structured" / "records" / f"{name.replace('_', '-')}.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8") if text is not None else path.unlink()
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "记录", when=when)


def record(title: str = "飞地经济", duties: str = ONE, name: str = "gansu-enclave-economy") -> str:
    return RECORD.format(id=name, title=title, duties=duties)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    (tmp_path / "repository").mkdir()
    return Repository(tmp_path / "repository")


@pytest.fixture
def lived(repository: Repository) -> Repository:
    """Three days: two documents arrive, one is corrected, one goes and comes back within a day."""
    repository.commit("2026-03-01T09:00:00+08:00", gansu_enclave_economy=record())
    repository.commit(
        "2026-03-01T23:30:00+08:00", henan_industrial_clusters=record("集聚區", name="henan-industrial-clusters")
    )
    repository.commit("2026-03-02T10:00:00+08:00", gansu_enclave_economy=record(duties=TWO))
    repository.commit("2026-03-02T11:00:00+08:00", gansu_enclave_economy=record("飞地经济意见", TWO))
    repository.commit("2026-03-03T10:00:00+08:00", henan_industrial_clusters=None)
    repository.commit(
        "2026-03-03T11:00:00+08:00", henan_industrial_clusters=record("集聚區", name="henan-industrial-clusters")
    )
    return repository
