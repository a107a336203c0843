"""Verdicts on given evidence: what the pipeline suggests when the search is taken out of it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.check import Machinery
from factcheck.evaluate.files import digest_of
from factcheck.evaluate.labels import label_metrics
from factcheck.evaluate.rows import Piece, VerdictRow, read_verdicts
from factcheck.evaluate.scores import Scores, Watch, library, unwatched
from factcheck.evaluate.scratch import scratch
from factcheck.extract import typed_claim
from factcheck.language.scripts import detect_language
from factcheck.model import Document, Hit, Suggestion
from factcheck.split import split


@dataclass(frozen=True, slots=True)
class Answer:
    """A row beside what the pipeline makes of it."""

    row: VerdictRow
    suggestion: Suggestion

    @property
    def right(self) -> bool:
        """Whether the suggested verdict is the label."""
        return self.suggestion.verdict is self.row.label


def evaluate_verdict(
    path: str | Path,
    settings: Mapping[str, object],
    *,
    limit: int | None = None,
    corpus: Path | None = None,
    found: bool = False,
    watch: Watch = unwatched,
) -> Scores:
    """Scores of the suggestions for the rows of `path`, or for its first `limit`; see `read_verdicts`.

    `found` says that a search found the evidence of these rows; else somebody chose it for the claim.
    """
    library("sklearn.metrics", "scikit-learn")
    rows = read_verdicts(Path(path), corpus)[:limit]
    return score_verdicts(rows, settings, sha256=digest_of(Path(path)), found=found, watch=watch)


def score_verdicts(
    rows: Sequence[VerdictRow],
    settings: Mapping[str, object],
    *,
    sha256: str,
    found: bool = False,
    watch: Watch = unwatched,
) -> Scores:
    """Scores of the suggestions for `rows`, which come from the file with this digest."""
    began = time.perf_counter()
    with scratch(settings) as workspace:
        machinery = workspace.machinery
        answers = []
        for answer in answered(machinery, rows, found=found):
            answers.append(answer)
            watch(len(answers), len(rows))
        provenance = machinery.provenance
    bare = sum(not row.evidence for row in rows)
    return Scores(
        task="verdict",
        metrics=verdict_metrics(answers),
        n=len(answers),
        seconds=round(time.perf_counter() - began, 3),
        models={"encoder": provenance.encoder, "judge": provenance.judge},
        sha256=sha256,
        notes=(f"{bare:,} of the rows come without evidence, so they are unverifiable as they stand.",)
        if bare
        else (),
    )


def answered(machinery: Machinery, rows: Sequence[VerdictRow], *, found: bool = False) -> Iterator[Answer]:
    """Each row with its suggestion, in order; `found` as in `evaluate_verdict`."""
    for row in rows:
        yield Answer(row, _suggestion(machinery, row, given=not found))


def _suggestion(machinery: Machinery, row: VerdictRow, *, given: bool) -> Suggestion:
    """What the pipeline suggests for a claim once these pieces have been found for it.

    The search has no say: every passage is found equally well,.
    """
    hits = [hit for document in _documents(row.evidence) for hit in _hits(document)]
    return machinery.verifier.verify(typed_claim(row.claim), hits, given=given).suggestion


def _documents(pieces: Sequence[Piece]) -> list[Document]:
    """The sources that pieces stand for: those of one page are one source, its title is known."""
    texts: dict[str, list[str]] = {}
    for place, piece in enumerate(pieces):
        texts.setdefault(piece.title or f"\0{place}", []).append(piece.text)
    return [
        Document(
            text="\n".join(own),
            title=None if title.startswith("\0") else title,
            language=detect_language("\n".join(own)),
        )
        for title, own in texts.items()
    ]


def _hits(document: Document) -> list[Hit]:
    return [Hit(passage, document.card, 1.0) for passage in split(document)]


def verdict_metrics(answers: Sequence[Answer]) -> dict[str, float]:
    """The metrics of `label_metrics`; all three answers may be given where the rows have two labels."""
    return label_metrics(
        [answer.row.label for answer in answers],
        [answer.suggestion.verdict for answer in answers],
        [answer.suggestion.confidence for answer in answers],
    )
