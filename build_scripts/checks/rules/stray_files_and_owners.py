"""Rules of where files stand: what nobody reads is said, so that no edit waits in a file that counts for nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ...locating.loading import Loading
from ...model import JUDGED
from ...problems import Problem
from ...store.code_owners import code_owners
from ...store.edition import load_edition
from ...store.paths import ORIGINALS
from ...store.yaml_files_to_model import JUDGED_FILES, READINGS, VOCABULARY, read_text, valid_id

_TEXTS = (".txt", *ORIGINALS)


def _yaml(path: Path) -> bool:
    return path.suffix == ".yml" and valid_id(path.stem)


# By folder of structured/ (a pattern): what is read there, and how to say it.
FOLDERS: dict[str, tuple[Callable[[Path], bool], str]] = {
    "records": (_yaml, "文件 id.yml"),
    "extracted": (_yaml, "文件 id.yml"),
    "sources": (lambda p: p.suffix in _TEXTS and valid_id(p.stem), "文件 id.txt，旁边可以有同名的 .docx、.html、.pdf"),
    "points": (lambda p: _yaml(p) or (p.name == "readings" and p.is_dir()), "专题 id.yml"),
    "points/readings": (lambda p: p.is_dir() and valid_id(p.name), "专题 id 的文件夹"),
    "points/readings/*": (lambda p: p.suffix == ".yml" and p.stem in READINGS, "、".join(f"{n}.yml" for n in READINGS)),
    "readings": (lambda p: p.is_dir() and p.name in JUDGED, "、".join(JUDGED)),
    "readings/*": (
        lambda p: p.suffix == ".yml" and p.stem in JUDGED_FILES,
        "、".join(f"{n}.yml" for n in JUDGED_FILES),
    ),
    "vocabulary": (lambda p: p.suffix == ".yml" and p.stem in VOCABULARY, "、".join(f"{n}.yml" for n in VOCABULARY)),
}


def strays(loading: Loading) -> list[Problem]:
    """Every file of these folders has a name under which it is read. Hidden files and README.md are left alone."""
    layout = loading.layout
    found = []
    for folder, (is_read, names) in FOLDERS.items():
        for path in sorted(layout.data.glob(f"{folder}/*")):
            if path.name.startswith(".") or path.name == "README.md" or is_read(path):
                continue
            message = f"这里只读 {names}；{path.name} 没有人读"
            near = path.with_suffix(".yml").name.lower() if path.suffix.lower() in (".yaml", ".yml") else ""
            tip = f"改名为 {near}" if near and near != path.name else "改名，或移出这个文件夹"
            found.append(Problem(layout.shown(path), 0, 0, "file-stray", message, tip))
    return found


def owners_file(loading: Loading) -> tuple[str, str, list[Problem]]:
    """The file of owners as it stands and as it ought to, from the places and the records; and what keeps it unread."""
    path = loading.layout.code_owners
    written, unread = read_text(path, loading.layout.shown(path)) if path.exists() else ("", [])
    places = [(name, loaded.value.jurisdiction) for name, loaded in loading.records.items() if loaded.value]
    owners = {place.id: place.owners for place in loading.vocabulary.jurisdictions}
    return written or "", code_owners(written or "", places, owners), unread


def owners(loading: Loading) -> list[Problem]:
    """The file of owners says what the places say."""
    written, expected, unread = owners_file(loading)
    if unread or written == expected:
        return unread
    shown = loading.layout.shown(loading.layout.code_owners)
    message = "与 vocabulary/jurisdictions.yml 的 owners、现有的记录不一致"
    return [Problem(shown, 0, 0, "owners-behind", message, "运行 make fix", severity="warning")]


def edition(loading: Loading) -> list[Problem]:
    """There is a version of the data, a year with a number, and the day it was set."""
    return load_edition(loading.layout)[1]


CHECKS = (strays, owners, edition)
