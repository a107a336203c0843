"""Two columns are read one after the other; one column, tables and lists stay as they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from readers.conftest import Placed, width_of

from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.options import ReadOptions
from factcheck.readers.pdf import read_pdf

EN_LEFT = """Chengyue Precision said on Monday that its
revenue for the first half of 2025 rose by 87
per cent to 4.2 billion dollars, helped by or-
ders for machines that test packaged chips. Its
board approved a second plant in Penang, which
is to open in 2027 with some 900 workers, the
company said in a filing to the exchange, and
the costs will be met from its own cash. The
works council, which had asked for a guaran-"""
EN_RIGHT = """tee that no job will move, called the decision a
good one. Analysts had expected a rise of 70
per cent and a plant of half that size. Shares
closed 6.1 per cent higher at 212 dollars, while
the market as a whole lost 0.4 per cent. Two
rivals, Haochen and Tidewell, report their own
figures next week; both have said that demand
for high-
end machines remains strong in every market."""
HANT_LEFT = """曜川半導體週一公布，第三季合併營收為新台幣
四百一十二億七千萬元，較上季增加百分之六點
三，較去年同期增加百分之二十二點四。公司表
示，先進製程的需求高於預期，因此上調全年資
本支出。董事會同時通過在高雄興建第二座封裝
廠，預計二〇二七年啟用，屆時將僱用九百人。"""
HANT_RIGHT = """分析師原先預期營收為四百億元。股價收盤上漲
百分之六，報二百一十二元，同日大盤下跌百分
之零點四。兩家競爭對手將於下週公布財報，雙
方都表示市場對高階產品的需求依然強勁。工會
要求公司保證不裁員，管理層尚未回應，只說會
在年底之前與員工代表會面，並公布詳細計畫。"""
HANS_LEFT = HANT_LEFT.translate(
    str.maketrans(
        "體週億萬較為點業層應詳細畫過興裝廠預計屆時將僱", "体周亿万较为点业层应详细画过兴装厂预计届时将雇"
    )
)
HANS_RIGHT = HANT_RIGHT.translate(
    str.maketrans(
        "師預為營億價盤漲報雙條對於財場強勁會證員層應說與畫",
        "师预为营亿价盘涨报双条对于财场强劲会证员层应说与画",
    )
)


def _read(data: bytes) -> Draft:
    (draft,) = read_pdf(data, Origin("a.pdf", "a.pdf"), ReadOptions())
    return draft


def _rows(left: str, right: str, *, size: float, x: float = 310, drop: float = 0) -> list[Placed]:
    """Both columns line by line across the page, as a program writes that sorts by height."""
    placed: list[Placed] = []
    for place, (one, other) in enumerate(zip(left.split("\n"), right.split("\n"), strict=True)):
        placed += [(50, 700 - 14 * place, size, one), (x, 700 - 14 * place - drop, size, other)]
    return placed


EN_TEXT = (
    EN_LEFT.replace("or-\nders", "orders").replace("\n", " ").removesuffix("guaran-")
    + "guarantee"
    + EN_RIGHT.replace("high-\nend", "high-end").replace("\n", " ").removeprefix("tee")
)


@pytest.mark.parametrize("one_block", [False, True])
@pytest.mark.parametrize("drop", [0, 5])
def test_two_english_columns(make_placed_pdf: Callable[..., bytes], one_block: bool, drop: float) -> None:
    page = _rows(EN_LEFT, EN_RIGHT, size=10, drop=drop)
    assert _read(make_placed_pdf([page], one_block=one_block)).text == EN_TEXT


@pytest.mark.parametrize("one_block", [False, True])
@pytest.mark.parametrize(("left", "right"), [(HANT_LEFT, HANT_RIGHT), (HANS_LEFT, HANS_RIGHT)])
def test_two_chinese_columns(
    make_placed_pdf: Callable[..., bytes], left: str, right: str, one_block: bool
) -> None:
    page = _rows(left, right, size=11)
    assert _read(make_placed_pdf([page], one_block=one_block)).text == (
        left.replace("\n", "") + "\n" + right.replace("\n", "")
    )


def test_words_drawn_one_by_one(make_placed_pdf: Callable[..., bytes]) -> None:
    page: list[Placed] = []
    for x, y, size, line in _rows(EN_LEFT, EN_RIGHT, size=10):
        for word in line.split():
            page.append((round(x, 2), y, size, word))
            x += width_of(word + " ", size)
    assert _read(make_placed_pdf([page], one_block=True)).text == EN_TEXT


@pytest.mark.parametrize(
    ("title", "left", "right", "size"),
    [
        ("Chengyue doubles its revenue and builds in Penang", EN_LEFT, EN_RIGHT, 10),
        ("曜川第三季營收四百億元上調全年資本支出", HANT_LEFT, HANT_RIGHT, 11),
    ],
)
def test_a_title_and_a_closing_line_across_both_columns(
    make_placed_pdf: Callable[..., bytes], title: str, left: str, right: str, size: float
) -> None:
    last = 700 - 14 * left.count("\n")
    end = "This report was corrected on Tuesday to give the number of workers, which is 900 and not 9,000."
    page = [(50, 740, 22, title), *_rows(left, right, size=size), (50, last - 40, 10, end)]
    lines = _read(make_placed_pdf([page])).text.split("\n")
    assert lines[0] == title and lines[-1] == end
    assert lines[1].startswith(left.split("\n")[0])
    assert right.split("\n")[-1].split("\n")[0][-8:] in lines[-2][-12:]


def test_a_column_that_is_shorter_than_the_other(make_placed_pdf: Callable[..., bytes]) -> None:
    page = [one for one in _rows(EN_LEFT, EN_RIGHT, size=10) if one[0] == 50 or one[1] > 630]
    text = _read(make_placed_pdf([page], one_block=True)).text
    assert text.index("guaran") < text.index("good one. Analysts") < text.index("closed 6.1 per cent")


def test_three_columns(make_placed_pdf: Callable[..., bytes]) -> None:
    parts = [
        [f"{name} column line {number} with words" for number in "123456"]
        for name in ("First", "Second", "Third")
    ]
    page: list[Placed] = []
    for row, lines in enumerate(zip(*parts, strict=True)):
        page += [(40 + 180 * place, 700 - 14 * row, 10, line) for place, line in enumerate(lines)]
    text = _read(make_placed_pdf([page], one_block=True)).text
    assert text.replace("\n", " ") == " ".join(line for lines in parts for line in lines)


def test_one_column_is_not_touched(make_placed_pdf: Callable[..., bytes]) -> None:
    """Whether lines or words are drawn, and with a list that is indented."""
    lines = [one + " " + other for one, other in zip(EN_LEFT.split("\n"), EN_RIGHT.split("\n"), strict=True)]
    whole: list[Placed] = [(50, 700 - 14 * place, 10, line) for place, line in enumerate(lines)]
    words: list[Placed] = []
    for x, y, size, line in whole:
        for word in line.split():
            words.append((round(x, 2), y, size, word))
            x += width_of(word + " ", size)
    for page in (whole, words, [(x + 30 * (y < 660), y, size, text) for x, y, size, text in whole]):
        text = _read(make_placed_pdf([page])).text
        assert text.startswith("Chengyue Precision said on Monday that its tee that no job"), text


def test_a_table_is_read_row_by_row(make_placed_pdf: Callable[..., bytes]) -> None:
    cells = [
        ("Quarter", "Revenue", "Profit"),
        ("Q3 2025", "412.7", "40.1"),
        ("Q2 2025", "388.2", "37.9"),
        ("Q1 2025", "371.0", "33.3"),
        ("Q4 2024", "366.5", "31.8"),
        ("Q3 2024", "337.2", "30.0"),
    ]
    page: list[Placed] = [
        (50 + 150 * column, 700 - 20 * row, 10, cell)
        for row, line in enumerate(cells)
        for column, cell in enumerate(line)
    ]
    for one_block in (False, True):
        text = _read(make_placed_pdf([page], one_block=one_block)).text
        words = text.replace("\n", " ").split()
        assert words == " ".join(" ".join(line) for line in cells).split()


def test_a_table_of_labels_and_long_cells_is_read_row_by_row(make_placed_pdf: Callable[..., bytes]) -> None:
    cells = [
        (f"Item {number}", f"what the company says about item {number} in its filing") for number in range(8)
    ]
    page = [
        (x, 700 - 20 * row, 10.0, cell)
        for row, line in enumerate(cells)
        for x, cell in zip((50.0, 200.0), line, strict=True)
    ]
    text = _read(make_placed_pdf([page], one_block=True)).text
    assert text.replace("\n", " ").split() == " ".join(" ".join(line) for line in cells).split()
