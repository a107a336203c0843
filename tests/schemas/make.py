"""Writes the text dump of a small workspace of the newest schema: run it after adding a step to migrations.py.

    .venv/bin/python tests/schemas/make.py

It must be the program that wrote a schema that makes its dump; those that are there are never made again.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]

from review_samples import ARTICLES  # noqa: E402
from schemas.old_workspaces import SUMS, checksum  # noqa: E402
from workspaces import SOURCES  # noqa: E402

from factcheck import Workspace  # noqa: E402
from factcheck.migrations import STEPS  # noqa: E402
from factcheck.model import Document, Language, Reason, Verdict, span_id  # noqa: E402
from factcheck.store import CheckedClaim  # noqa: E402

MORE_SOURCES = {
    "mixed.md": (
        "---\ntitle: 供應鏈 briefing\npublished: 2025-09-12\n---\n"
        "The foundry, 曜川半導體（Yaochuan Foundry）, shipped 60,000 wafers in July, up 22% on the year, "
        "創下單月新高紀錄。\n\n"
        "澄岳芯科七月出貨兩萬片。\n"
    ),
    "withdrawn.md": (
        "---\ntitle: 撤回的報導\npublished: 2025-07-01\nurl: https://example.org/withdrawn\n---\n"
        "Veltron公司表示，未來三年將因出口限制損失60億美元。\n"
    ),
}
MORE_ARTICLES = {
    "briefing": (
        "---\ntitle: Briefing 的數字\npublished: 2025-09-24\n---\n"
        "The foundry, 曜川半導體（Yaochuan Foundry）, shipped 80,000 wafers in July, up 22% on the year, "
        "創下單月新高紀錄。\n"
    ),
}
PAGE = "https://example.org/notice"


def fill(workspace: Workspace) -> None:
    """Something in every table, in English, both Chinese scripts and mixed text."""
    store = workspace.store
    for name, text in {**SOURCES, **MORE_SOURCES}.items():
        Path(name).write_text(text, encoding="utf-8")
        list(workspace.add([name]))
    for text in ("公告：產量為四萬片。", "公告（更正）：產量為五萬片。"):
        page = f"<p>{text}</p>".encode()
        store.add_document(Document(text=text, url=PAGE, language=Language.HANT, page=page))
    store.add_checked_claims(
        [
            CheckedClaim("Veltron公司未來三年將損失80億美元", "假", "查核中心", None, None, Language.HANT),
            CheckedClaim(
                "启明半导体营收为52亿元", "False", "Desk", "https://example.org/1", date(2025, 9, 1)
            ),
        ]
    )
    for name, text in {**ARTICLES, **MORE_ARTICLES}.items():
        Path(f"{name}-article.md").write_text(text, encoding="utf-8")
        list(workspace.check([f"{name}-article.md"]))
    Path("empty.md").write_text("", encoding="utf-8")
    list(workspace.check(["empty.md"]))
    review(workspace)
    let_a_claim_move(workspace)
    (withdrawn,) = [card.id for card in workspace.sources() if card.title == "撤回的報導"]
    workspace.remove_source(withdrawn)


def review(workspace: Workspace) -> None:
    """Two people, one of whom also settles what they disagree in."""
    ann, an = workspace.desk("ann"), workspace.desk("安")
    claims = workspace.store.claims()
    by_language = {one.language: one.id for one in claims}
    english, hant, hans = (by_language[one] for one in (Language.EN, Language.HANT, Language.HANS))
    ann.decide(english, Verdict.SUPPORTED, note="The office says so.")
    an.decide(english, Verdict.CONTRADICTED, note="數字不同")
    an.decide(hant, Verdict.UNVERIFIABLE, reason=Reason.NO_EVIDENCE, note="查無資料")
    an.decide(hans, Verdict.CONTRADICTED, note="营收应为25亿元")
    an.undo()
    an.redo()
    ann.flag(hant)
    ann.note(hans, "Ask the desk in 台北.")
    passage = workspace.store.finding(hant).evidence[0].hit.passage.id  # type: ignore[union-attr]
    ann.pin(hant, passage)
    ann.bring_typed(hans, "启明半导体营收为25亿元。", "https://example.org/typed")
    article = next(card for card in workspace.store.articles() if card.title == "Lark-9 與 QM-7")
    text = workspace.store.document(article.id).text
    start = text.index("300,000")
    ann.add_claim(article.id, start, start + len("300,000 Lark-9 chips"), "Veltron sold 300,000 Lark-9 chips")
    ann.reword(claims[0].id, ["The office approved exports.", "出口在2025年7月15日獲准。"])
    ann.dismiss([claims[1].id], note="no claim")
    ann.assign([claims[2].id], "安")
    workspace.desk("主編", adjudicating=True).decide(english, Verdict.SUPPORTED, note="以原文為準")


def let_a_claim_move(workspace: Workspace) -> None:
    """A reviewed claim that an earlier extraction cut otherwise, whose place another one takes."""
    store = workspace.store
    article = next(card for card in store.articles() if card.title == "启明的追赶")
    found = store.findings(article.id)
    claim = found[0].claim
    end = claim.end - 1
    cut = replace(
        claim,
        id=span_id(article.id, claim.start, end, claim.text),
        end=end,
        quote=claim.quote[:-1],
    )
    store.save_check(
        article.id,
        [cut],
        [replace(found[0], claim=cut)],
        corpus_revision=store.corpus_revision(),
        provenance=workspace.provenance,
    )
    workspace.desk("安").decide(cut.id, Verdict.CONTRADICTED, note="早先的切分")
    list(workspace.check(["hans-article.md"], again=True))


def dump(database: Path) -> str:
    """The file as SQL, one statement after the other."""
    connection = sqlite3.connect(database)
    try:
        return "\n".join(connection.iterdump()) + "\n"
    finally:
        connection.close()


def main() -> None:
    target = HERE / f"{STEPS[-1].__name__}.sql"
    if target.exists():
        sys.exit(f"{target.name} is there, written by the program of its schema: it is not made again.")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with Workspace("ws") as workspace:
            fill(workspace)
        target.write_text(dump(Path("ws", "claims.db")), encoding="utf-8")
        os.chdir(HERE)
    with SUMS.open("a", encoding="utf-8") as sums:
        sums.write(f"{checksum(target)}\n")
    print(f"{target.name}: {target.stat().st_size:,} bytes")  # noqa: T201


if __name__ == "__main__":
    main()
