"""Claims of our own articles with the passages that search finds for them: those that bear on a claim, and
those that only look as if they did.

Fact-checking sets pair a claim with sentences about it; at run time most of what is retrieved is about
something else. The rows come from the marked lists of tests/gold on the invented corpus of examples/.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck import Workspace
from factcheck.comparing.comparison import Comparison, compare
from factcheck.comparing.statement import read_statement
from factcheck.copies import copies_of
from factcheck.encoders.static import StaticEncoder
from factcheck.evaluate import GoldRow, read_gold
from factcheck.extract import typed_claim
from factcheck.language.entities import find_entities
from factcheck.model import Hit, Verdict
from factcheck.retrieve import Filters

ROOT = Path(__file__).resolve().parent.parent
LISTS = ("examples_first", "examples_second", "examples_unseen", "third")
"""Lists of tests/gold that are trained on. `seen` and `fourth` are not."""
CANDIDATES = 20
_AROUND = (200, 100)
"""Code points before and behind a claim whose names it may be about."""
_STANCES = {Verdict.SUPPORTED: 0, Verdict.CONTRADICTED: 1, Verdict.UNVERIFIABLE: 2}


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A claim beside one passage that was found for it."""

    comparison: Comparison
    stance: int
    """0 supports, 1 contradicts, 2 neutral."""


def retrieved(lists: Sequence[str] = LISTS) -> list[Retrieved]:
    """The candidates of every marked claim, in the order of the lists."""
    with tempfile.TemporaryDirectory() as folder, Workspace(folder) as workspace:
        list(workspace.add([str(ROOT / "examples" / "sources")]))
        list(
            workspace.check([str(ROOT / "examples" / "articles"), str(ROOT / "tests" / "gold" / "articles")])
        )
        found: list[Retrieved] = []
        for name in lists:
            for row in read_gold(ROOT / "tests" / "gold" / f"{name}.jsonl"):
                found += _of_row(workspace, row)
    return found


def _of_row(workspace: Workspace, row: GoldRow) -> Iterator[Retrieved]:
    machinery = workspace.machinery
    store = machinery.store
    copies: tuple[str, ...] = ()
    if row.article is None:
        text, published, around = row.text, None, ""
    else:
        article = store.document(row.article)
        text, published = article.text[row.start : row.end], article.published
        around = article.text[max(0, row.start - _AROUND[0]) : row.end + _AROUND[1]]
        copies = tuple(copies_of(store, article))
    claim = typed_claim(text, published=published).text
    allowed = machinery.retriever.allowed(Filters(exclude=copies))
    (hits,) = machinery.retriever.retrieve(
        [claim], top=CANDIDATES, candidates=50, allowed=allowed, reference_date=published
    )
    statement = read_statement(claim, reference_date=published)
    background = frozenset(key for name in find_entities(around) for key in name.keys)
    words = StaticEncoder.builtin()
    for hit, reading in zip(hits, workspace.readings.of(hits), strict=True):
        comparison = compare(statement, reading.statement, words, reading.context, background)
        yield Retrieved(comparison, _STANCES[row.verdict] if _bears(hit, row) else 2)


def _bears(hit: Hit, row: GoldRow) -> bool:
    passage = hit.passage
    return any(
        passage.document_id == one.source
        and 2 * (min(passage.end, one.end) - max(passage.start, one.start))
        > min(passage.end - passage.start, one.end - one.start)
        for one in row.counterparts
    )
