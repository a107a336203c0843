"""Claims read into slots and held against sentences: both sides' words, and every mark, in each language."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.comparing.comparison import Comparison, compare
from factcheck.comparing.marks import Mark, Row
from factcheck.comparing.reading import read_passage
from factcheck.comparing.slot_rows import slot_rows
from factcheck.comparing.slots import Slot, read_slots
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.language.facts import find_facts
from factcheck.model import DifferenceKind

_DAY = date(2025, 12, 1)


def _pair(claim: str, sentence: str, title: str = "") -> tuple[Comparison, tuple[Row, ...]]:
    ours = read_statement(claim, reference_date=_DAY)
    reading = read_passage(sentence, find_facts(sentence, reference_date=_DAY), title=title, context="")
    comparison = compare(ours, reading.statement, StaticEncoder.builtin(), reading.context)
    return comparison, slot_rows(ours, reading, comparison)


def _told(rows: tuple[Row, ...], slot: Slot) -> list[tuple[str, Mark, str]]:
    return [(row.claim.text, row.mark, row.passage.text) for row in rows if row.slot is slot]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "According to SIA, NVIDIA may lose $8 billion in October 2024 in Europe",
            {
                Slot.WHO: [("SIA", ""), ("NVIDIA", "")],
                Slot.FIGURE: [("$8 billion", "8,000,000,000 USD")],
                Slot.TIME: [("October 2024", "2024-10")],
                Slot.MODALITY: [("According to", ""), ("may", "")],
            },
        ),
        (
            "輝達去年10月可能損失80億美元",
            {
                Slot.WHO: [("輝達", "nvidia")],
                Slot.FIGURE: [("80億美元", "8,000,000,000 USD")],
                Slot.TIME: [("去年10月", "2024-10")],
                Slot.MODALITY: [("可能", "")],
            },
        ),
        (
            "英伟达去年10月可能损失80亿美元",
            {
                Slot.WHO: [("英伟达", "nvidia")],
                Slot.FIGURE: [("80亿美元", "8,000,000,000 USD")],
                Slot.TIME: [("去年10月", "2024-10")],
                Slot.MODALITY: [("可能", "")],
            },
        ),
        (
            "NVIDIA 在去年10月 lost 80億美元",
            {
                Slot.WHO: [("NVIDIA", "")],
                Slot.FIGURE: [("80億美元", "8,000,000,000 USD")],
                Slot.TIME: [("去年10月", "2024-10")],
            },
        ),
    ],
)
def test_a_claim_is_read_into_slots_with_its_own_words(
    text: str, read: dict[Slot, list[tuple[str, str]]]
) -> None:
    found = read_slots(read_statement(text, reference_date=_DAY))
    for slot, wanted in read.items():
        assert [(words.text, words.value) for one, words in found if one is slot] == wanted
    for slot, words in found:
        told = [text[start:end] for start, end in words.spans]
        assert words.text == (" … " if slot is Slot.ASSERTED else ", ").join(told)
    order = list(Slot)
    assert [order.index(slot) for slot, _ in found] == sorted(order.index(slot) for slot, _ in found)


@pytest.mark.parametrize(
    ("claim", "sentence", "slot", "row"),
    [
        ("輝達營收80億美元", "NVIDIA's revenue was $8B.", Slot.FIGURE, ("80億美元", Mark.AGREES, "$8B")),
        ("輝達營收80億美元", "NVIDIA's revenue was $8B.", Slot.WHO, ("輝達", Mark.AGREES, "NVIDIA")),
        ("订单达80亿美元", "訂單達90億美元。", Slot.FIGURE, ("80亿美元", Mark.DIFFERS, "90億美元")),
        (
            "订单达80亿元人民币",
            "Orders reached $80亿美元.",
            Slot.FIGURE,
            ("80亿元人民币", Mark.DIFFERS, "$80亿美元"),
        ),
        ("Orders reached $8 billion", "訂單很多。", Slot.FIGURE, ("$8 billion", Mark.UNSTATED, "")),
        (
            "It loses $8 billion over three years",
            "本季度將損失80億美元。",
            Slot.TIME,
            ("three years", Mark.APART, "本季度"),
        ),
        (
            "禁令於7月15日解除",
            "The ban was lifted on August 11, 2025.",
            Slot.TIME,
            ("7月15日", Mark.DIFFERS, "August 11, 2025"),
        ),
        (
            "Sales fell in July 2025",
            "2025年7月銷售下滑。",
            Slot.TIME,
            ("July 2025", Mark.AGREES, "2025年7月"),
        ),
        ("Total revenue fell 12%", "数据中心营收下降12%。", Slot.SCOPE, ("Total", Mark.APART, "数据中心")),
        (
            "數據中心營收下降12%",
            "Data-center revenue fell 12%.",
            Slot.SCOPE,
            ("數據中心", Mark.AGREES, "Data-center"),
        ),
        ("商務部批准出口", "商务部禁止出口。", Slot.ASSERTED, ("批准", Mark.DIFFERS, "禁止")),
        ("The office approved exports", "辦公室批准出口。", Slot.ASSERTED, ("approved", Mark.AGREES, "批准")),
        ("The plant opened", "The plant may open next year.", Slot.MODALITY, ("opened", Mark.APART, "may")),
        ("華為推出晶片", "英伟达推出芯片。", Slot.WHO, ("華為", Mark.DIFFERS, "英伟达")),
        ("AMD營收增長12%", "NVIDIA revenue grew 15%.", Slot.WHO, ("AMD", Mark.APART, "NVIDIA")),
        ("輝達表示營收增長12%", "輝達表示，營收增長12%。", Slot.SPEAKER, ("輝達", Mark.AGREES, "輝達")),
    ],
)
def test_both_sides_of_a_slot_with_their_mark(
    claim: str, sentence: str, slot: Slot, row: tuple[str, Mark, str]
) -> None:
    assert row in _told(_pair(claim, sentence)[1], slot)


def test_a_name_of_the_title_agrees_without_words_of_the_passage() -> None:
    _, rows = _pair("輝達營收80億美元", "Revenue was $8B.", title="NVIDIA's quarter")
    (row,) = [row for row in rows if row.slot is Slot.WHO]
    assert (row.mark, row.passage.text, row.around) == (Mark.AGREES, "", True)


def test_a_rise_beside_a_fall_differs_though_the_figure_is_one() -> None:
    _, rows = _pair("Revenue rose 6%", "Revenue fell 6%.")
    (row,) = [row for row in rows if row.slot is Slot.FIGURE]
    assert (row.mark, row.claim.value, row.passage.value) == (Mark.DIFFERS, "+6%", "-6%")


def test_a_negated_act_is_shown_with_its_negation() -> None:
    _, rows = _pair("The office did not approve the sale", "The office approved the sale.")
    assert ("not approve", Mark.DIFFERS, "approved") in _told(rows, Slot.ASSERTED)


DIFFERENT = [
    ("It loses $8 billion over three years.", "本季度將損失80億美元。"),
    ("禁令於7月15日解除。", "The ban was lifted on August 11, 2025."),
    ("Total revenue fell 12%.", "数据中心营收下降12%。"),
    ("商務部批准出口。", "商务部禁止出口。"),
    ("The plant opened.", "The plant may open next year."),
    ("華為推出晶片。", "英伟达推出芯片。"),
    ("AMD營收增長12%。", "NVIDIA revenue grew 15%."),
    ("Lanxi ranked second in China.", "Lanxi came fourth in China."),
    ("澜溪营收为40亿元。", "瀾溪營收為25億元。"),
]


@pytest.mark.parametrize(("claim", "sentence"), DIFFERENT)
def test_every_difference_found_has_a_row_that_says_so(claim: str, sentence: str) -> None:
    comparison, rows = _pair(claim, sentence)
    assert comparison.differences
    for one in comparison.differences:
        mark = Mark.APART if one.kind in comparison.apart else Mark.DIFFERS
        assert any(
            row.mark is mark and one.claim in row.claim.text and one.evidence in row.passage.text
            for row in rows
        ), one


@pytest.mark.parametrize(("claim", "sentence"), DIFFERENT)
def test_the_words_of_a_row_stand_where_it_says(claim: str, sentence: str) -> None:
    for row in _pair(claim, sentence)[1]:
        for words, text in ((row.claim, claim), (row.passage, sentence)):
            assert not words.spans or words.text == ", ".join(text[start:end] for start, end in words.spans)


def test_rows_say_apart_exactly_where_the_comparison_keeps_apart() -> None:
    for claim, sentence in DIFFERENT:
        comparison, rows = _pair(claim, sentence)
        assert comparison.keeps_apart is any(row.mark is Mark.APART for row in rows)


def test_every_kind_of_difference_has_a_slot() -> None:
    from factcheck.comparing.slot_rows import _SLOT_OF

    assert set(_SLOT_OF) == set(DifferenceKind)
