"""A checked workspace for the tests of the review queue: one article in each kind of text."""

from __future__ import annotations

import shutil
from pathlib import Path

from workspaces import filled

from factcheck import Workspace
from factcheck.model import OutcomeStatus

ARTICLES = {
    "en": (
        "---\ntitle: A chip and its licence\npublished: 2025-09-20\n---\n"
        "The Harbour Trade Office approved exports of Veltron's Lark-9 chip on 15 July 2025.\n\n"
        "Veltron sold 450,000 Lark-9 chips in the first half of 2025.\n\n"
        "Veltron's data-centre revenue in China fell 25% in the first half of 2025.\n"
    ),
    "hant": (
        "---\ntitle: 雲雀晶片的代價\npublished: 2025-09-21\n---\n"
        "Veltron公司表示，未來三年將因出口限制損失80億美元。\n\n"
        "2025年上半年，Veltron在中國的數據中心營收下降35%。\n"
    ),
    "hans": (
        "---\ntitle: 启明的追赶\npublished: 2025-09-22\n---\n"
        "启明半导体的QM-7芯片算力达到400 TFLOPS。\n\n启明半导体2025年第二季度营收为52亿元。\n"
    ),
    "mixed": (
        "---\ntitle: Lark-9 與 QM-7\npublished: 2025-09-23\n---\n"
        "Veltron sold 300,000 Lark-9 chips in the first half of 2025.\n\n"
        "啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。\n"
    ),
}


def checked(folder: Path) -> Path:
    """A workspace in `folder` whose articles are checked; where it lies."""
    with filled(folder) as workspace:
        for name, text in ARTICLES.items():
            path = folder / f"{name}.md"
            path.write_text(text, encoding="utf-8")
            outcomes = list(workspace.check([str(path)]))
            if [outcome.status for outcome in outcomes] != [OutcomeStatus.CHECKED]:
                raise RuntimeError(f"the article was not checked: {outcomes}")
        return workspace.folder.path


def copied(folder: Path, to: Path) -> Workspace:
    """The workspace in `folder`, copied to `to` and opened: a test's own."""
    shutil.copytree(folder, to)
    return Workspace(to)
