"""What kind of body a common name means, and its functional line: a guess to start an entry with, for a person to check."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class CommonBody:
    """Names that match ``pattern`` (whole, folded, without their place) are ``kind`` in ``line``; ``tail`` ends the id."""

    pattern: str
    kind: str
    line: str
    tail: str
    takes: tuple[str, ...]
    leaves: tuple[str, ...] = ()


# The first that matches has it.
COMMON = (
    CommonBody("(?:人民)?政府办(?:公厅|公室)?", "office", "general-office", "gov-office", ("政府办公厅", "人民政府办公室"), ("政府",)),
    CommonBody("(?:党)?委办(?:公厅|公室)", "office", "party-office", "party-office", ("委办公厅",), ("编办",)),
    CommonBody("(?:人民)?政府", "government", "government", "government", ("人民政府", "政府"), ("政府办公厅",)),
    CommonBody("(?:党)?委", "party", "party-committee", "party-committee", ("委",), ("发改委",)),
    CommonBody("(?:委)?组织部", "party", "organisation", "organisation", ("委组织部",)),
    CommonBody("(?:委)?宣传部", "party", "publicity", "publicity", ("委宣传部",)),
    CommonBody("(?:委)?编办|机构编制委员会办公室", "office", "establishment", "establishment", ("编办", "委编办")),
    CommonBody("(?:委)?网信办|互联网信息办公室", "office", "cyberspace", "cyberspace", ("网信办", "委网信办")),
    CommonBody("(?:委)?金融办|地方金融(?:监管|监督管理|管理)局", "government", "financial-affairs", "financial-regulation", ("地方金融监管局", "金融办")),
    CommonBody("发(?:展)?(?:和)?改(?:革)?(?:委(?:员会)?|局)?", "government", "development-reform", "drc", ("发展改革委", "发改局", "发展和改革委员会"), ("改革办",)),
    CommonBody("经信(?:厅|局|委)|经济和?信息化(?:厅|局|委(?:员会)?)|工(?:业和)?信(?:息化)?(?:厅|局|委)", "government", "industry", "industry", ("经信局", "工信厅", "工业和信息化厅", "工信委", "经济信息化委"), ("网信办",)),
    CommonBody("(?:大)?数据(?:资源)?(?:发展)?(?:和)?(?:管理|服务)?局|政务服务和数据(?:资源)?管理局", "government", "data", "data", ("数据局", "大数据局", "数据资源管理局", "大数据发展管理局")),
    CommonBody("政务服务(?:管理)?(?:局|办|中心)|行政审批(?:服务)?局", "government", "government-services", "government-services", ("行政审批局", "政务服务管理局"), ("政务服务和数据管理局",)),
    CommonBody("科(?:学)?技(?:术)?(?:厅|局|委(?:员会)?)|科委", "government", "science", "science", ("科技局", "科学技术厅", "科委")),
    CommonBody("教育(?:厅|局)|教(?:育)?委(?:员会)?", "government", "education", "education", ("教育局", "教委")),
    CommonBody("公安(?:厅|局)", "government", "public-security", "public-security", ("公安局",)),
    CommonBody("民政(?:厅|局)", "government", "civil-affairs", "civil-affairs", ("民政局",)),
    CommonBody("司法(?:厅|局)", "government", "justice", "justice", ("司法局",)),
    CommonBody("财政(?:厅|局)", "government", "finance", "finance", ("财政局",)),
    CommonBody("税务局|国税局|地税局", "tax", "tax", "tax", ("税务局",)),
    CommonBody("人(?:力)?(?:资源)?(?:和)?社(?:会)?(?:保障)?(?:厅|局)", "government", "personnel", "personnel", ("人社局", "人力资源社会保障厅", "人力资源和社会保障厅")),
    CommonBody("医(?:疗)?保(?:障)?局", "government", "health-insurance", "health-insurance", ("医保局", "医疗保障局")),
    CommonBody("卫(?:生)?(?:和)?(?:健(?:康)?|计生|计划生育)(?:委(?:员会)?|局)", "government", "health", "health", ("卫生健康委", "卫健委", "卫生计生委")),
    CommonBody("自然资源(?:和规划)?(?:厅|局)|规(?:划(?:和)?)?(?:自然)?资源(?:厅|局)|国土资源(?:厅|局)", "government", "land", "natural-resources", ("自然资源和规划局", "国土资源厅", "规划资源局")),
    CommonBody("生态环境(?:厅|局)|环(?:境)?保(?:护)?(?:厅|局)", "government", "environment", "environment", ("生态环境局", "环保局")),
    CommonBody("住(?:房)?(?:和)?(?:城乡)?建(?:设)?(?:管理)?(?:厅|局|委(?:员会)?)|城建局", "government", "housing", "housing", ("住房城乡建设厅", "住建局", "住建委", "住房城乡建设管理委")),
    CommonBody("城(?:市)?管(?:理)?(?:行政)?(?:综合)?(?:执法)?(?:局|委)", "government", "other", "urban-management", ("城管局", "城市管理局", "城管执法局")),
    CommonBody("国防科(?:技)?工(?:业)?(?:办|局)(?:公室)?", "government", "industry", "defence-industry", ("国防科工办", "国防科工局")),
    CommonBody("交通(?:运输)?(?:厅|局|委)", "government", "transport", "transport", ("交通运输局", "交通局")),
    CommonBody("水(?:利|务)(?:厅|局)", "government", "water", "water", ("水利局", "水务局")),
    CommonBody("农业(?:农村|和农村)?(?:厅|局|委)|农牧(?:厅|局)", "government", "agriculture", "agriculture", ("农业农村局", "农牧厅")),
    CommonBody("乡村振兴局|扶贫办", "government", "rural-revitalisation", "rural-revitalisation", ("乡村振兴局",)),
    CommonBody("林(?:业)?(?:和)?草(?:原)?局|林业(?:厅|局)", "government", "forestry", "forestry", ("林草局", "林业和草原局")),
    CommonBody("商务(?:厅|局|委)", "government", "commerce", "commerce", ("商务局", "商务委")),
    CommonBody("招商(?:引资)?局|投(?:资)?促(?:进)?局|经(?:济)?合(?:作)?局", "government", "investment-promotion", "investment-promotion", ("招商局", "投资促进局")),
    CommonBody("文化?(?:和)?(?:广电和?)?旅(?:游)?(?:厅|局|委)|文化(?:厅|局)|文广旅局", "government", "culture-tourism", "culture-tourism", ("文化和旅游厅", "文旅局", "文化广电和旅游局")),
    CommonBody("体育局", "government", "sports", "sports", ("体育局",)),
    CommonBody("国(?:有)?资(?:产)?(?:监(?:督)?(?:管理)?)?委(?:员会)?", "government", "state-assets", "sasac", ("国资委", "国有资产监督管理委员会")),
    CommonBody("市场监(?:督)?(?:管|管理)局|工商局|质监局", "government", "market-regulation", "market-regulation", ("市场监管局", "市场监督管理局")),
    CommonBody("知识产权局", "government", "intellectual-property", "intellectual-property", ("知识产权局",)),
    CommonBody("应急(?:管理)?(?:厅|局)", "government", "emergency", "emergency", ("应急管理局",)),
    CommonBody("审计(?:厅|局)", "government", "audit", "audit", ("审计局",)),
    CommonBody("统计局", "government", "statistics", "statistics", ("统计局",)),
    CommonBody("能源局", "government", "energy", "energy", ("能源局",)),
    CommonBody("粮食(?:和物资储备)?局", "government", "grain", "grain", ("粮食和物资储备局",)),
    CommonBody("外事(?:办(?:公室)?|委)|外办", "government", "foreign-affairs", "foreign-affairs", ("外办", "外事办公室")),
    CommonBody("[^省市县区州]{0,6}海关(?:关区)?", "customs", "customs", "customs", ("海关", "张掖海关", "兰州海关"), ("海关总署驻某地",)),
    CommonBody("人(?:民银)?行.*(?:分行|支行|营业管理部)?", "institution", "financial-affairs", "peoples-bank", ("人行", "人民银行分行"), ("人社局",)),
    CommonBody("工商联", "people-organisation", "industry-commerce-federation", "industry-commerce-federation", ("工商联",)),
    CommonBody(".*(?:开发区|高新区|新区|园区|经开区|新片区|示范区)(?:管委会|管理委员会)?", "zone", "zones", "zone", ("高新区管委会", "经济技术开发区", "临港新片区管委会")),
    CommonBody(".*(?:领导小组|联席会议|指挥部|专班)(?:办公室)?", "coordinating", "other", "coordinating", ("工作专班", "领导小组办公室")),
    CommonBody(".*(?:公司|集团|银行|农信社|信用社|合作社|企业)", "enterprise", "other", "", ("文旅集团", "供电公司", "交通投资有限公司", "农业发展银行"), ("人民银行", "行政公署")),
    CommonBody(".*(?:[^委府局办]中心|[^领]站|推广站|事务所|研究所|研究院|科学院|设计院|学院|学校|大学|医院|图书馆|博物馆|文化馆)", "institution", "other", "", ("畜牧兽医站", "农技推广站", "项目服务中心", "农业科学院", "职业技术学院", "林业研究所", "博物馆"), ("政务服务中心", "派出所", "法院")),
)  # fmt: skip

OTHER = CommonBody(".+", "government", "other", "", ("某处", "派出所", "法院"))

_PLACE = re.compile(r"(?:全|各)?[^省市县区州]{0,6}?(?:省|自治区|市|州|县|区)(?:委(?=.*(?:部|办|编|网信)))?")


def common_body(name: str) -> CommonBody:
    """What a printed name (folded to Simplified) most likely is; ``OTHER`` where no row of the table takes it.

    >>> [common_body(n).line for n in ("市数据局", "省卫生健康委", "市委网信办", "甲市教委", "工作专班")]
    ['data', 'health', 'cyberspace', 'education', 'other']
    """
    bare = [name, *(name[m.end() :] for m in [_PLACE.match(name)] if m)]
    return next((b for b in COMMON for form in reversed(bare) if re.fullmatch(b.pattern, form)), OTHER)
