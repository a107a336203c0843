"""Who does it: the actor that a clause begins with, or the one behind by and 被."""

from __future__ import annotations

import pytest

from factcheck.comparing.names import Event, compare_names
from factcheck.comparing.roles import doers, is_person_like
from factcheck.comparing.statement import read_statement
from factcheck.model import DifferenceKind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pfizer bought Metsera for $10 billion.", ["Pfizer"]),
        ("Metsera was acquired by Pfizer for $10 billion.", ["Pfizer"]),
        ("輝瑞以百億美元買下Metsera。", ["輝瑞"]),
        ("Metsera被輝瑞以百億美元收購。", ["輝瑞"]),
        ("Pfizer 以百億美元買下 Metsera。", ["Pfizer"]),
        ("After AMD's deal, Nvidia cut prices.", ["Nvidia"]),
        ("In March, the Dutch firm ASML shipped 10 tools to SK Hynix.", ["ASML"]),
        ("Nvidia's Jensen Huang met Donald Trump on Friday.", ["Nvidia", "Jensen Huang"]),
        ("蘋果與高通簽署協議。", ["蘋果", "高通"]),
        ("Rivian laid off 600 workers.", ["Rivian"]),
        ("星宇航空訂購10架客機。", ["星宇航空"]),
        ("Counterpoint said Xiaomi sold 43 million phones.", ["Xiaomi"]),
        ("Counterpoint指出，小米卖出4300万部手机。", ["小米"]),
    ],
)
def test_who_does_it(text: str, names: list[str]) -> None:
    assert [one.text for one in doers(read_statement(text))] == names


@pytest.mark.parametrize(
    "text",
    [
        "Revenue rose 12% in the quarter.",
        "Shares fell on Monday.",
        "Construction began in May.",
        "Nothing has changed since.",
        "Police said nobody was hurt.",
        "營收成長12%。",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert doers(read_statement(text)) == ()


def _replaced(claim: str, sentence: str, event: Event = Event()) -> tuple[str, str] | None:  # noqa: B008
    found = compare_names(read_statement(claim), read_statement(sentence), frozenset(), event).replaced
    if found is None:
        return None
    assert found.kind is DifferenceKind.NAME
    return found.claim, found.evidence


@pytest.mark.parametrize(
    ("claim", "sentence", "pair"),
    [
        ("AMD will sell 18,000 chips to Humain.", "輝達將出售1.8萬顆晶片給Humain。", ("AMD", "輝達")),
        ("OpenAI提出以345億美元收購Chrome。", "Perplexity AI offered $34.5 billion for Chrome.", None),
        ("Seagen was acquired by Pfizer.", "Seagen被默沙東收購。", ("Pfizer", "默沙東")),
        ("Toyota 召回62萬輛車。", "本田召回62万辆车。", ("Toyota", "本田")),
        ("Rivian laid off 600 workers.", "Lucid laid off 600 workers.", ("Rivian", "Lucid")),
        (
            "Orlin Foods named Amanda Kirsch chief executive.",
            "Orlin Foods named Peter Halloran chief executive.",
            ("Amanda Kirsch", "Peter Halloran"),
        ),
        ("华为推出昇腾910D。", "華為推出昇騰950PR，2027年再推960。", ("910D", "950PR")),
        ("AWS rents out Trainium chips.", "Google 出租 TPU 晶片。", ("AWS", "Google")),
    ],
)
def test_another_actor_or_product(claim: str, sentence: str, pair: tuple[str, str] | None) -> None:
    found = _replaced(claim, sentence)
    if pair is None:
        assert found is not None
    else:
        assert found == pair


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Seagen was acquired by Pfizer.", "輝瑞收購Seagen。"),
        ("NVDA posted a margin of 72%.", "NVIDIA 公布毛利率72%。"),
        ("長榮訂購10架客機。", "長榮航空訂購10架客機。"),
        ("The US Commerce Department halted sales.", "BIS 叫停銷售。"),
        ("Google will rent out TPUs.", "Alphabet will rent out TPUs."),
        ("Halvorsen Marine will build the ship.", "哈沃森海事將建造該船。"),
        ("Shipments rose 7%.", "IDC：出貨量成長7%。"),
        ("Goldman Sachs expects growth of 2%.", "Morgan Stanley expects growth of 2%."),
        ("Revenue at Xiaomi rose 12%.", "小米營收成長12%，優於蘋果。"),
    ],
)
def test_one_actor_by_two_names_or_a_mere_speaker(claim: str, sentence: str) -> None:
    assert _replaced(claim, sentence) is None


def test_a_doer_in_another_clause_than_the_one_that_tells_the_matter_is_replaced() -> None:
    claim = "諾和諾德以100億美元買下Metsera。"
    sentence = "Pfizer 以 US$10 billion 買下 Metsera，擊退 Novo Nordisk 的 rival bid。"
    clause = (0, sentence.index("，") + 1)
    assert _replaced(claim, sentence, Event(clause, agrees=True)) == ("諾和諾德", "Pfizer")
    beaten = "Novo Nordisk's bid failed, as Pfizer said on Friday."
    assert _replaced(claim, beaten, Event(None, agrees=False)) is None


@pytest.mark.parametrize(
    ("name", "person"), [("Amy Hood", True), ("Loudoun County", False), ("Metsera", False), ("IAG", False)]
)
def test_names_in_the_form_of_a_persons(name: str, person: bool) -> None:
    statement = read_statement(f"The report names {name} twice.")
    assert [is_person_like(one) for one in statement.names] == [person]
