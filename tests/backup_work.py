"""What other processes do while a backup is made; each says which act is stored, once it is.

python tests/backup_work.py add|decide WORKSPACE NAME
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from factcheck import Workspace
from factcheck.model import Document, Language, Passage, Verdict, span_id
from factcheck.store import Store

PAUSE = 0.002
"""Seconds between two acts: without any, SQLite may keep one of four writers waiting for good."""
TEXTS = {
    Language.EN: "The foundry shipped {n},000 wafers in May, says {who}.",
    Language.HANT: "晶圓廠五月出貨{n}千片，{who}說。",
    Language.HANS: "晶圆厂五月出货{n}千片，{who}说。",
    Language.MIXED: "這家 foundry 五月出貨 {n},000 片 wafers，{who} said so yesterday in its own report.",
}


def add(folder: Path, who: str) -> None:
    """One source after the other, in the four kinds of text in turn."""
    kinds = list(TEXTS)
    with Store(folder / "claims.db") as store:
        for number in range(10**6):
            kind = kinds[number % len(kinds)]
            source = Document(
                text=TEXTS[kind].format(n=number, who=who), title=f"{who} {number}", language=kind
            )
            end = len(source.text)
            whole = Passage(span_id(source.id, 0, end), source.id, 0, end, source.text, source.text, kind)
            with store.writing():
                store.add_document(source)
                store.add_source(source.id, [whole])
            print(number, flush=True)  # noqa: T201
            time.sleep(PAUSE)


def decide(folder: Path, who: str) -> None:
    """One verdict after the other, over and over the claims."""
    verdicts = list(Verdict)
    with Workspace(folder) as workspace:
        desk = workspace.desk(who)
        claims = [claim.id for claim in workspace.store.claims()]
        for number in range(10**6):
            verdict = verdicts[number % len(verdicts)]
            desk.decide(claims[number % len(claims)], verdict, note=f"第{number}次")
            print(number, flush=True)  # noqa: T201
            time.sleep(PAUSE)


if __name__ == "__main__":
    {"add": add, "decide": decide}[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])
