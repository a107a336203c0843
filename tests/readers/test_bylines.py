"""What counts as title, byline and dateline, and what does not."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.readers.bylines import read_head, stated_date

BODY = "\n\nThe agency said on July 1, 2020 that it would wait. 該機構於2020年7月1日表示將會等待。"


@pytest.mark.parametrize(
    ("line", "published", "author"),
    [
        ("发布时间：2025-03-04 来源：某网", date(2025, 3, 4), None),
        ("作者:陈一 发布时间:2025-03-04", date(2025, 3, 4), "陈一"),
        ("發佈日期：2025/03/04", date(2025, 3, 4), None),
        ("2025年3月4日 星期二", date(2025, 3, 4), None),
        ("文／李大文", None, "李大文"),
        ("记者：张三 李四", None, "张三"),
        ("By Ann Lee | March 4, 2025", date(2025, 3, 4), "Ann Lee"),
        ("By Ann Lee and Bo de Vries", None, "Ann Lee and Bo de Vries"),
        ("Published: 4 Mar 2025", date(2025, 3, 4), None),
        ("2025-03-04T08:00:00Z", date(2025, 3, 4), None),
        ("TAIPEI, March 4, 2025 (Wire) - The chip maker said it would wait", date(2025, 3, 4), None),
        ("某通社台北2025年3月4日電 晶片廠表示", date(2025, 3, 4), None),
    ],
)
def test_bylines(line: str, published: date | None, author: str | None) -> None:
    head = read_head(line + BODY)
    assert (head.published, head.author) == (published, author)
    assert head.title is None or published is None


@pytest.mark.parametrize(
    "line",
    [
        "March 4, 2025 was a bad day for chip makers.",
        "2025年3月4日，某公司宣布停產。",
        "On March 4, 2025 the ministry met",
        "03/04/2025",
        "4 March",
        "2025年2月30日",
        "某通社台北4日電 晶片廠表示",
    ],
)
def test_a_date_in_the_story_or_an_open_one_is_not_the_publication(line: str) -> None:
    assert read_head(line + BODY).published is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Chip exports resume\n\nThe ministry said so.", "Chip exports resume"),
        ("晶片出口為何恢復？\n\n部長表示已批准。", "晶片出口為何恢復？"),
        ("芯片出口恢复\n2025-03-04\n部长表示已批准。", "芯片出口恢复"),
        ("AI 晶片 exports 恢復\n\n部長 said so.", "AI 晶片 exports 恢復"),
        ("The ministry said so.\n\nIt did.", None),
        ("部長表示已批准。\n\n恢復。", None),
        ("Chip exports resume\nThe ministry said so.", None),
        ("Chip exports resume", None),
        ("2025-03-04\n\nThe ministry said so.", None),
        ("x" * 200 + "\n\nThe ministry said so.", None),
    ],
)
def test_the_first_line_is_a_title_only_where_it_stands_apart(text: str, title: str | None) -> None:
    assert read_head(text).title == title


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("29/01/2026", date(2026, 1, 29)),
        ("01/29/2026", date(2026, 1, 29)),
        ("05.05.2026", date(2026, 5, 5)),
        ("01/02/2026", None),
        ("2026", None),
        ("2026-13-01", None),
        ("Sept. 3, 2026", date(2026, 9, 3)),
    ],
)
def test_stated_date_takes_only_what_can_be_read_one_way(words: str, day: date | None) -> None:
    assert stated_date(words) == day
