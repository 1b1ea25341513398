"""Read a PDF from standard input and print its lines with their places as JSON.

Run as a program of its own: PDFs are parsed by a large library in C++, and a file that makes it crash, grow or
run for ever must end there. Prints ``{"pages": […]}`` or ``{"error": "password" | "damaged" | "long"}``.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from statistics import median
from typing import Any

MAX_PAGES = 600
MAX_CHARACTERS = 2_000_000
_MEMORY = 4 * 1024**3
_SECONDS = 60
_WRONG_PASSWORD = 4


def _limit() -> None:
    """Bound memory and processor time where the system can."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    except (ImportError, OSError, ValueError):
        pass


def _lines(page: Any) -> list[list[Any]]:
    """Each line as text, left, right, baseline and the width of a Chinese character, in points.

    All of it is what the file states of its characters: where a font is not in the file, the library takes one of the
    machine's, and that one's heights differ from machine to machine.
    """
    import pypdfium2.raw as raw  # type: ignore[import-untyped]

    found: list[list[Any]] = []
    codes: list[int] = []
    placed: list[tuple[float, float, float, float]] = []
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, baseline = ctypes.c_double(), ctypes.c_double()

    def end() -> None:
        text = "".join(map(chr, codes))
        if text.strip():
            wide = [right - left for (left, right, _, _), c in zip(placed, codes) if c >= 0x2E80]
            em = median(wide) if wide else max(size for _, _, _, size in placed)
            printed = [p for p, c in zip(placed, codes) if not chr(c).isspace()]
            left, right = min(p[0] for p in printed), max(p[1] for p in printed)
            found.append([text, left, right, median(p[2] for p in printed), em])
        codes.clear()
        placed.clear()

    for i in range(raw.FPDFText_CountChars(page)):
        code = raw.FPDFText_GetUnicode(page, i)
        if code in (0x0A, 0x0D):
            end()
        elif code >= 0x20 and code not in (0xFFFE, 0xFFFF):
            raw.FPDFText_GetLooseCharBox(page, i, ctypes.byref(box))
            raw.FPDFText_GetCharOrigin(page, i, ctypes.byref(x), ctypes.byref(baseline))
            raw.FPDFText_GetMatrix(page, i, ctypes.byref(matrix))
            size = raw.FPDFText_GetFontSize(page, i) * math.hypot(matrix.c, matrix.d)
            codes.append(code)
            placed.append((box.left, box.right, baseline.value, size))
    end()
    return found


def _read(data: bytes) -> dict[str, Any]:
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        password = "password" in str(error).lower() or getattr(error, "err_code", None) == _WRONG_PASSWORD
        return {"error": "password" if password else "damaged"}
    if len(document) > MAX_PAGES:
        return {"error": "long"}
    pages: list[dict[str, Any]] = []
    size = 0
    for i in range(len(document)):
        try:
            page = document[i]
            text = page.get_textpage()
            size += text.count_chars()
            if size > MAX_CHARACTERS:
                return {"error": "long"}
            pictures = sum(1 for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
            shown = text.get_text_range()
            pages.append({"height": page.get_height(), "pictures": pictures, "raw": shown, "lines": _lines(text)})
        except pypdfium2.PdfiumError:
            return {"error": "damaged"}
    return {"pages": pages}


if __name__ == "__main__":
    _limit()
    json.dump(_read(sys.stdin.buffer.read()), sys.stdout)
