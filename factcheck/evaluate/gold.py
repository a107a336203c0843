"""Scores against data with known answers: what the pipeline makes of articles whose claims a person marked.

A gold file is JSON Lines (also .gz): `{"article", "start", "end", "counterparts": [{"source", "start",
"end"}], "verdict"}`, with content ids and offsets. A typed claim has `"article": null` and `"text"`.
Other keys are ignored.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.check import Machinery, check_claims, check_typed
from factcheck.errors import ReadError, SettingError, WorkspaceError
from factcheck.evaluate.files import digest_of, lines_of
from factcheck.evaluate.scores import with_error
from factcheck.extract import extract, typed_claim
from factcheck.model import Claim, Document, Finding, Offsets, Verdict, common_part, overlap, span_id
from factcheck.retrieve import Filters

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

MATCHED = 0.5
"""Character IoU from which an extracted claim is the marked one."""
FIRST = 3
"""Evidence passages that are looked at."""
CONFIDENT = 0.8
"""Confidence from which a wrong suggestion misleads."""


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """A stretch of a document that answers a row: code points [start, end)."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GoldRow:
    """One marked claim."""

    line: int
    """Where in the file it stands, from 1."""
    article: str | None
    """Content id; None for a typed claim."""
    start: int
    end: int
    text: str
    """Of a typed claim; empty for a marked span."""
    counterparts: tuple[GoldSpan, ...]
    """Every passage that bears on the claim; none where the corpus is silent."""
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class GoldResult:
    """One marked claim beside what the pipeline makes of it."""

    row: GoldRow
    quote: str
    """The marked words."""
    overlap: float | None
    """Character IoU with the extracted claim paired with it, 0 where extraction missed it; None: typed."""
    finding: Finding
    """Of the extracted claim; of the marked words themselves where extraction missed them."""
    found: bool | None
    """Whether a counterpart is among the first evidence passages; None where the row has none."""

    @property
    def right(self) -> bool:
        """Whether the suggested verdict is the marked one."""
        return self.finding.suggestion.verdict is self.row.verdict

    @property
    def missed(self) -> bool:
        """Whether extraction has no claim for the marked words."""
        return self.overlap == 0


@dataclass(frozen=True, slots=True)
class GoldRun:
    """What a whole gold file came to."""

    results: tuple[GoldResult, ...]
    """In the order of the file."""
    surplus: tuple[Finding, ...]
    """Extracted claims of the marked articles that no row asks for."""


def evaluate_gold(workspace: Workspace, path: str | Path) -> dict[str, object]:
    """`{"task", "metrics", "n", "seconds", "models", "sha256"}` for a gold file; n counts its rows.

    Metrics are shares in [0, 1], each with its standard error sqrt(p(1-p)/n) as `NAME.se`; one that
    has nothing to count (no row with counterparts, say) is absent. Rows that extraction missed are
    checked with the marked words as the claim, so that evidence and verdicts are measured whatever
    extraction does; `right.end_to_end` counts them as not right. Raises what `gold_run` raises.
    """
    began = time.perf_counter()
    run = gold_run(workspace, Path(path))
    provenance = workspace.machinery.provenance
    return {
        "task": "gold",
        "metrics": gold_metrics(run),
        "n": len(run.results),
        "seconds": round(time.perf_counter() - began, 3),
        "models": {"encoder": provenance.encoder, "judge": provenance.judge},
        "sha256": digest_of(Path(path)),
    }


def gold_details(workspace: Workspace, path: str | Path) -> list[GoldResult]:
    """Row by row what `evaluate_gold` counts, for reading the faults."""
    return list(gold_run(workspace, Path(path)).results)


def gold_run(workspace: Workspace, path: Path) -> GoldRun:
    """Check every article of `path` afresh against the corpus without itself; nothing is stored.

    ReadError names the line that cannot be understood, WorkspaceError the document that is missing or
    whose text is too short for the offsets, SettingError a `top` too small to be measured.
    """
    if workspace.settings.top < FIRST:
        raise SettingError(
            f"evidence@{FIRST} wants 'top' of at least {FIRST}, found {workspace.settings.top}. Raise it."
        )
    rows = read_gold(path)
    machinery = workspace.machinery
    articles = _documents(machinery, path, rows)
    results: dict[int, GoldResult] = {}
    surplus: list[Finding] = []
    for key in dict.fromkeys(row.article for row in rows):
        own = [row for row in rows if row.article == key]
        if key is None:
            done = [_typed(machinery, row) for row in own]
        else:
            done, unasked = _article(machinery, articles[key], own)
            surplus += unasked
        results.update((result.row.line, result) for result in done)
    return GoldRun(tuple(results[row.line] for row in rows), tuple(surplus))


# -- reading -----------------------------------------------------------------------------------


def read_gold(path: Path) -> list[GoldRow]:
    """The rows of a gold file; ReadError with the line number for one that cannot be understood."""
    return [_row(path, number, line) for number, line in lines_of(path)]


def _row(path: Path, number: int, line: str) -> GoldRow:
    try:
        found = json.loads(line)
        article = found["article"]
        start, end = (0, len(found["text"])) if article is None else (found["start"], found["end"])
        row = GoldRow(
            line=number,
            article=article,
            start=start,
            end=end,
            text=found["text"] if article is None else "",
            counterparts=tuple(
                GoldSpan(one["source"], one["start"], one["end"]) for one in found["counterparts"]
            ),
            verdict=Verdict(found["verdict"]),
        )
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise ReadError(
            f"{path}, line {number}: {type(error).__name__} {error}. Wanted are article, start, end, "
            f"counterparts and a verdict ({', '.join(Verdict)}); for a typed claim article null and text."
        ) from error
    offsets = [row.start, row.end, *(value for one in row.counterparts for value in (one.start, one.end))]
    if not all(type(value) is int for value in offsets):
        raise ReadError(f"{path}, line {number}: offsets want whole numbers, found {offsets}.")
    return row


def _documents(machinery: Machinery, path: Path, rows: Sequence[GoldRow]) -> dict[str, Document]:
    """The documents that `rows` name, every offset seen to lie inside its text."""
    store = machinery.store
    known: dict[str, Document] = {}
    for row in rows:
        where = f"{path}, line {row.line}"
        spans = [GoldSpan(row.article, row.start, row.end)] if row.article is not None else []
        for span in (*spans, *row.counterparts):
            if span.source not in known:
                if not store.has_document(span.source):
                    raise WorkspaceError(
                        f"{where}: no document '{span.source}' in {store.path}. "
                        "`factcheck add` the file that it came from, or `factcheck check` it."
                    )
                known[span.source] = store.document(span.source)
            length = len(known[span.source].text)
            if not 0 <= span.start < span.end <= length:
                raise WorkspaceError(
                    f"{where}: offsets {span.start}:{span.end} lie outside the text of {length} code points "
                    f"of {span.source}. Mark the row again on this text."
                )
        for span in row.counterparts:
            if not store.is_source(span.source):
                raise WorkspaceError(
                    f"{where}: the counterpart's document {span.source} is no source, so it cannot be found. "
                    "`factcheck add` the file that it came from."
                )
    return known


# -- running -----------------------------------------------------------------------------------


def _article(
    machinery: Machinery, article: Document, rows: Sequence[GoldRow]
) -> tuple[list[GoldResult], list[Finding]]:
    """The rows of one article, and the findings that no row asks for."""
    claims = [claim for claim in extract(article, scorer=machinery.scorer) if claim.kind.is_checkable]
    extracted = check_claims(machinery, claims, article, Filters())
    pairs = pair_spans(
        [(row.start, row.end) for row in rows],
        [(finding.claim.start, finding.claim.end) for finding in extracted],
    )
    missed = [row for place, row in enumerate(rows) if place not in pairs]
    marked = [_marked(machinery, article, row) for row in missed]
    own = {
        row.line: made
        for row, made in zip(missed, check_claims(machinery, marked, article, Filters()), strict=True)
    }
    results = []
    for place, row in enumerate(rows):
        finding = extracted[pairs[place]] if place in pairs else own[row.line]
        span = (finding.claim.start, finding.claim.end)
        share = overlap((row.start, row.end), span) if place in pairs else 0.0
        results.append(_result(row, article.text[row.start : row.end], share, finding))
    taken = set(pairs.values())
    return results, [finding for place, finding in enumerate(extracted) if place not in taken]


def _marked(machinery: Machinery, article: Document, row: GoldRow) -> Claim:
    """The marked words as a claim, as if somebody had typed them while reading the article."""
    quote = article.text[row.start : row.end]
    claim = typed_claim(quote, scorer=machinery.scorer, published=article.published)
    key = span_id(article.id, row.start, row.end, claim.text)
    return replace(
        claim, id=key, document_id=article.id, start=row.start, end=row.end, context=article.title or ""
    )


def _typed(machinery: Machinery, row: GoldRow) -> GoldResult:
    return _result(row, row.text, None, check_typed(machinery, row.text, Filters()))


def _result(row: GoldRow, quote: str, share: float | None, finding: Finding) -> GoldResult:
    found = None
    if row.counterparts:
        passages = [evidence.hit.passage for evidence in finding.evidence[:FIRST]]
        found = any(
            passage.document_id == one.source and _covers((passage.start, passage.end), (one.start, one.end))
            for passage in passages
            for one in row.counterparts
        )
    return GoldResult(row, quote, share, finding, found)


# -- comparing spans ---------------------------------------------------------------------------


def _covers(left: Offsets, right: Offsets) -> bool:
    """Whether more than half of the shorter of two spans lies in the other."""
    return 2 * common_part(left, right) > min(left[1] - left[0], right[1] - right[0])


def pair_spans(gold: Sequence[Offsets], claims: Sequence[Offsets]) -> dict[int, int]:
    """Gold place -> claim place, one to one: as many pairs of IoU >= MATCHED as there can be, closest first.

    Augmenting paths (Kuhn): a claim moves on to another of its candidates when that lets one more be paired.
    """
    shares = {
        (g, c): share
        for g, left in enumerate(gold)
        for c, right in enumerate(claims)
        if (share := overlap(left, right)) >= MATCHED
    }
    ranked = sorted(shares, key=lambda pair: (-shares[pair], pair))
    options: dict[int, list[int]] = {}
    for g, c in ranked:
        options.setdefault(g, []).append(c)
    holder: dict[int, int] = {}
    for g in dict.fromkeys(g for g, _ in ranked):
        _place(g, options, holder, set())
    return {g: c for c, g in holder.items()}


def _place(g: int, options: dict[int, list[int]], holder: dict[int, int], tried: set[int]) -> bool:
    """Give `g` a claim, moving earlier holders on where needed; False when there is no way."""
    for c in options[g]:
        if c in tried:
            continue
        tried.add(c)
        if c not in holder or _place(holder[c], options, holder, tried):
            holder[c] = g
            return True
    return False


# -- counting ----------------------------------------------------------------------------------


def gold_metrics(run: GoldRun) -> dict[str, float]:
    """The shares that `evaluate_gold` reports, with their standard errors."""
    found: dict[str, float] = {}
    for name, answers in _shares(run):
        if answers:
            found |= with_error(name, [float(answer) for answer in answers])
    return found


def _shares(run: GoldRun) -> Iterator[tuple[str, list[bool]]]:
    """Each metric with its yes or no for everything that it counts."""
    results = run.results
    marked = [result for result in results if result.row.article is not None]
    matched = [not result.missed for result in marked]
    yield "extraction_recall", matched
    yield "extraction_precision", [True] * sum(matched) + [False] * len(run.surplus)
    yield f"evidence@{FIRST}", [result.found for result in results if result.found is not None]
    yield "right", [result.right for result in results]
    for verdict in Verdict:
        yield f"right.{verdict}", [result.right for result in results if result.row.verdict is verdict]
    yield "right.end_to_end", [result.right and not result.missed for result in results]
    yield (
        "confident_wrong",
        [not result.right and result.finding.suggestion.confidence >= CONFIDENT for result in results],
    )
