"""What follows from only, every and if, in English, in both Chinese scripts and in mixed texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.bound import in_bounds
from factcheck.comparing.comparison import compare
from factcheck.comparing.follows import Follows
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.judges import Pair, load_judge
from factcheck.judges.steps import Rule
from factcheck.model import Stance

_CASES = [
    ("Veltron sells the H20 to China.", "Veltron only sells the B30 to China.", Follows.FAILS),
    ("Veltron did not visit Hefei.", "Veltron only visited Wuhan and Chengdu.", Follows.HOLDS),
    ("Veltron visited Chengdu.", "Veltron only visited Wuhan, Hefei and Chengdu.", Follows.HOLDS),
    ("Veltron sells the H20 in China.", "Veltron only sells the H20 and the B30 in China.", Follows.HOLDS),
    ("Oakline makes the Falcon 4.", "Only Veltron makes the Falcon 4.", Follows.FAILS),
    ("Veltron makes the Falcon 4.", "Only Veltron makes the Falcon 4.", Follows.HOLDS),
    ("Ann visited Hefei.", "Bob only visited Hefei.", Follows.OPEN),
    ("Lin visited more than three cities.", "Lin only visited Wuhan and Hefei.", Follows.FAILS),
    ("Ann visited Hefei.", "Everyone visited Wuhan, Hefei and Chengdu.", Follows.HOLDS),
    ("Ann did not visit Hefei.", "Everyone visited Wuhan and Hefei.", Follows.FAILS),
    ("Ann left.", "Bob stayed. If Bob stayed, then Ann left.", Follows.HOLDS),
    ("Ann left.", "Bob did not stay. If Bob stayed, then Ann left.", Follows.OPEN),
    ("澄岳向中國出售岳峰3。", "澄岳只向中國出售岳峰2。", Follows.FAILS),
    ("澄岳向中国出售岳峰2。", "澄岳只向中国出售岳峰1和岳峰2。", Follows.HOLDS),
    ("曜川生產岳峰3。", "只有澄岳生產岳峰3。", Follows.FAILS),
    ("澄岳没有访问过合肥。", "澄岳只访问过武汉、成都和南京。", Follows.HOLDS),
    ("林訪問過不到十個城市。", "林只訪問過武漢和合肥。", Follows.HOLDS),
    ("林访问过超过三个城市。", "林只访问过武汉和合肥。", Follows.FAILS),
    ("林去過合肥。", "每個人都去過武漢、合肥和成都。", Follows.HOLDS),
    ("林没去过合肥。", "每个人都去过每一个地方。", Follows.FAILS),
    ("有人去過合肥。", "有人去過每一個地方。", Follows.HOLDS),
    ("林去过合肥。", "有人去过每一个地方。", Follows.OPEN),
    ("林去過合肥。", "陳沒去過武漢，如果陳沒去過武漢，那麼林去過合肥。", Follows.HOLDS),
    ("林没去过合肥。", "陈没去过武汉，如果陈没去过武汉，那么林去过合肥。", Follows.FAILS),
    ("Veltron出售H20。", "Veltron只出售B30。", Follows.FAILS),
    ("Veltron出售H20。", "只有Oakline出售H20。", Follows.FAILS),
    ("林去過Hefei。", "每個人都去過Wuhan和Hefei。", Follows.HOLDS),
]
_NOTHING = [
    ("Veltron sells chips.", "Veltron only sells chips to firms with a licence."),
    ("Veltron trains engineers in China.", "Veltron only sells chips in China."),
    ("Mozart had two sons.", "He only had two daughters."),
    ("Increases in heat cost money.", "Not only do increases in heat cost money."),
    ("張家養了52隻羊。", "張家養了32隻羊。"),
    ("张家养了52只羊。", "张家养了32只羊。"),
    ("澄岳出售岳峰2。", "只要澄岳出售岳峰2，曜川就降價。"),
    ("澄岳的報告是栽贓。", "所謂報告只不過是栽贓。"),
    ("林去過合肥。", "林每年都很忙。"),
    ("", "Only Veltron makes the Falcon 4."),
    ("Veltron只出售B30，也只出租A800。", "Veltron只出售B30。"),
]


@pytest.mark.parametrize(("claim", "sentence", "found"), _CASES)
def test_what_is_bound_decides(claim: str, sentence: str, found: Follows) -> None:
    assert in_bounds(read_statement(claim), read_statement(sentence)) is found


@pytest.mark.parametrize(("claim", "sentence"), _NOTHING)
def test_nothing_follows_without_a_common_predicate(claim: str, sentence: str) -> None:
    assert in_bounds(read_statement(claim), read_statement(sentence)) is None


@pytest.mark.parametrize(("claim", "sentence", "found"), _CASES)
def test_the_judge_takes_the_side_that_follows(claim: str, sentence: str, found: Follows) -> None:
    comparison = compare(read_statement(claim), read_statement(sentence), StaticEncoder.builtin())
    (judgement,) = load_judge("builtin").judge([Pair(claim, sentence, comparison)])
    stances = {
        Follows.HOLDS: Stance.SUPPORTS,
        Follows.FAILS: Stance.CONTRADICTS,
        Follows.OPEN: Stance.NEUTRAL,
    }
    assert judgement.stance is stances[found]
    assert Rule.FOLLOWED in [step.rule for step in judgement.steps]


@given(
    st.text(alphabet="林陳 去過只有每個人都没如果那么，、和合肥A800only every if ,.then not", max_size=40),
    st.text(alphabet="林陳 去過只有每個人都没如果那么，、和合肥A800only every if ,.then not", max_size=60),
)
def test_any_text_is_read(claim: str, sentence: str) -> None:
    found = in_bounds(read_statement(claim), read_statement(sentence))
    assert found is None or found in Follows
