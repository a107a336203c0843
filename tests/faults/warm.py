"""What children are forked with: the package imported, models and tables read; no thread, no open file.

The indexes and the database are only imported: using them would start threads, which no fork keeps.
"""

from __future__ import annotations

from importlib import import_module

from factcheck.check import claims_of
from factcheck.encoders.builtin import BuiltinEncoder
from factcheck.encoders.static import StaticEncoder
from factcheck.judges import load_judge
from factcheck.language.entities import load_aliases
from factcheck.model import Card, Document
from factcheck.prepare import Tools, prepare
from factcheck.worthiness import Worthiness

_LATE = (
    "faiss",
    "filelock",
    "rich.progress",
    "sqlite_utils.migrations",
    "tantivy",
    "factcheck.cli",
    "factcheck.indexes.auto",
    "factcheck.read",
    "factcheck.review",
    "factcheck.workspace",
    "tui.app",
)
"""What a run would import only when it comes to it."""
_TEXT = (
    "Veltron (VLT) sold 300,000 chips in the first half of 2025, its chief said on 15 July.\n\n"
    "2025年上半年，Veltron在中國的數據中心營收下降25%。启明半导体（银弓）第二季度营收为25亿元。"
)


def _warm() -> None:
    for name in _LATE:
        import_module(name)
    encoder = BuiltinEncoder.builtin()
    document = Document(_TEXT, title="甲")
    prepare(Tools(load_aliases(None), encoder), (document, Card(document.id, title="甲")))
    claims_of(document, Worthiness(StaticEncoder.builtin()).score, [])
    load_judge("builtin")


_warm()
