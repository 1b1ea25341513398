"""Templates as they were compiled in an earlier run: half a second of a process that draws pages."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from build_scripts.working.kept import Kept


class KeptTemplates(BytecodeCache):
    """Compiled templates below a folder, each trusted only where its source, our code and Jinja are the same as then."""

    def __init__(self, folder: Path) -> None:
        self._kept = Kept(folder, version("Jinja2"))

    def load_bytecode(self, bucket: Bucket) -> None:
        held = self._kept.look(bucket.key, self._key(bucket))
        if held is not None:
            bucket.bytecode_from_string(held)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept.keep(bucket.key, self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> bytes:
        return self._kept.key(bucket.key, [bucket.checksum])
