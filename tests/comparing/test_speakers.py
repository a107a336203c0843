"""Whose figure or forecast it is: another speaker's is another one, the same by another name is not."""

from __future__ import annotations

import pytest

from factcheck.comparing.speakers import speaker_difference
from factcheck.comparing.statement import Context, read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.model import Difference, DifferenceKind

VECTORS = StaticEncoder.builtin()


def _found(claim: str, sentence: str) -> Difference | None:
    ours, theirs = read_statement(claim), read_statement(sentence)
    return speaker_difference(ours, theirs, Context(), VECTORS)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (
            "Goldman Sachs expects spending of $527 billion.",
            "Morgan Stanley said spending would reach $527 billion.",
        ),
        ("美光預估，合約價將季增8%。", "TrendForce：第四季合約價預估季增8%。"),
        ("高盛预计，明年支出将达5000亿美元。", "摩根士丹利预计，明年支出将达5000亿美元。"),
        ("Sam Altman 表示短缺會延續到2027年。", "黃仁勳表示，短缺會延續到2027年。"),
    ],
)
def test_another_speaker(claim: str, sentence: str) -> None:
    found = _found(claim, sentence)
    assert found is not None
    assert found.kind is DifferenceKind.SPEAKER


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("NVIDIA said revenue rose 12%.", "輝達表示，營收成長12%。"),
        ("英伟达称营收增长12%。", "Nvidia said revenue rose 12%."),
        ("Revenue rose 12%.", "Goldman Sachs said revenue rose 12%."),
        (
            "Goldman Sachs expects $310 billion in 2028.",
            "Spending will reach $310 billion in 2028, according to our model.",
        ),
        ("高盛預估支出將達3,100億美元。", "支出將達3,100億美元。"),
    ],
)
def test_the_same_speaker_or_none(claim: str, sentence: str) -> None:
    assert _found(claim, sentence) is None


@pytest.mark.parametrize(
    ("text", "speaker", "own"),
    [
        ("TrendForce：第四季合約價預估季增8%。", "TrendForce", False),
        ("中汽協數據：9月銷量322萬輛。", "中汽協", False),
        ("Analysts at Morgan Stanley put spending at $527 billion.", "Morgan Stanley", False),
        ("中研院經濟所估計，關稅將使成長率減少0.5個百分點。", "中研院經濟所", False),
        ("国际数据公司（IDC）预测，出货量将增长8%。", "国际数据公司（IDC）", False),
        ("IAG has said it is interested in TAP.", "IAG", True),
        ("長榮航空表示，將訂購10架客機。", "長榮航空", True),
        ("Shipments rose 7%, Microsoft finance chief Amy Hood told analysts.", "Amy Hood", False),
    ],
)
def test_who_is_said_to_say_it(text: str, speaker: str, own: bool) -> None:
    found = read_statement(text).speaking
    assert found is not None
    assert speaker in found.text or found.text in speaker
    assert found.own_act is own


@pytest.mark.parametrize(
    "text", ["Shipments rose 7%.", "Broadcom FY25 Q3 revenue: $16 billion.", "出貨量成長7%。"]
)
def test_nobody_is_said_to_say_it(text: str) -> None:
    assert read_statement(text).speaking is None


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The finance ministry expects a deficit of 3%.", "央行預計赤字為3%。"),
        ("The mayor said the bridge will reopen in May.", "交通部長表示，大橋將於5月重啟。"),
        ("According to Canalys, shipments rose 7%.", "IDC：出貨量成長7%。"),
        ("中央氣象署預估今年有4個颱風。", "台灣大學教授預估，今年有4個颱風。"),
        ("國際貨幣基金預測成長2.4%。", "OECD forecasts growth of 2.4%."),
        ("Taiwan's central bank puts growth at 2.4%.", "中研院经济所估计增长2.4%。"),
    ],
)
def test_bodies_and_people_of_two_kinds(claim: str, sentence: str) -> None:
    found = _found(claim, sentence)
    assert found is not None
    assert found.kind is DifferenceKind.SPEAKER


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Analysts expect revenue of $54 billion.", "高盛預期營收540億美元。"),
        ("The company said shipments rose 7%.", "小米表示，出貨量成長7%。"),
        ("Nvidia expects revenue of $54 billion.", "輝達執行長黃仁勳預期營收540億美元。"),
        ("Reuters reported that the firm will cut 500 jobs.", "公司發言人表示，將裁員500人。"),
        ("The transport minister said the bridge will reopen.", "交通部長表示，大橋將重啟。"),
        (
            "WHO估計全球有3億人患病。",
            "The World Health Organization estimates that 300 million people are ill.",
        ),
        ("The industry body said output fell 3%.", "SEMI 表示，產量下降3%。"),
        ("IAG said it is interested in TAP.", "Lufthansa told Lisbon it is interested in TAP."),
    ],
)
def test_a_speaker_without_a_name_or_under_another_one_is_no_other(claim: str, sentence: str) -> None:
    assert _found(claim, sentence) is None


def test_a_speaker_of_the_title_may_speak_in_the_sentence() -> None:
    ours = read_statement("According to Canalys, shipments rose 7%.")
    theirs = read_statement("Shipments rose 7%, analyst Runar Bjorhovde said.")
    assert speaker_difference(ours, theirs, Context(keys=frozenset({"canalys"})), VECTORS) is None
