"""What the work of these tests begins with: sources, articles and workspaces in English, Hant, Hans and mixed."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from factcheck import Workspace, migrations
from factcheck.model import OutcomeStatus
from factcheck.store.connection import Connection

_SOURCES = (
    "Plant {n} of Veltron shipped {v},000 wafers in May 2025. Its rival Qiming (QM) shipped half as many.\n\n"
    "Revenue of plant {n} rose {p}% to ${v} million in the first half of 2025.",
    "晶圓廠第{n}座五月出貨{v}萬片。對手的出貨量只有一半。\n\n2025年上半年，第{n}座晶圓廠營收成長{p}%，達{v}億元。",
    "启明半导体第{n}厂（银弓）六月出货{v}万片。银弓的对手出货三成。\n\n2025年第二季度，第{n}厂营收为{v}亿元。",
    "第{n}座 foundry 七月出貨 {v},000 片 wafers，The 🏭 rival 出貨為零。\n\nQM-7 在2025年上半年 sold {v},000 units。",
)
_ARTICLES = (
    "Plant {n} of Veltron shipped {v},000 wafers in May 2025.\n\nRevenue of plant {n} rose {p}% to ${v} million "
    "in the first half of 2025.",
    "2025年上半年，第{n}座晶圓廠營收成長{p}%，達{v}億元。\n\n晶圓廠第{n}座五月出貨{v}萬片。",
    "2025年第二季度，第{n}厂营收为{v}亿元。\n\n启明半导体第{n}厂六月出货{v}万片。",
    "第{n}座 foundry 七月出貨 {v},000 片 wafers。\n\nQM-7 在2025年上半年 sold {v},000 units。",
)
SOURCES, ARTICLES = 24, 8
QUESTIONS = (
    "Plant 4 of Veltron shipped wafers in May",
    "第5座晶圓廠營收成長",
    "启明半导体第二季度营收",
    "QM-7 sold units 七月出貨",
    "新題 source 改過的題目 edited 另題 Plant 第座",
)


def text(forms: tuple[str, ...], number: int, off: int = 0) -> str:
    """The text of a number: its kind goes round, its figures differ, by `off` from what sources say."""
    return forms[number % 4].format(n=number, v=7 + 3 * number + off, p=5 + number + off)


def table(path: Path, rows: list[dict[str, str]]) -> str:
    """A JSON Lines file of documents; its path."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def source_rows(first: int = 0, count: int = SOURCES) -> list[dict[str, str]]:
    """Sources as rows; every third has a title, every second a date."""
    rows = []
    for number in range(first, first + count):
        row = {"id": f"source {number}", "text": text(_SOURCES, number)}
        if number % 3 == 0:
            row["title"] = f"Plant {number} 第{number}座"
        if number % 2 == 0:
            row["published"] = f"2025-07-{1 + number % 28:02}"
        rows.append(row)
    return rows


def article_rows(count: int = ARTICLES, *, off: int = 0) -> list[dict[str, str]]:
    """Articles as rows: what some of the sources say, in part with figures that are `off`."""
    return [
        {"id": f"article {number}", "published": "2025-09-20", "title": f"A{number}"}
        | {"text": text(_ARTICLES, number, off if number % 3 else 0)}
        for number in range(count)
    ]


def filled(folder: Path, rows: list[dict[str, str]]) -> None:
    """A workspace in `folder` whose corpus is made of `rows`."""
    with Workspace(folder, workers=1) as workspace:
        outcomes = list(workspace.add([table(folder.with_name(f"{folder.name}.jsonl"), rows)]))
        _require([one.status for one in outcomes], OutcomeStatus.ADDED)


def checked(folder: Path, rows: list[dict[str, str]]) -> None:
    """The articles that `rows` are, checked in the workspace in `folder`."""
    with Workspace(folder, workers=1) as workspace:
        outcomes = list(workspace.check([table(folder.with_name(f"{folder.name}-articles.jsonl"), rows)]))
        _require([one.status for one in outcomes], OutcomeStatus.CHECKED)


def _require(found: list[OutcomeStatus], wanted: OutcomeStatus) -> None:
    if set(found) != {wanted}:
        raise RuntimeError(f"the place could not be made: {found}")


def in_an_older_layout(folder: Path, steps: int) -> None:
    """Put the rows of the workspace in `folder` into a claims.db that has only the first `steps` of the schema."""
    older = folder / "older"
    older.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrations, "STEPS", migrations.STEPS[:steps])
        Connection(older / "claims.db").close()
    connection = sqlite3.connect(older / "claims.db")
    connection.execute("ATTACH DATABASE ? AS newer", (str(folder / "claims.db"),))
    names = [row[0] for row in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
    with connection:
        for table in names:
            if not table.startswith(("sqlite_", "_")):
                connection.execute(f"DELETE FROM main.{table}")
                columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
                connection.execute(
                    f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}"
                )
    connection.close()
    for part in folder.glob("claims.db*"):
        part.unlink()
    (older / "claims.db").rename(folder / "claims.db")
    shutil.rmtree(older)
