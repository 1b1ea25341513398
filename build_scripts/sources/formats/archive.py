"""The parts of a zipped document, after it is sure that they are few and small: nothing is unpacked before."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from .outcome import Refusal

MAX_PARTS = 2_000
MAX_TOTAL = 200 * 1024 * 1024
MAX_PART = 30 * 1024 * 1024
MAX_RATIO = 200
_SMALL = 1024 * 1024

_OTHER = (
    (b"%PDF-", "这是 PDF", "把文件名改为 .pdf 再登记"),
    (b"{\\rtf", "这是 RTF", "用 Word 打开，另存为 .docx"),
    (b"<", "这是网页或 XML", "若是网页，把文件名改为 .html 再登记；否则用 Word 打开，另存为 .docx"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BOMB = "这不像一份公文：请用 Word 打开核对，另存为新的 .docx"


@dataclass(frozen=True)
class Archive:
    """A zip file that is known to be small enough to read."""

    file: zipfile.ZipFile
    names: tuple[str, ...]

    def part(self, name: str) -> bytes | Refusal | None:
        """The bytes of one part, a refusal where they are damaged, or None where there is no such part."""
        if name not in self.names:
            return None
        try:
            with self.file.open(name) as part:
                data = part.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, struct.error) as error:
            return damaged(f"{name}：{type(error).__name__}")
        return data if len(data) <= MAX_PART else Refusal("source-archive", f"{name} 解压后超过 30 MB", _BOMB)


def damaged(what: str) -> Refusal:
    return Refusal("source-format", f"文件损坏或不完整（{what}）", "请重新下载或用 Word 打开，另存为 .docx 后再登记")


def open_archive(data: bytes) -> Archive | Refusal:
    """The archive, or why it is none, or why it is not read: too many parts, too large, too tightly packed."""
    if not data.startswith(b"PK"):
        return _no_archive(data)
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
        held = file.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error, OverflowError) as error:
        return damaged(type(error).__name__)
    names = tuple(i.filename for i in held)
    if len(names) > MAX_PARTS:
        return Refusal("source-archive", f"压缩包里有 {len(names):,} 个部件，超过 {MAX_PARTS:,}", _BOMB)
    if len(set(names)) < len(names):
        return Refusal("source-archive", "压缩包里有同名的部件", _BOMB)
    if any(i.flag_bits & 1 for i in held):
        return Refusal("source-encrypted", "文件加了密码", "请去掉密码，另存后再登记")
    if any(i.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for i in held):
        return damaged("不认得的压缩方法")
    total = sum(i.file_size for i in held)
    if total > MAX_TOTAL:
        return Refusal("source-archive", f"解压后有 {total // 1024 // 1024:,} MB，超过 200 MB", _BOMB)
    for i in held:
        if i.file_size > _SMALL and i.file_size > MAX_RATIO * max(1, i.compress_size):
            return Refusal(
                "source-archive", f"{i.filename} 压缩了 {i.file_size // max(1, i.compress_size):,} 倍", _BOMB
            )
    return Archive(file, names)


def _no_archive(data: bytes) -> Refusal:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return Refusal("source-encrypted", "文件加了密码", "请在 Word 里去掉密码，另存后再登记")
        return Refusal("source-format", "这是旧格式的 .doc，不是 .docx", "用 Word 打开，另存为 .docx")
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, what, tip in _OTHER:
        if start.startswith(mark):
            return Refusal("source-format", f"{what}，不是 .docx", tip)
    return Refusal("source-format", "读不出文字：不是 .docx", "请另存为 .docx、.html、.pdf 或纯文本")
