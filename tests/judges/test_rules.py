"""Each rule of comparing, to the number: what it leaves of a model's own answer, in each kind of text."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.comparing.comparison import Comparison, compare
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.judges import Rule
from factcheck.judges.rules import Ruled, Weighed, differs_exactly, within_rules

_DAY = date(2025, 12, 1)


def compared(claim: str, sentence: str) -> Comparison:
    ours, theirs = (read_statement(text, reference_date=_DAY) for text in (claim, sentence))
    return compare(ours, theirs, StaticEncoder.builtin())


def told(found: Ruled) -> list[tuple[Rule, float, float]]:
    """The steps, rounded as far as they are meant."""
    assert (found.supports, found.contradicts) == found.steps[-1][1:]
    return [(step.rule, round(step.supports, 6), round(step.contradicts, 6)) for step in found.steps]


SAME = [
    ("Veltron sold 300,000 chips in May.", "Veltron sold 300,000 chips in May."),
    ("啟明半導體營收為25億元。", "啟明半導體營收為25億元。"),
    ("启明半导体营收为25亿元。", "啟明半導體營收為25億元。"),
    ("Veltron 的營收 is 25億元。", "Veltron 的營收 is 25億元。"),
]
OTHER_VALUE = [
    ("Veltron sold 300,000 chips in May.", "Veltron sold 450,000 chips in May."),
    ("啟明半導體營收為40億元。", "啟明半導體營收為25億元。"),
    ("启明半导体营收为40亿元。", "啟明半導體營收為25億元。"),
    ("Veltron 的營收 is 40億元。", "Veltron 的營收 is 25億元。"),
]
OTHER_PERIOD = [
    ("Veltron loses $8 billion over three years.", "Veltron本季度将损失80亿美元。"),
    ("維創三年損失80億美元。", "维创本季度损失80亿美元。"),
]


@pytest.mark.parametrize(("claim", "sentence"), SAME)
def test_where_all_slots_meet_it_bears_on_the_claim(claim: str, sentence: str) -> None:
    comparison = compared(claim, sentence)
    assert comparison.slots_meet and not comparison.differences
    found = within_rules(Weighed(0.5, 0.05), comparison, 0.0)
    share = 0.05 / 0.55
    lifted = (Rule.SLOTS_MEET, round(0.75 * (1 - share), 6), round(0.75 * share, 6))
    assert told(found) == [(Rule.WEIGHED, 0.5, 0.05), lifted]
    assert found.apart == 0.0
    assert told(within_rules(Weighed(0.7, 0.05), comparison, 0.0)) == [(Rule.WEIGHED, 0.7, 0.05)]


@pytest.mark.parametrize(("claim", "sentence"), SAME)
def test_where_nothing_differs_words_hardly_contradict(claim: str, sentence: str) -> None:
    comparison = compared(claim, sentence)
    lowered = (Rule.NOTHING_DIFFERS, round(0.8 * 0.85, 6), round(0.8 * 0.15, 6))
    for share in (0.16, 0.5, 0.84):
        found = within_rules(Weighed(0.8 * (1 - share), 0.8 * share), comparison, 0.0)
        assert told(found)[1:] == [lowered], share
    for share in (0.0, 0.1, 0.15, 0.86, 1.0):
        found = within_rules(Weighed(0.8 * (1 - share), 0.8 * share), comparison, 0.0)
        assert [step.rule for step in found.steps] == [Rule.WEIGHED], share


def test_without_a_figure_that_is_met_the_caller_says_how_plain_words_must_be() -> None:
    comparison = compared("商務部批准了該晶片的出口。", "商务部谈到了该芯片的出口。")
    assert not comparison.differences and not comparison.figures
    weighed = Weighed(0.4, 0.4)
    assert [step.rule for step in within_rules(weighed, comparison, 0.0).steps] == [Rule.WEIGHED]
    assert [step.rule for step in within_rules(weighed, comparison, 0.5).steps] == [Rule.WEIGHED]
    found = within_rules(weighed, comparison, 0.6)
    assert told(found)[1:] == [(Rule.NOTHING_DIFFERS, round(0.8 * 0.85, 6), round(0.8 * 0.15, 6))]


@pytest.mark.parametrize(("claim", "sentence"), OTHER_VALUE)
def test_another_value_contradicts(claim: str, sentence: str) -> None:
    comparison = compared(claim, sentence)
    assert differs_exactly(comparison) and not comparison.keeps_apart
    found = within_rules(Weighed(0.6, 0.2), comparison, 0.0)
    turned = (Rule.DIFFERS_EXACTLY, round(0.8 * 0.15, 6), round(0.8 * 0.85, 6))
    assert told(found) == [(Rule.WEIGHED, 0.6, 0.2), turned]
    surer = within_rules(Weighed(0.04, 0.76), comparison, 0.0)
    assert told(surer) == [(Rule.WEIGHED, 0.04, 0.76)]


@pytest.mark.parametrize(("claim", "sentence"), OTHER_PERIOD)
def test_another_period_leaves_three_tenths(claim: str, sentence: str) -> None:
    comparison = compared(claim, sentence)
    assert comparison.keeps_apart and not differs_exactly(comparison)
    found = within_rules(Weighed(0.6, 0.3), comparison, 0.0)
    assert told(found)[-1] == (Rule.KEPT_APART, round(0.6 * 0.3, 6), round(0.3 * 0.3, 6))
    assert found.apart == pytest.approx(0.9 * 0.7)


@pytest.mark.parametrize(
    ("claim", "sentence", "rule", "left"),
    [
        (
            "Veltron hired 40 people and earned $8 billion.",
            "Veltron earned money.",
            Rule.FIGURE_UNSTATED,
            0.5,
        ),
        ("維創聘用了40人，營收80億美元。", "維創聘用了很多人。", Rule.FIGURE_UNSTATED, 0.5),
        ("Veltron hired 160 people.", "Veltron hired fewer than 260 people.", Rule.FIGURE_LEFT_OPEN, 0.3),
        ("维创聘用了160人。", "维创聘用了少于260人。", Rule.FIGURE_LEFT_OPEN, 0.3),
        ("Veltron（维创）聘用了160人。", "Veltron（维创）聘用了少于260人。", Rule.FIGURE_LEFT_OPEN, 0.3),
    ],
)
def test_a_figure_that_is_not_stated_or_left_open_is_less_support(
    claim: str, sentence: str, rule: Rule, left: float
) -> None:
    steps = within_rules(Weighed(0.79, 0.01), compared(claim, sentence), 0.0).steps
    (place,) = [place for place, step in enumerate(steps) if step.rule is rule]
    before, after = steps[place - 1], steps[place]
    assert after.supports == pytest.approx(before.supports * left)
    # Where no figure at all has a counterpart, words alone contradict less too.
    kept = left if rule is Rule.FIGURE_UNSTATED else 1.0
    assert after.contradicts == pytest.approx(before.contradicts * kept)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Inflation in Calder was 2.9%.", "The Calder parliament debated inflation."),
        ("維創的營收為80億美元。", "維創的股東討論了營收。"),
        ("维创的营收为80亿美元。", "維創的股東討論了營收。"),
    ],
)
def test_words_alone_contradict_less_where_no_figure_has_a_counterpart(claim: str, sentence: str) -> None:
    found = within_rules(Weighed(0.1, 0.8), compared(claim, sentence), 0.75)
    assert told(found)[-1] == (Rule.FIGURE_UNSTATED, 0.05, 0.4)
    given = within_rules(Weighed(0.1, 0.8), compared(claim, sentence), 0.0, given=True)
    assert (given.supports, given.contradicts) == pytest.approx((0.1, 0.8))


def test_somebody_else_may_be_meant() -> None:
    comparison = compared(
        "The Harbour Office approved the sale of the plant.", "The Ministry blocked imports."
    )
    assert not comparison.same_event and not comparison.keeps_apart
    steps = within_rules(Weighed(0.5, 0.3), comparison, 0.0).steps
    assert [step.rule for step in steps] == [Rule.WEIGHED, Rule.PERHAPS_ANOTHER]
    assert list(steps[-1][1:]) == pytest.approx([0.25, 0.3])


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Northgate Devices closed its plant.", "The company closed its plant."),
        ("遠山電子關閉了工廠。", "該公司關閉了工廠。"),
        ("远山电子关闭了工厂。", "該公司關閉了工廠。"),
    ],
)
def test_what_names_nobody_supports_less_unless_it_is_given(claim: str, sentence: str) -> None:
    found = within_rules(Weighed(0.8, 0.1), compared(claim, sentence), 0.0)
    assert told(found)[-1] == (Rule.UNNAMED, 0.4, 0.1)
    assert Rule.UNNAMED not in {
        step.rule
        for step in within_rules(Weighed(0.8, 0.1), compared(claim, sentence), 0.0, given=True).steps
    }


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Veltron unveiled the chip in Shenzhen.", "Veltron unveiled the chip in Hefei."),
        ("維創在深圳發布晶片。", "維創在合肥發布晶片。"),
        ("维创在深圳发布芯片。", "Veltron（维创）unveiled the chip in Hefei."),
    ],
)
def test_another_place_is_another_matter_unless_the_passage_is_given(claim: str, sentence: str) -> None:
    comparison = compared(claim, sentence)
    assert told(within_rules(Weighed(0.8, 0.1), comparison, 0.0))[-1][0] is Rule.KEPT_APART
    given = within_rules(Weighed(0.1, 0.8), comparison, 0.0, given=True)
    assert (given.supports, given.contradicts, given.apart) == pytest.approx((0.1, 0.8, 0.0), abs=0.05)


@pytest.mark.parametrize(("claim", "sentence"), [*SAME, *OTHER_VALUE, *OTHER_PERIOD])
def test_a_model_that_says_nothing_is_given_no_side(claim: str, sentence: str) -> None:
    found = within_rules(Weighed(0.0, 0.0), compared(claim, sentence), 0.0)
    assert found.steps[0] == (Rule.WEIGHED, 0.0, 0.0)
    assert 0.0 <= found.supports + found.contradicts <= 0.75


@pytest.mark.parametrize(("claim", "sentence"), OTHER_PERIOD)
def test_another_period_of_a_given_passage_takes_from_a_contradiction_alone(
    claim: str, sentence: str
) -> None:
    found = within_rules(Weighed(0.6, 0.3), compared(claim, sentence), 0.0, given=True)
    assert told(found)[-1] == (Rule.KEPT_APART, 0.6, round(0.3 * 0.3, 6))
    assert found.apart == pytest.approx(0.3 * 0.7)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Veltron hired 40 people and earned $8 billion.", "Veltron earned money."),
        ("維創聘用了40人，營收80億美元。", "維創聘用了很多人。"),
        ("维创聘用了40人，营收80亿美元。", "维创聘用了很多人。"),
        ("The Harbour Office approved the sale of the plant.", "The Ministry blocked imports."),
        ("Veltron在竹科approved了這項sale。", "The Ministry blocked imports."),
    ],
)
def test_what_a_given_passage_lacks_is_left_to_the_models(claim: str, sentence: str) -> None:
    given = within_rules(Weighed(0.79, 0.01), compared(claim, sentence), 0.0, given=True)
    assert told(given) == [(Rule.WEIGHED, 0.79, 0.01)]


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Veltron opened its plant in Dresden in May.", "Oakline opened its plant in Dresden in May."),
        ("台積電五月在德勒斯登開設新廠。", "三星五月在德勒斯登開設新廠。"),
        ("台积电五月在德累斯顿开设新厂。", "三星五月在德累斯顿开设新厂。"),
        ("TSMC五月在德勒斯登開設新廠。", "三星五月在德勒斯登開設新廠。"),
    ],
)
def test_another_name_decides_of_a_found_passage_alone(claim: str, sentence: str) -> None:
    comparison = compared(claim, sentence)
    assert differs_exactly(comparison) and not differs_exactly(comparison, given=True)


@pytest.mark.parametrize(("claim", "sentence"), OTHER_VALUE)
def test_another_figure_decides_however_the_passage_came_about(claim: str, sentence: str) -> None:
    assert differs_exactly(compared(claim, sentence), given=True)
