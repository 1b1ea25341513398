"""Every sign of a poor reading, in the order in which they are told."""

from __future__ import annotations

from ...problems import Problem
from . import of_outline, of_paragraphs, of_parts, unused_markers
from .what_signs_look_at import Looked

SIGNS = (*of_outline.SIGNS, *of_paragraphs.SIGNS, *unused_markers.SIGNS, *of_parts.SIGNS)


def doubts(looked: Looked) -> list[Problem]:
    """What makes a reading doubtful; of severity ``grave`` where it should not be published unseen."""
    return [doubt for sign in SIGNS for doubt in sign(looked)]
