"""Who is said to say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.attribution import find_attribution, mentions_speech, starts_with_speech


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("According to the port authority, traffic rose 5%.", "the port authority"),
        ("Traffic rose 5%, according to the port authority.", "the port authority"),
        ("Maria Costa told reporters on Friday that traffic rose.", "Maria Costa"),
        ("The harbour board expects traffic to rise.", "The harbour board"),
        ("“We are ready,” said Maria Costa, head of the port.", "Maria Costa, head of the port"),
        ("In July, the Lisbon Port Association said traffic had doubled.", "the Lisbon Port Association"),
        ("海港管理局指出，貨運量增加了5%。", "海港管理局"),
        ("海港管理局局长陈大明在会上表示，货运量增加了5%。", "海港管理局局长陈大明"),
        ("據《海港晨報》報道，貨運量增加了5%。", "《海港晨報》"),
        ("根据国际港口协会的统计，货运量增加了5%。", "国际港口协会"),
        ("“我們已準備好。”局長陳大明說。", "局長陳大明"),
        ("業內人士預計貨運量將增加5%。", "業內人士"),
        ("参议员玛丽亚·科斯塔也警告称，货运量会下降。", "参议员玛丽亚·科斯塔"),
        ("Acme Ports 公司表示，貨運量增加了5%。", "Acme Ports 公司"),
    ],
)
def test_speakers(sentence: str, speaker: str) -> None:
    found = find_attribution(sentence)
    assert found is not None
    assert found.text == speaker
    assert sentence[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("晨報援引港口分析師王明的話稱，貨運量增加了5%。", ("港口分析師王明", "晨報")),
        (
            "Analysts at Harbour Watch, citing customs data, estimate that traffic doubled.",
            ("customs data", "Analysts at Harbour Watch"),
        ),
    ],
)
def test_chains_run_from_the_innermost_outwards(sentence: str, speakers: tuple[str, ...]) -> None:
    found = find_attribution(sentence)
    assert found is not None
    assert found.speakers == speakers
    assert sentence[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "sentence",
    [
        "The port reopened in May.",
        "It was reported that the port reopened.",
        "據報道，港口於五月重開。",
        "港口遭到媒体批评，随后关闭。",
        "一般來說，貨運量在冬季下降。",
        "国内港口投资预计突破300亿元。",
        "The company added 27 ships to its fleet.",
    ],
)
def test_nobody_is_named(sentence: str) -> None:
    assert find_attribution(sentence) is None


def test_pronouns_are_returned_as_they_stand() -> None:
    found = find_attribution("她指出，貨運量增加了5%。")
    assert found is not None and found.text == "她"


def test_who_made_it_known_speaks_no_further() -> None:
    for text in ("裂縫最早由《西岸郵報》披露", "裂缝最先由《西岸邮报》披露"):
        found = find_attribution(text)
        assert found is not None and found.passive and found.text.startswith("《西岸")
    said = find_attribution("《西岸郵報》披露，船殼有裂縫")
    assert said is not None and not said.passive


def test_the_speaker_outside_the_quotation_comes_first() -> None:
    found = find_attribution('"The minister said no yard will close," Ana Lopes said.')
    assert found is not None and found.text == "Ana Lopes"


def test_clauses_that_begin_with_speech() -> None:
    assert starts_with_speech("並強調不會關廠") and starts_with_speech("在多个场合表示不会关厂")
    assert not starts_with_speech("關閉了船廠") and not starts_with_speech("said it would close")


def test_mentions_of_speech() -> None:
    assert mentions_speech("媒體開始報道港口重開")
    assert not mentions_speech("港口重開")


@given(st.text(alphabet="港口指出表示據報道說稱，：“”。 援引 said according to The X,.", max_size=80))
def test_offsets_hold_for_any_text(text: str) -> None:
    found = find_attribution(text)
    assert found is None or (text[found.start : found.end] == found.text and found.speakers)
