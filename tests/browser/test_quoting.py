"""/check/: a quotation as people have it, with its marks, its source, its notes, several at once, and of any length."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

X = "探索建立省际交界经济合作区"
Y = "积极推动甘陕宁蒙、甘新藏青、甘陕青川省际交界区域协作"
FALSE = "春江潮水连海平海上明月共潮生"
ADDRESS = "https://example.org/measures/gansu-enclave-economy/3.3/#s1"

# What is pasted, and the verdict on each piece of it.
CASES = {
    f"「{Y}，{X}。」——甘办发〔2023〕15号，三、（三），{ADDRESS}": ["same"],
    f"“{X}”（甘办发〔2023〕15号)": ["same"],
    f"“{X}”①": ["same"],
    f"“{X}。”[3]": ["same"],
    f"{X}¹": ["same"],
    f"{Y}，①{X}。②": ["same"],
    f"{X}（甘办发〔2023〕15号）": ["same"],
    f"{X}。——《关于促进“飞地经济”发展的指导意见》": ["same"],
    f"{X} {ADDRESS}": ["same"],
    f'"{X}"(甘办发[2023]15号)': ["same"],
    f"『{X}』（第3页）": ["same"],
    f"> {X}": ["same"],
    f"“{X}": ["same"],
    f"甘办发〔2023〕15号提出，“{X}”。": ["same"],
    f"文件提出“{Y}”，并要求“{X}”。": ["same", "same"],
    f"文件提出“{Y}”，并要求“{FALSE}”。": ["same", "none"],
    f"“积极推动甘陕宁蒙……{X}”①": ["same", "same"],
    f"「{X}」——甘办发〔2023〕15号\n「{Y}」——甘办发〔2023〕15号": ["same", "same"],
    f"{X}\n\n{FALSE}\n{Y}": ["same", "none", "same"],
    # What a text itself has between quotation marks is a term, not a quotation; one invented word does not become true by it.
    "深化“放管服”改苹": ["words"],
    f"{FALSE}“放管服”{FALSE}": ["none"],
    "“落实兰西城市群“１＋３＋１０”协议”": ["words"],
    # Nobody sees these characters, or sees the same in them.
    "探索\u00ad建立\u200e省际\ufe0f交界\u3164经济\u180e合作区": ["form"],
    "探索建立省际交界经济合作区".replace("立", "⽴"): ["form"],
}


@pytest.fixture
def check(page: Page, site_url: str) -> Page:
    page.goto(f"{site_url}check/?form=reading")
    return page


def submit(page: Page, quotation: str) -> list[str | None]:
    page.get_by_label("引文", exact=True).fill(quotation)
    page.get_by_role("button", name="核对").click()
    expect(page.locator(".pp-checked").first).to_be_visible()
    return [s.get_attribute("data-verdict") for s in page.locator(".pp-checked").all()]


def test_quotations_are_judged_without_what_is_around_them(check: Page) -> None:
    told = check.evaluate(
        """async (pastes) => {
          const here = (name) => import(new URL(`../assets/js/check/${name}.js`, location.href));
          const [{ loadSources }, { judge }, { reader }] = await Promise.all(["texts", "judge", "how-to-cut-paste"].map(here));
          const { sources, fold } = await loadSources();
          const read = reader(judge(sources, fold));
          const told = [];
          for (const pasted of pastes) told.push((await read(pasted, false)).results.map((r) => r.findings[0]?.verdict ?? "none"));
          return told;
        }""",
        list(CASES),
    )
    assert dict(zip(CASES, told, strict=True)) == CASES


def test_what_was_not_checked_is_said(check: Page) -> None:
    assert submit(check, f"文件提出“{X}”（见第3页）。") == ["same"]
    expect(check.locator(".pp-aside")).to_contain_text("没有核对")
    expect(check.locator(".pp-aside li")).to_have_text(["文件提出", "（见第3页）。"])


def test_what_the_tools_of_a_sentence_copy_is_accepted(check: Page, site_url: str) -> None:
    reader = check.context.new_page()
    reader.goto(f"{site_url}measures/gansu-enclave-economy/3.3/")
    quotation = reader.evaluate(
        """async () => {
          const { quotationOf } = await import(new URL("../../../assets/js/reading/sentences.js", location.href));
          return quotationOf(document.querySelector(".pp-text .pp-s[id]"));
        }"""
    )
    assert submit(check, quotation) == ["same"]


def test_a_long_paste_is_checked_to_its_end(check: Page, site: Path) -> None:
    source = json.loads((site / "assets/check/zhangye-county-economy.json").read_text("utf-8"))["text"]
    assert submit(check, source[2000:4000] + "这一段纯属虚构" * 31) == ["words"]
    assert len(check.locator(".pp-checked del").last.inner_text()) > 200
    invented = FALSE * 10
    assert submit(check, f"{source[1000:4500]}\n{invented}")[-1] in ("words", "none")
