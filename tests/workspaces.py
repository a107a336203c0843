"""Real workspaces for tests: written files, the built-in models, nothing faked."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from factcheck import Workspace
from factcheck.model import Finding, OutcomeStatus

SOURCES = {
    "regulator.md": (
        "---\ntitle: Regulator clears Lark-9\npublished: 2025-07-15\nurl: https://example.org/lark\n---\n"
        "The Harbour Trade Office approved exports of Veltron's Lark-9 chip on 15 July 2025.\n\n"
        "Veltron sold 300,000 Lark-9 chips in the first half of 2025.\n"
    ),
    "market.md": (
        "---\ntitle: 市場觀察：雲雀晶片\npublished: 2025-08-02\n---\n"
        "Veltron公司表示，未來三年將因出口限制損失80億美元。\n\n"
        "2025年上半年，Veltron在中國的數據中心營收下降25%。\n"
    ),
    "rival.md": (
        "---\ntitle: 竞争对手报告\npublished: 2025-09-10\n---\n"
        "启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。\n\n"
        "启明半导体2025年第二季度营收为25亿元。\n"
    ),
}


def write_sources(folder: Path) -> list[str]:
    """The source files written below `folder`; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in SOURCES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [str(folder / name) for name in SOURCES]


def filled(folder: Path) -> Workspace:
    """A workspace in `folder` whose corpus holds the sources."""
    workspace = Workspace(folder / "ws")
    outcomes = list(workspace.add(write_sources(folder / "sources")))
    if any(outcome.status is not OutcomeStatus.ADDED for outcome in outcomes):
        raise RuntimeError(f"the sources were not added: {outcomes}")
    return workspace


def first_source(finding: Finding) -> str | None:
    """Title of the best evidence's source."""
    return finding.evidence[0].hit.source.title if finding.evidence else None


def change_rows(database: Path, statement: str, language: str = "") -> None:
    """Run statements, parted by semicolons, behind the program's back; `:language` in them is `language`."""
    connection = sqlite3.connect(database)
    with connection:
        for part in statement.split(";"):
            connection.execute(part, {"language": language})
    connection.close()
