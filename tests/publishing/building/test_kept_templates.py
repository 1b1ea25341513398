"""Templates that were compiled in an earlier run are those of the same source."""

from __future__ import annotations

from pathlib import Path

from jinja2 import DictLoader, Environment

from build_scripts.publishing.building.keeping.kept_templates import KeptTemplates


def _drawn(source: str, folder: Path) -> str:
    env = Environment(loader=DictLoader({"a": source}), bytecode_cache=KeptTemplates(folder), autoescape=True)
    return env.get_template("a").render(n=1)


def test_kept_where_the_source_is_the_same(tmp_path: Path) -> None:
    assert _drawn("甲{{ n }}", tmp_path) == "甲1"
    kept = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert len(kept) == 1
    assert _drawn("甲{{ n }}", tmp_path) == "甲1"
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == kept
    assert _drawn("乙{{ n }}", tmp_path) == "乙1"


def test_what_is_damaged_is_compiled_anew(tmp_path: Path) -> None:
    _drawn("甲{{ n }}", tmp_path)
    (path,) = tmp_path.iterdir()
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    for damaged in (bytes(data), b""):
        path.write_bytes(damaged)
        assert _drawn("甲{{ n }}", tmp_path) == "甲1"
