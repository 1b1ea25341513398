"""Zip files whose bytes depend on their content alone, and lists of checksums."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from build_scripts.publishing.dataset.about import sha256

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold
_MODE = 0o100644 << 16


def zip_bytes(files: Mapping[str, bytes], folder: str = "") -> bytes:
    """A zip of ``files`` in their order, all dated 1980-01-01, below ``folder``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(f"{folder}{name}", _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = _MODE
            info.create_system = 3  # the same on every platform
            archive.writestr(info, content, compresslevel=6)
    return out.getvalue()


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Lines for ``sha256sum -c``, by name."""
    return "".join(f"{sha256(files[name])}  {name}\n" for name in sorted(files)).encode()
