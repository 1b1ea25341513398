"""How documents are called, numbered, dated, issued and addressed."""

from __future__ import annotations

import re

from .patterns import Table

_DOCUMENT_KINDS = (
    r"意见|通知|决定|方案|措施|办法|规定|条例|规划|计划|纲要|细则|公告|通告|批复|批覆|答复|函|举措|政策|要点|指引|指南|法|条|清单|倡议书|任务|目录|制度|"
    r"机制|体系|标准|规范|规则|准则|导则|章程|守则|预案|大纲|分解|分工|报告|通报|决议|命令|令|议案|纪要|请示|若干条|[\d一二三四五六七八九十]+条"
)
TITLE_GOES_ON = re.compile(r"(?:的|和|与|及|暨|有关|》)")
"""How a line opens that goes on with the title of the line before, although that could end there."""
TITLE_END = re.compile(rf"(?:{_DOCUMENT_KINDS})[》”\"]?(?:的(?:通知|决定|函|公告|批复|意见))?(?:\(.{{1,20}}\))*$")
TITLE_INLINE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,30}?(?:政府|办公厅|办公室|委员会|市委|省委|县委|厅|局|部|委))?关于[^。\n]{4,70}?"
    r"(?:实施意见|指导意见|若干意见|意见|通知|决定|实施方案|工作方案|行动计划|若干措施|实施办法|办法|规定)(?:\([^)]{1,10}\))?"
)

NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,14}(?:\([\u4e00-\u9fff]{1,6}\))?[\u4e00-\u9fff]{0,6} ?[\[<(](?:19|20)\d{2}[\]>)] ?(?:第)? ?\d{1,4} ?号"
    r"|[\u4e00-\u9fff]{0,20}(?:政府|委员会|国务院|部|局|署|总局)令 ?\(? ?第? ?\d{1,4} ?号\)?"
)
"""发文字号 (GB/T 9704-2012 §7.2.5): 机关代字〔年份〕序号; of an order (§10.2): 发令机关 令 第…号."""

DATE = re.compile(
    r"(?:(?P<y>(?:19|20)\d{2})(?:年|-|/|\.|月)(?P<m>\d{1,2})(?:月|-|/|\.)(?P<d>\d{1,2})日?"
    r"|(?P<cy>[一二三四五六七八九〇○零]{4})年(?P<cm>[一二三四五六七八九十]{1,2})月(?P<cd>[一二三四五六七八九十]{1,3})日)"
)

ISSUER_END = r"(?:政府|办公厅|办公室|委员会|常务委员会|党委|市委|省委|县委|区委|厅|局|部|委|署|院|中心|海关|国务院|中共中央|管委会|总局|银行|协会|联合会|领导小组|联席会议)"
SIGNATURE = re.compile(rf"[\u4e00-\u9fff()]{{0,40}}{ISSUER_END}(?:\([\u4e00-\u9fff]+\))?")
"""One issuing body as it signs; a signature line holds one or more, apart by spaces or 、."""

ADDRESSEES = Table(
    (r"(?:各|省|市|县|区|自治区|有关|局|机关|厅|处|市直|国务院|新区|兰州)[^。;]*[:]",),
    ("各市、自治州人民政府,兰州新区管委会,省政府有关部门:", "各省辖市、省直管县(市)人民政府,省人民政府各部门:"),
    ("各地要高度重视。",),
    whole=True,
)

ADDRESSEE = re.compile(
    r"(?:各.+|.*(?:政府|党委|部|委|厅|局|办|院|会|区|部队|部门|单位|机构|企业|院校|公司|同志|委员|代表))"
)
"""One of the addressees of a 函 or 批复, where the list does not open with 各: 四川省人民政府："""

ANNEX = Table(
    (
        r"附件?(?: ?[\d一二三四五六七八九十]{1,2})?(?:[:.、 ]|$)",
        r"附(?:表|录|图)[\d一二三四五六七八九十]{0,2}(?:[:.、 ]|$)",
    ),
    ("附件:张掖市加快县域经济高质量发展领导小组成员名单(略)", "附件1", "附件 2:任务分工表", "附:名单", "附表1"),
    ("附则",),
)
