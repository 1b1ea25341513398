"""The stages and which of them each imports, as a picture in docs/architecture/rooms.md: drawn from the code.

``python -m tests.draw_rooms`` writes it; a test holds it to the imports.
"""

from __future__ import annotations

from pathlib import Path

from .test_layers import ORDER, _edges

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "architecture" / "rooms.md"
_HEAD = """# Stages, and what each imports

Drawn from the imports by `python -m tests.draw_rooms`. Only the nearest ones are drawn: an arrow that others already imply
is left out.

```mermaid
flowchart LR
"""


def picture() -> str:
    """The graph of the stages in Mermaid, without the arrows that longer ways imply."""
    edges = _edges("")
    stages = [stage for stage in ORDER[""] if stage != "__main__"]
    lines = [f"    {own} --> {other}" for own in stages for other in _nearest(edges, own)]
    return _HEAD + "\n".join(lines) + "\n```\n"


def _nearest(edges: dict[str, set[str]], own: str) -> list[str]:
    """What a stage imports, without what it also reaches through another that it imports."""
    implied = {far for near in edges[own] for far in _reached(edges, near)}
    return sorted(edges[own] - implied)


def _reached(edges: dict[str, set[str]], stage: str) -> set[str]:
    found: set[str] = set()
    waiting = list(edges[stage])
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += edges[here]
    return found


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
