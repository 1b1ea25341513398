"""A heading that is itself a body: it answers for what stands below (（一）省科技厅 / 负责…)."""

from __future__ import annotations

import re

from . import clause_words as cw
from . import in_text_words as tw
from .in_text import Known

_DUTY = re.compile(rf" *\n*(?:{tw.FOLLOW}|承担|主要职责|职责)")
_GOVERNMENT = re.compile("(?:政府|党委|管委会|公所|部门|单位|办事处)$")


def answers(heading: str, text: str, known: Known) -> bool:
    """Whether a heading names a body and the text below says what it is to do, no other body standing before that."""
    return _DUTY.match(text) is not None and is_body(heading, known)


def _stands_for_many(heading: str) -> bool:
    """各区县政府; 县（市、区）人民政府; 乡镇公所."""
    return tw.COLLECTIVE.matches(heading) and _GOVERNMENT.search(heading) is not None


def is_body(heading: str, known: Known) -> bool:
    """Whether a heading (folded) is the name of a body and nothing else.

    >>> [is_body(h, lambda name: False) for h in ("省科技厅", "县(市、区)人民政府", "科技创新中心", "完善机制")]
    [True, True, False, False]
    """
    bare = heading.split("(")[0]
    return (
        known(heading)
        or known(bare)
        or _stands_for_many(heading)
        or (tw.BODY.matches(bare) and cw.BODY_END.search(bare) is not None)
    )
