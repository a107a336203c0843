"""Things told apart by a number or a letter: another one is another matter."""

from __future__ import annotations

import pytest
from fuzz.fuzzing import in_time
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparing.comparison import compare
from factcheck.comparing.designations import find_designations
from factcheck.comparing.figures import pair_figures
from factcheck.comparing.statement import Context, read_statement
from factcheck.comparing.told_apart import another_numbered
from factcheck.encoders.static import StaticEncoder
from factcheck.judges import Pair
from factcheck.judges.builtin import BuiltinJudge
from factcheck.language.folding import fold
from factcheck.model import DifferenceKind, Stance

VECTORS = StaticEncoder.builtin()


def found(text: str) -> list[tuple[str, str, str]]:
    """Kind, labels and words of each, in order; the labels in one string."""
    return [
        (one.kind, " ".join(sorted(one.labels)), text[one.start : one.end])
        for one in find_designations(text, fold(text))
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("TSMC's Fab 18 runs.", [("plant", "18", "Fab 18")]),
        ("Plant 4 shipped more than plant 5.", [("plant", "4", "Plant 4")]),
        ("the revenue of plant 4", [("plant", "4", "plant 4")]),
        ("its second-generation chip", [("generation", "2", "second-generation")]),
        ("Phase II costs more.", [("phase", "2", "Phase II")]),
        ("Phases 1 to 3 and the 4th phase", [("phase", "1 2 3", "Phases 1 to 3"), ("phase", "4", "4th phase")]),
        ("Fabs 18, 19 and 21 run.", [("plant", "18 19 21", "Fabs 18, 19 and 21")]),
        ("Section 232 tariffs", [("section", "232", "Section 232")]),
        ("the Series B round", [("round", "b", "Series B")]),
        ("Model Y and Model 3", [("model", "y", "Model Y"), ("model", "3", "Model 3")]),
        ("台積電18廠與第21廠", [("plant", "18", "18廠"), ("plant", "21", "第21廠")]),
        ("第4座晶圓廠和首座工廠", [("plant", "4", "第4座晶圓廠"), ("plant", "1", "首座工廠")]),
        ("第二十一座橋", [("座", "21", "第二十一座")]),
        ("一、二期工程和三期项目", [("phase", "1 2", "一、二期"), ("phase", "3", "三期")]),
        ("第一至三階段", [("phase", "1 2 3", "第一至三階段")]),
        ("2号线、3號機組、A輪融資", [("line", "2", "2号线"), ("unit", "3", "3號機組"), ("round", "a", "A輪")]),
        ("Fab 18的產能，close掉Series B後Line 2還在", [("plant", "18", "Fab 18"), ("round", "b", "Series B"), ("line", "2", "Line 2")]),
        ("the No. 5 unit, III期和B棟", [("unit", "5", "No. 5 unit"), ("phase", "3", "III期"), ("building", "b", "B棟")]),
        ("第六貨櫃中心與第2735號決議", [("port", "6", "第六貨櫃中心"), ("resolution", "2735", "第2735號決議")]),
        ("P5廠的 third fab 與232條款", [("plant", "p5", "P5廠"), ("plant", "3", "third fab"), ("section", "232", "232條款")]),
        ("第301條款與第9條", [("section", "301", "第301條款"), ("section", "9", "第9條")]),
        ("第2棟、第三號樓與第4號機", [("building", "2", "第2棟"), ("building", "3", "第三號樓"), ("unit", "4", "第4號機")]),
        ("第一百二十條", [("section", "120", "第一百二十條")]),
        ("Ⅲ期、IIb期", [("phase", "3", "Ⅲ期"), ("phase", "iib", "IIb期")]),
        ("T2航站楼和 Terminal 2", [("terminal", "2", "T2航站楼"), ("terminal", "2", "Terminal 2")]),
        ("首台機組、二號航廈", [("unit", "1", "首台機組"), ("terminal", "2", "二號航廈")]),
        ("已到 stage IV, 17 percent", [("phase", "4", "stage IV")]),
        ("Fab 18, 2024 revenue and Plant 2 and 300 people", [("plant", "18", "Fab 18"), ("plant", "2", "Plant 2")]),
        ("完成A輪募資，Round V", [("round", "a", "A輪"), ("round", "v", "Round V")]),
        ("Bridge No. 3", [("bridge", "3", "Bridge No. 3")]),
    ],
)  # fmt: skip
def test_what_is_numbered_is_found(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Veltron will plant 20 trees and line 3 streets.",
        "Phase 2.5% of it",
        "The units 4 km away, section 3 million",
        "It has 4 fabs and 3 lines.",
        "4座晶圓廠和3家廠商，共2期",
        "分12期付款，新一輪融資，上一期工程",
        "第三季度，第4天，第5名，第12屆",
        "两厂合計",
        "完成六輪融資，關閉2廠，3工厂停工，停役2機組",
        "第二高建築，第10萬輛，第2枚金牌，第3小時，第一步是",
        "a line I wrote in class I liked, the article I read",
        "Building 300 homes and building one of its fabs",
        "Unit 3 MW, units 12 months",
        "廿四廠房",
        "第三十七名，第十一大，第三和第四",
    ],
)
def test_counts_periods_and_ranks_are_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "一、" * 20_000,
        "第1、" * 20_000,
        "第一、一" * 15_000,
        "a、" * 20_000,
        "Phases 1, " + "1, " * 20_000,
        "of " * 20_000,
        "第" * 50_000,
        "一" * 50_000,
    ],
    ids=["list", "nth", "both", "letters", "phases", "of", "ordinals", "digits"],
)
def test_a_text_made_to_harm_takes_no_more_than_its_length(text: str) -> None:
    with in_time(2):
        find_designations(text, fold(text))


@given(st.text("第一二十四4座廠期輪 FabPhasesIVand,、至-ⅣＡ\u200b%"))
def test_offsets_index_the_untouched_text(text: str) -> None:
    for one in find_designations(text, fold(text)):
        assert 0 <= one.start < one.end <= len(text)
        assert one.labels and "" not in one.labels


OTHERS = [
    ("Fab 18 makes 20,000 wafers a month.", "Fab 21 makes 10,000 wafers a month."),
    ("Plant 4 of Veltron shipped 19,000 wafers in May.", "Plant 20 of Veltron shipped 67,000 wafers in May."),
    ("The second phase costs $3 billion.", "Phase 1 costs $1.2 billion."),
    ("第4座晶圓廠五月出貨19萬片。", "第20座晶圓廠五月出貨67萬片。"),
    ("启明半导体第2厂六月出货13万片。", "启明半导体第14厂六月出货49万片。"),
    ("2號線全長30公里。", "3号线全长45公里。"),
    ("第2期工程投資新台幣30億元。", "Phase 1 of the project costs NT$1.2 billion."),
    ("A輪融資籌得5,000萬美元。", "The Series B round raised $200 million."),
    ("Line 2 全長30公里。", "3號線全長 45 km。"),
]


@pytest.mark.parametrize(("claim", "sentence"), OTHERS)
def test_another_one_is_another_matter(claim: str, sentence: str) -> None:
    ours, theirs = read_statement(claim), read_statement(sentence)
    difference = another_numbered(ours, theirs, Context(), pair_figures(ours, theirs, VECTORS), differs=False)
    assert difference is not None and difference.kind is DifferenceKind.SCOPE
    assert difference.claim in claim and difference.evidence in sentence
    (judged,) = BuiltinJudge().judge([Pair(claim, sentence, compare(ours, theirs, VECTORS))])
    assert judged.stance is Stance.NEUTRAL


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Fab 18 makes 20,000 wafers a month.", "Fab 18 makes 10,000 wafers a month."),
        ("Fab 18 costs $20 billion.", "台積電18廠耗資100億美元。"),
        ("第4座晶圓廠五月出貨19萬片。", "第四座晶圆厂五月出货67万片。"),
        ("Phase 2 costs $3 billion.", "Phases 1 and 2 cost $1.2 billion."),
        ("The plant makes 20,000 wafers a month.", "Fab 21 makes 10,000 wafers a month."),
        ("2号线全长30公里。", "Line 2 is 45 km long."),
    ],
)
def test_the_same_one_or_one_that_is_not_told_apart(claim: str, sentence: str) -> None:
    ours, theirs = read_statement(claim), read_statement(sentence)
    figures = pair_figures(ours, theirs, VECTORS)
    assert any(pair.evidence is not None for pair in figures)
    assert another_numbered(ours, theirs, Context(), figures, differs=True) is None


@pytest.mark.parametrize(
    ("claim", "sentence", "unstated"),
    [
        ("12号线全长30公里。", "Line 12 is 30 km long.", ()),
        ("12號線全長30公里。", "Line 13 is 30 km long.", (12.0,)),
        ("12号线全长30公里。", "第十二號線 is 30 km long.", ()),
    ],
)
def test_the_number_of_a_thing_is_stated_by_its_name(
    claim: str, sentence: str, unstated: tuple[float, ...]
) -> None:
    compared = compare(read_statement(claim), read_statement(sentence), VECTORS)
    assert compared.unstated_numbers == unstated


@pytest.mark.parametrize(
    ("around", "differs"),
    [
        ("Fab 21 opens", True),
        ("Plant 21 opens its doors", True),
        ("台積電第21廠啟用", True),
        ("Fab 18 and Fab 21", False),
        ("A new plant opens", False),
    ],
)
def test_the_title_says_of_which_a_sentence_speaks(around: str, differs: bool) -> None:
    ours = read_statement("Fab 18 makes 20,000 wafers a month.")
    theirs = read_statement("It makes 10,000 wafers a month.")
    context = Context(said=around, words=fold(around))
    figures = pair_figures(ours, theirs, VECTORS)
    difference = another_numbered(ours, theirs, context, figures, differs=False)
    assert (difference is not None) is differs
    assert difference is None or difference.evidence in around


@pytest.mark.parametrize(
    ("claim", "sentence", "apart"),
    [
        ("Phase 2 of Fab 18 has opened.", "Phase 1 of Fab 21 has opened.", (True, True)),
        ("Fab 21 has begun production.", "Fab 18 has halted production.", (True, True)),
        ("二廠已經量產。", "三厂的线已经停产。", (True, True)),
        ("The storm is of category 5.", "The storm is of category 4.", (False, True)),
        ("疫苗進入第三階段試驗。", "The vaccine is in phase 2 trials.", (False, True)),
        ("第六貨櫃中心啟用。", "第四货柜中心停用。", (True, True)),
        ("疫苗進入第三階段試驗。", "The vaccine is in phase 3 trials.", (False, False)),
    ],
)
def test_without_figures_what_may_be_the_news_itself_is_told_apart_only_if_more_differs(
    claim: str, sentence: str, apart: tuple[bool, bool]
) -> None:
    ours, theirs = read_statement(claim), read_statement(sentence)
    for differs in (False, True):
        found = another_numbered(ours, theirs, Context(), (), differs=differs)
        assert (found is not None) is apart[differs]
