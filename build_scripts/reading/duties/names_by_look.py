"""Whether a piece of a line could be the name of a body, where no label or verb says so."""

from __future__ import annotations

import re

from .clause_words import BODY_END

_NO_NAME = re.compile(
    "应当|必须|不得|可以|不能|鼓励|支持|是指|所称|符合|以下|下列|按照|根据|负责|设立|组织(?!部)|派|报|责令|提出|认为|方为|为(?!民)|^与|^和|^是|^\\(|的(?!.{0,4}(?:部门|单位|机构|管委会)$)"
)
"""What stands in a sentence, not in the name of a body."""
_SHORTEST_NAME = 3


def looks_like_a_name(piece: str) -> bool:
    """Whether a piece of a line could be the name of a body, by what it ends in and by what it lacks.

    >>> [looks_like_a_name(p) for p in ("市科技局", "县委组织部(人才办)", "各县区", "乡镇人民政府应当派员列席业主大会")]
    [True, True, True, False]
    >>> [looks_like_a_name(p) for p in ("发包方为人民政府指定的有关部门", "是指依法取得许可证的中医综合医院", "(三)与科研单位")]
    [False, False, False]
    """
    return len(piece) >= _SHORTEST_NAME and BODY_END.search(piece) is not None and not _NO_NAME.search(piece)
