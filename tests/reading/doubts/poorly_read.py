"""Small texts that are read poorly, by the sign that tells it."""

from __future__ import annotations

FILLER = "各部门要认真研究，加强协调，明确责任，强化保障，确保各项任务落到实处。"
SOUND = f"关于加强工作的意见\n一、总体要求\n{FILLER}\n二、重点任务\n（一）建设园区。{FILLER}\n（二）培育企业。{FILLER}"
_MANY = list(enumerate("甲乙丙丁戊己庚辛", 1))

POORLY_READ: dict[str, str] = {
    "doubt-no-measures": "关于情况的报告\n" + (FILLER + "\n") * 15,
    "doubt-little-text": "关于情况的通报\n"
    + (FILLER + "\n") * 20
    + "一、提高认识。加强学习。\n二、抓好落实。明确分工。\n",
    "doubt-articles-unused": "关于规定的通知\n一、总则第一条适用于园区、第二条适用于企业、第三条适用于人才、第四条适用于资金\n二、其他。"
    + FILLER,
    "doubt-sections-unused": f"关于加强工作的意见\n{FILLER}一、甲类。二、乙类。三、丙类。\n一、建设园区。{FILLER}\n二、培育企业。{FILLER}",
    "doubt-decimals-unused": "关于加强工作的意见\n一、建设园区\n"
    + "".join(f"1.{n} 甲{FILLER}\n" for n in (2, 7, 4, 9)),
    "doubt-points-unused": "关于加强工作的意见\n一、重点任务\n"
    + "".join(f"{n}）建设平台{n}。{FILLER}\n" for n in range(1, 9)),
    "doubt-swollen": "关于加强工作的意见\n一、重点任务\n"
    + "".join(f"推进工作{c}类。{FILLER * n}\n" for n, c in _MANY)
    + "二、保障措施\n加强领导。\n",
    "doubt-headings-inside": f"关于加强工作的意见\n（一）建设园区。{FILLER}\n（二）培育企业。{FILLER}\n重点任务安排\n（三）引进人才。{FILLER}\n"
    f"组织保障措施\n（四）加强领导。{FILLER}\n",
    "doubt-loose-paragraphs": "关于加强工作的意见\n"
    + "".join(f"{c}、任务{c}\n" + "".join(f"今年以来{FILLER * n}\n" for n in (4, 5, 6, 7)) for c in "一二三"),
    "doubt-chapters-only": f"某市管理办法\n第一章 总则\n{FILLER}\n第二章 申报\n{FILLER}\n第三章 附则\n{FILLER}",
    "doubt-late-beginning": f"关于加强工作的意见\n四、重点任务\n{FILLER}\n五、保障措施\n{FILLER}\n六、附则\n{FILLER}",
    "doubt-table-unused": SOUND + "\n" + "年份\t产值\t人数\n" + "2021\t100\t20\n" * 5,
    "doubt-table-glued": SOUND + "\n序号项目名称牵头单位配合单位1增加学位市教育局各街道2促进就业市人社局各街道\n",
    "doubt-unequal-depth": "关于加强工作的意见\n一、重点任务\n（一）企业培育。按下列办法，加大扶持；\n1.给予补贴；\n2.给予奖励；\n"
    "3.给予贴息。\n（二）园区建设\n1.建设道路。完善管网。（责任单位：市住建局）\n2.建设厂房。提供场地。（责任单位：市工信局）\n",
    "doubt-heading-sentence": "关于加强工作的意见\n"
    + "".join(
        f"{c}、各有关部门要认真研究，加强协调，按照职责分工做好各项{FILLER[:8]}工作\n{FILLER}\n" for c in "一二三四"
    ),
    "doubt-tiny-measures": "成员名单\n" + "".join(f"{c}、张某某\n" for c in "一二三四五六七"),
    "doubt-long-measures": "关于加强工作的意见\n"
    + "".join(f"{c}、重点任务{c}\n{'加快建设步伐，完善基础设施。' * 200}\n" for c in "一二"),
    "doubt-contents": SOUND + "\n二、重点任务…………12\n",
    "doubt-numbering": "关于加强工作的意见\n"
    + "".join(f"一、建设{c}。{FILLER}\n二、培育{c}。{FILLER}\n二、服务{c}。{FILLER}\n" for c in "甲乙丙丁"),
    "doubt-gaps": "关于加强工作的意见\n" + "".join(f"{c}、建设{c}。{FILLER}\n" for c in "一三五七九"),
    "doubt-name": SOUND + "（责任单位：市科技局、加强部门协调联动机制）",
    "doubt-clause-unread": "关于加强工作的意见\n责任单位：市科技局\n" + SOUND,
    "doubt-date": "关于加强工作的意见\n某政发〔2023〕5号\n一、建设园区。完善设施。\n二、培育企业。加大扶持。\n某市人民政府\n2021年5月6日\n",
    "doubt-indicator": "关于加强工作的意见\n一、目标\n到2027年，与产业发展相适应的体系基本建成。\n二、任务\n加强领导。\n",
    "doubt-title": "一、总体要求\n" + FILLER * 40,
}
