"""A file's bytes, or one problem that says why they cannot be had: what stands where a file should be may be anything."""

from __future__ import annotations

import stat
from pathlib import Path

from ..problems import Problem

MAX_BYTES = 5 * 1024 * 1024

# What may lie where a file should be, by its kind in the file system.
_KINDS = {
    stat.S_IFDIR: "文件夹",
    stat.S_IFIFO: "管道",
    stat.S_IFSOCK: "套接字",
    stat.S_IFCHR: "设备",
    stat.S_IFBLK: "设备",
}


def read_bytes(path: Path, shown: str, most: int = MAX_BYTES) -> tuple[bytes | None, list[Problem]]:
    """The bytes of an ordinary file of at most ``most`` bytes; never waits for a pipe, never follows a link into nothing."""

    def refuse(code: str, message: str, tip: str) -> tuple[None, list[Problem]]:
        return None, [Problem(shown, 0, 0, code, message, tip)]

    try:
        held = path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            return refuse("file-kind", "这是一个链接，指向的文件不在", "换成文件本身")
        return refuse("file-missing", "没有这个文件", "从版本库恢复：git checkout -- " + shown)
    except OSError as error:
        return refuse("file-unreadable", f"读不到：{error.strerror}", "检查路径和权限")
    kind = _KINDS.get(stat.S_IFMT(held.st_mode))
    if kind:
        return refuse("file-kind", f"这里应当是文件，却是{kind}", "换成文件本身，或移到别处")
    if held.st_size > most:
        message = f"文件有 {held.st_size:,} 字节，超过 {most // 1024 // 1024} MB"
        return refuse("file-too-large", message, "请拆分，或只留需要的部分")
    try:
        with path.open("rb") as file:
            return file.read(most + 1), []
    except OSError as error:
        return refuse("file-unreadable", f"读不到：{error.strerror}", "检查权限")
