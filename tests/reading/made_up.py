"""Policy texts made up by hypothesis: every form of numbering, punctuation and frame the genre brings."""

from __future__ import annotations

from hypothesis import strategies as st

HAN = "省市县区发展改革推进支持鼓励园区产业创新合作机制建设完善加强服务企业项目资金人才土地生态环境"
CN = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]

words = st.text(alphabet=HAN, min_size=2, max_size=12)
sentences = st.builds(lambda ws: ",".join(ws) + "。", st.lists(words, min_size=1, max_size=4))
tails = st.sampled_from(
    [
        "",
        "(责任单位:省发展改革委、省财政厅)",
        "（省商务厅牵头，省科技厅等部门配合）",
        "(实施主体:各县区;市工信局牵头,市直相关部门配合)",
    ]
)
breaks = st.sampled_from(["\n", "\r\n", "\n\n", "\n　　"])


@st.composite
def policy(draw: st.DrawFn) -> tuple[str, list[str], list[str]]:
    """A text with its expected refs and headings: sections 一、 with items （一） or without."""
    paren = draw(st.sampled_from(["({})", "（{}）"]))
    runs_on = draw(st.booleans())
    line = draw(breaks)
    lines = ["关于" + draw(words) + "的实施意见", draw(sentences)]
    refs: list[str] = []
    headings: list[str] = []
    number = 0
    for s in range(draw(st.integers(1, 4))):
        title = draw(words)
        lines.append(f"{CN[s]}、{title}")
        items = draw(st.integers(0, 3))
        if not items:
            lines.append(draw(sentences))
            refs.append(str(s + 1))
            headings.append(title)
        number = number if runs_on else 0
        for _ in range(items):
            number += 1
            heading = draw(words)
            lines.append(
                paren.format(CN[number - 1]) + heading + "。" + draw(sentences) + draw(sentences) + draw(tails)
            )
            refs.append(f"{s + 1}.{number}")
            headings.append(heading)
    return line.join(lines), refs, headings
