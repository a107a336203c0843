"""Verdicts on given evidence: what the pipeline suggests when the search is taken out of it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.check import Machinery
from factcheck.evaluate.files import digest_of
from factcheck.evaluate.rows import Piece, VerdictRow, read_verdicts
from factcheck.evaluate.scores import Scores, Watch, library, unwatched, with_error
from factcheck.evaluate.scratch import scratch
from factcheck.extract import typed_claim
from factcheck.language.scripts import detect_language
from factcheck.model import Document, Hit, Suggestion, Verdict
from factcheck.split import split

BINS = 15
"""Equal bins of confidence that the calibration error is summed over (Guo et al., ICML 2017)."""
SURE = 0.9
"""Confidence from which a suggestion should be right nine times in ten."""


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
    watch: Watch = unwatched,
) -> Scores:
    """Scores of the suggestions for the rows of `path`, or for its first `limit`; see `read_verdicts`."""
    library("sklearn.metrics", "scikit-learn")
    rows = read_verdicts(Path(path), corpus)[:limit]
    return score_verdicts(rows, settings, sha256=digest_of(Path(path)), watch=watch)


def score_verdicts(
    rows: Sequence[VerdictRow], settings: Mapping[str, object], *, sha256: str, watch: Watch = unwatched
) -> Scores:
    """Scores of the suggestions for `rows`, which come from the file with this digest."""
    began = time.perf_counter()
    with scratch(settings) as workspace:
        machinery = workspace.machinery
        answers = []
        for answer in answered(machinery, rows):
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


def answered(machinery: Machinery, rows: Sequence[VerdictRow]) -> Iterator[Answer]:
    """Each row with its suggestion, in order."""
    for row in rows:
        yield Answer(row, _suggestion(machinery, row))


def _suggestion(machinery: Machinery, row: VerdictRow) -> Suggestion:
    """What the pipeline suggests for a claim once these pieces have been found for it.

    The search has no say: every passage is found equally well.
    """
    hits = [hit for document in _documents(row.evidence) for hit in _hits(document)]
    return machinery.verifier.verify(typed_claim(row.claim), hits).suggestion


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


# -- counting ----------------------------------------------------------------------------------


def verdict_metrics(answers: Sequence[Answer]) -> dict[str, float]:
    """accuracy, macro_f1 over the labels among the rows, f1.LABEL, ece, and how suggestions from SURE do.

    All three answers may be given where the rows have two labels: the third is then always wrong.
    """
    truth = [answer.row.label.value for answer in answers]
    given = [answer.suggestion.verdict.value for answer in answers]
    return label_metrics(truth, given, [answer.suggestion.confidence for answer in answers])


def label_metrics(
    truth: Sequence[str], given: Sequence[str], confidences: Sequence[float]
) -> dict[str, float]:
    """The metrics of any answers to rows with a label, each with a confidence in [0, 1]."""
    if not truth:
        return {}
    metrics = library("sklearn.metrics", "scikit-learn")
    labels = [label.value for label in Verdict if label.value in set(truth)]
    shares = metrics.f1_score(truth, given, labels=labels, average=None, zero_division=0)
    right = [one == other for one, other in zip(truth, given, strict=True)]
    sure = [float(one) for one, share in zip(right, confidences, strict=True) if share >= SURE]
    found = with_error("accuracy", [float(one) for one in right])
    found["macro_f1"] = round(float(sum(shares)) / len(labels), 6)
    found |= {f"f1.{label}": round(float(share), 6) for label, share in zip(labels, shares, strict=True)}
    found["ece"] = round(calibration_error(confidences, right), 6)
    found["sure"] = round(len(sure) / len(right), 6)
    return found | (with_error("sure.right", sure) if sure else {})


def calibration_error(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """Expected calibration error of the top label: |mean confidence - share right| a bin, by its share."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for share, one in zip(confidences, right, strict=True):
        bins.setdefault(min(BINS - 1, int(share * BINS)), []).append((share, one))
    gaps = (abs(sum(share for share, _ in own) - sum(one for _, one in own)) for own in bins.values())
    return sum(gaps) / len(right)
