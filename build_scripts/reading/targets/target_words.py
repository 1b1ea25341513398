"""The words of targets, as tables with examples: units, comparators, verbs, aims, and what makes a number no target.

Patterns run over folded text (Simplified, half-width). A number in a target whose unit is not here is
reported, never given a default.
"""

from __future__ import annotations

import re
from typing import Literal

from ...model import Comparator
from ..word_table import WordTable

UNITS = WordTable(
    (
        r"(?:美元|欧元|日元|港元|港币|人民币|元)",
        r"(?:个)?百分点",
        r"[%‰]",
        r"人(?:次|天|年|口|民币)?|户(?:次)?|名|位|家(?:次)?|对|口",
        r"个工作日|工作日|天|小时|分钟|周?岁|周(?!年|期|边|转|岁)|年(?!度|均|底|末|内)|个月",
        r"平方(?:公里|千米|米)|立方米|㎡|㎥|m[²³23](?![A-Za-z0-9])|公顷|亩|公里|千米|里(?!程)|米|吨(?:标准煤|标煤|公里)?|公斤|斤|升",
        r"千瓦时|千瓦|兆瓦时|兆瓦|吉瓦|度|标准箱|载重吨|卡时|机架|算力",
        r"件|项|所|座|处|条|种(?!植|子|业)|场(?:次)?|台(?:套)?|套|辆|艘|架(?:次)?|班次|头(?!部)|只|羽|株|栋|间|张|块(?!状|链)|门(?!槛|类)|片|批次|次|册|册次|集|部|箱|期|轮|班|标箱|宗|例|份|支(?!持)|股|课时|学时|床|床位|席|单|颗|枚",
        r"[EPTGMK]?(?:Flops|FLOPS|flops|B|bps|W)(?![A-Za-z])|P(?![A-Za-z])",
        r"倍|番|成(?!为|果|立|都|功|效|本|长|员)|分(?!别|布|类|级|钟|期|享|区)",
        r"个",
    ),
    (
        "元",
        "美元",
        "个百分点",
        "%",
        "人次",
        "户",
        "名",
        "个工作日",
        "小时",
        "平方公里",
        "平方米",
        "㎡",
        "m²",
        "亩",
        "公里",
        "吨标准煤",
        "千瓦",
        "卡时",
        "件",
        "所",
        "台套",
        "场",
        "床位",
        "PFlops",
        "P",
        "倍",
        "番",
        "个",
        "岁",
        "周",
        "MW",
    ),
    ("强企业", "星级", "支持", "分别", "种植面积", "成都"),
)
"""What is counted or measured in, after 万, 亿 … where those are printed."""

MAGNITUDE = "(?:万亿|百亿|千亿|百万|千万|万|亿)"

NOT_NUMBERS = re.compile(
    r"(?:19|20)\d{2}(?:年|[-—~至到](?:19|20)\d{2}|$)|\d+(?:\.\d+)?(?:强(?!度)|A级|[A-Za-z]级|G(?:[^BbWF]|$)|D打印|星级|号|级(?:景区|以上)?|届|周年|大(?!型|学|中)|\+)"
)
"""Figures that name rather than count: years, 500强, 5A级, 5G, 第3届, 21大类, 1+3+10."""

Comparison = Comparator | Literal["-"]

BEFORE: tuple[tuple[str, Comparison], ...] = (
    (r"(?:累计|总量|总数|总额|总和)?(?:力争)?(?:突破|达到|达成|达|升至|增至|上升到|上升至|扩大到|扩大至)", ">="),
    (r"(?:[≥≧]|>=|不少于|不低于|不小于|不得少于|不得低于|至少|高于|大于|多于|保持在|稳定在|维持在)", ">="),
    (r"(?:提高到|提高至|提升到|提升至|增加到|增加至|增长到|增长至|发展到)", ">="),
    (r"不(?:少于|低于|小于)[\u4e00-\u9fff]{2,8}的", ">="),
    (r"不(?:超过|高于|大于)[\u4e00-\u9fff]{2,8}的", "<="),
    (
        r"不得?(?:超过|高于)(?:项目|建设|实际|设备|固定资产|年度)*(?:投资|总投资|投入|费用|成本|合同金?额|贷款|用地|支出)(?:总?额|总量)?的?",
        "<=",
    ),
    (r"超过|超", ">"),
    (
        r"(?:[≤≦]|<=|不超过|不高于|不多于|不大于|不得超过|不得高于|控制在|控制到|降至|降到|降低到|降低至|压减到|压减至|压缩到|压缩至|压缩为|缩短到|缩短至|缩减到|缩减至|减少到|减少至|下降到|下降至|低于|少于|小于|最多)",
        "<=",
    ),
    (r"(?:下降|降低|减少|压减|压缩|缩短|缩减|下调)(?:了|比例)?", "-"),
    (r"(?:增长|提高|提升|增加|上升|年均增长|递增|增幅|增速|扩大|翻)(?:了|率)?", "change"),
    (r"(?:约|近|大约|接近)", "~"),
)
"""What stands right before a number → comparator; ``-`` is a change downwards."""

AFTER: tuple[tuple[str, Comparator], ...] = (
    (r"(?:及)?以上|多(?=[\u4e00-\u9fff])|及更多", ">="),
    (r"左右|上下", "~"),
    (r"(?:及)?以内|(?:及)?以下|之内|内(?![\u4e00-\u9fff])", "<="),
)
"""What stands right after a number and its unit → comparator; it outweighs what stands before."""

FILLER = r"(?:为|到|至|在|分别|均|都|各|总数|累计|共|力争|再|又)*"
"""What may stand between a word of comparison and its number."""

VERBS = re.compile(
    "培育|建成|建设|打造|创建|引进|引育|招引|形成|培养|布局|遴选|发掘|挖掘|举办|组织|开展|组建|设立|完成|新建|改造|新增|认定|实施|推广|建立|汇聚|集聚|吸引|"
    "孵化|储备|落地|签约|改建|扩建|整治|转化|培训|选派|实现|发展|增加|推进|攻克|突破|制定|制修订|修订|发布|谋划|争取|壮大|扶持|入库|上市|覆盖|开通|开工|投用|建有|拥有|聚集|评选|创新|申报"
)
"""Acts whose object, where it is counted, is a target."""

AIMS = re.compile("力争|确保|争取|目标|努力|每年|年均|逐年|每季度|每月|年度|预期")
"""Words that make a figure a target where no date is printed."""

GIVEN = re.compile(
    "给予|给于|补助|补贴|奖励|资助|贴息|奖补|奖金|减免|优惠|租金|免租|免费|减半|最高|最长|上限|报销|返还|罚款|年薪|风险补偿|"
    "每人|每家|每户|单个|单家|单笔|单次|每个项目|一次性|处以|折优惠|扣除|比例给|标准给|自付|免息"
)
"""Money and benefits handed out and their ceilings: figures of policy, not targets."""

DUES = re.compile(
    "缴纳|缴存|工资|薪酬|额度|股权投资|授信|利率|入股|计提|提取|分享|分成|留成|拨付|安排|予以|贷款|注册资本|出资"
)
"""Money that is a target only where a date holds."""

CONDITION = re.compile("(?:其中|同时)?(?:对|凡|符合|经(?!济|营|开|费)|属于|针对|且|年龄|若|如|连续|向|支持|鼓励|允许)")
"""How a clause opens that says for whom or when."""

LOWERED = re.compile(
    "降至|降到|降低到|压减到|压缩到|压缩至|压缩为|缩短到|缩短至|缩减到|缩减至|减少到|下降到|控制在|压缩|缩短|压减"
)
"""Acts that bring something down to a figure: 办理时限压缩至3个工作日以内 is a target, not a limit."""

INDICATORS = re.compile(
    "率|总值|GDP|进出口|比重|比例|占比|能耗|天数|强度|总量|规模|产值|增加值|收入|总额|数量|面积|能力|覆盖|水平"
)
"""Nouns whose level is a target even where neither a date nor an act is printed."""

PAST = re.compile("已(?:经)?(?:建成|达|完成|实现|有|形成|累计)|目前|现有|截至|截止|近年来|以来|上年|去年")
"""Statements of fact."""

NORMS = re.compile(
    r"应当|必须|原则上|一般(?!公共)|(?<!扩大)每个?(?:县|区|市|乡|镇|村)(?!民)|只减不增|不得|不(?:少于|低于|超过|高于)[\u4e00-\u9fff]{2,8}的(?=\d)"
)
"""Standing norms rather than targets."""

ONLY = re.compile("只减不增|只增不减|零增长")
"""Limits put in words."""

ASPIRED = re.compile("力争|争取|努力|力求|奋力")
"""Words by which the targets of a sentence are wished for rather than set."""

STRIVEN = re.compile("争当|争创|争做")
"""The same, for what is named right behind them."""

YEARLY = re.compile("每年|年均|逐年")
"""Words that make a number one of every year."""

EVERY_YEAR = re.compile("每年|逐年")
"""Those that hold for what follows in the clause too: 每年引进10个、培训500人; 年均增长7.5%、城镇化率达到65% does not."""

KINDS = re.compile("时速|限速|功率|口径|直径|高度|深度|电压|级别|量级")
"""What a figure describes a kind of thing by (时速120公里以上线路): no target."""

RAISED_TO = re.compile("(?:提高|提升|增加|扩大|降低|压减|减少|压缩|缩短)[^,;。]{2,16}[至到]$")
"""An act with its object between it and the figure: 提高占比至75%."""

SIZE = re.compile("平方|公里|亩|公顷|立方")
"""Units of size, by which what is to be built is described (打造1.8万平方米的载体)."""

DURATION = re.compile(r"年|月|周|天|日|小时|分钟|工作日|个月|个工作日|岁|年级")
"""Units of time count as targets only where time itself is the indicator (压缩至3个工作日以内)."""

TIME_GOALS = re.compile("压缩|缩短|控制|寿命|年限|降至|压减|提速|减少|天数|日数")

COVERAGE = WordTable(
    (
        r"(?:实现|达到|做到|确保|完成|推动|基本实现)[^,;。]{0,40}?(?:全覆盖|全面覆盖|清零|动态清零|全部达标|100%)(?!工程|行动|计划|[的、])",
    ),
    ("基本实现产业集聚区大中型工业企业省级以上研发机构全覆盖", "实现全覆盖", "确保行政村5G网络全覆盖"),
    ("实施大中型企业省级以上研发机构全覆盖工程", "构建全覆盖、分层次的课程体系"),
)
"""Targets that say 'all' without a figure."""

QUALITIES = re.compile(
    "提升|提高|增强|增长|增加|扩大|优化|改善|完善|健全|建立|建成|建设|形成|取得|实现|完成|达到|进入|走在|成为|打造|培育|发展|突破|构建|创建|推广|普及|"
    "消除|解决|降低|下降|减少|翻番|覆盖|领先|加快|加速|更加|更趋|显[著着]|明显|大幅|迈|突出|基本|全面|稳定|合理|凸显|涌现|释放|跃升|位居|跻身|争创|争当|保持|缩小|高于|转变"
)
"""Words by which a dated clause without a number is told for a target."""

PROCEDURES = re.compile(
    "报送|上报|报省|报市|备案|印发|施行|执行|有效期|征求意见|申报截止|公示|汇总|反馈|报告|废止|届满|免征|减征|留成|享受|延续|实行期"
)
"""Dated steps of procedure: no targets."""
