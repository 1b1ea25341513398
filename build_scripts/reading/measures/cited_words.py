"""The words that say for what a document is cited. Patterns run over folded text, in the clause before 《."""

from __future__ import annotations

import re

from ..word_table import WordTable

BASIS = WordTable(
    (
        r"贯彻(?:落实|执行|实施)?",
        r"落实",
        r"(?:根|依)据",
        r"(?:按|依|遵)照",
        r"遵循",
        r"执行",
        r"(?:按|依)(?=$|国务院|国家|省|市|中共|中央)",
    ),
    ("贯彻", "贯彻落实", "落实", "依据", "根据", "按照", "依照", "遵照", "遵循", "执行", "按", "依国务院", "按国家"),
    ("按揭", "按期", "依托", "参照", "参考", "依法"),
)
"""The text acts on what it cites."""

MENTION = WordTable(
    (
        r"(?:制|修|拟)订|制定|修改|完善|编制|起草|研究",
        r"出台|印发|发布|公布|颁布|提交|报送",
        r"宣传|学习|宣讲|解读",
        r"废止|取代|替代",
        r"列入|纳入|对接|衔接|符合|违反|申报|参照|参考|对照",
        r"签订|签署",
    ),
    (
        *(
            "修订",
            "制订",
            "拟订",
            "制定",
            "修改",
            "完善",
            "编制",
            "起草",
            "研究",
            "出台",
            "印发",
            "发布",
            "公布",
            "颁布",
        ),
        *(
            "提交",
            "报送",
            "宣传",
            "学习",
            "宣讲",
            "解读",
            "废止",
            "取代",
            "替代",
            "列入",
            "纳入",
            "对接",
            "衔接",
            "符合",
        ),
        *("违反", "申报", "参照", "参考", "对照", "签订", "签署"),
    ),
    ("根据", "贯彻落实", "按照", "执行"),
)
"""Something is done about the document, or it is only named: it is no ground of the text. 参照 is by analogy."""

AS_GROUND = WordTable(
    (r"(?:\([^()]{0,40}\))?(?:等)?(?:文件)?为(?:依据|根据|遵循|指导|指引|统领|引领|准则)",),
    ("为依据", "(国办发[2014]54号)为指导", "等文件为遵循"),
    ("为主要内容", "规定的", "为基础的数据"),
)
"""What may stand behind 》 and make it the ground: 以《…》为依据."""

LISTED = re.compile(
    r"(?:《[^《》]*(?:《[^《》]*》[^《》]*)*》(?:\([^()]{0,60}\))*(?:、|,?(?:和|及|与|以及|暨)))+(?P<rest>[\u4e00-\u9fff]{0,15})$"
)
"""The documents named before one, in the same list: what is said of the first is said of all. An issuer may stand between."""

CLAUSE = re.compile(r"[,。;:!?\n]")
"""What ends a clause."""
