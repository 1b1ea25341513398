"""A tiny writer of PDFs with a text layer: lines of Chinese at places on pages, in a font that the reader supplies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SIZE = 16


@dataclass(frozen=True)
class Put:
    """A line of text with its left end ``x`` and baseline ``y``, in points from the lower left corner of an A4 page."""

    x: float
    y: float
    text: str


def pdf(pages: Sequence[Iterable[Put]], encrypt: str = "") -> bytes:
    """The bytes of a PDF; ``encrypt`` is put into the trailer as it is."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * i} 0 R' for i in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        (
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /DW 1000 "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> "
            "/FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 >> >>"
        ),
    ]
    for i, page in enumerate(pages):
        drawn = "".join(
            f"BT /F1 {SIZE} Tf 1 0 0 1 {p.x} {p.y} Tm <{p.text.encode('utf-16-be').hex()}> Tj ET\n" for p in page
        )
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * i} 0 R "
                "/Resources << /Font << /F1 3 0 R >> >> >>"
            ),
            f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream",
        ]
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(data)
    return (
        data
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {encrypt} >>\nstartxref\n{start}\n%%EOF\n"
        ).encode()
    )
