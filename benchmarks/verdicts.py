"""Marks of the verdict sets: suggestions on given evidence, beside what the claim alone gives away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from benchmarks.claim_only import claim_only
from benchmarks.lines import Line, Measurement, Ticker
from benchmarks.sets import FOUND, HELD_BACK, MEASURED, Split, verdict_splits
from factcheck.evaluate.labels import BINS, SURE
from factcheck.evaluate.scratch import scratch
from factcheck.evaluate.verdict import Answer, answered, verdict_metrics
from factcheck.model import Verdict
from training.data import VERDICTS, short

TOGETHER = "every held-back row"


class Verdicts:
    """The verdict sets one by one, and what all held-back rows come to together."""

    def __init__(self, limit: int | None) -> None:
        """`limit` is how many rows of each set are looked at; None: all."""
        self._limit = limit
        self.held_back: list[Answer] = []
        """Every answer to a held-back row so far."""

    def measurements(self) -> Iterator[Measurement]:
        """One a set, then the one over all held-back rows, which wants the others to have run."""
        for file in (*VERDICTS, *MEASURED):
            yield Measurement(short(file), partial(self._lines, file))
        yield Measurement(TOGETHER, self._together)

    def _lines(self, file: str) -> Iterator[Line]:
        (split,) = verdict_splits(file)
        answers = self._answers(split)
        if split.part == HELD_BACK:
            self.held_back += answers
        alone = claim_only([answer.row for answer in answers])
        found = verdict_metrics(answers)
        three = len({answer.row.label for answer in answers}) == len(Verdict)
        for metric in ("macro_f1", "accuracy") if three else ("accuracy", "macro_f1"):
            error = found[f"{metric}.se"]
            yield Line(split.name, split.part, len(answers), metric, found[metric], error, alone[metric])
        yield from _calibration(split.name, split.part, answers)

    def _answers(self, split: Split) -> list[Answer]:
        rows = split.rows[: self._limit]
        watch = Ticker(split.name)
        found: list[Answer] = []
        with scratch({}) as workspace:
            for answer in answered(workspace.machinery, rows, found=split.file in FOUND):
                found.append(answer)
                watch(len(found), len(rows))
        return found

    def _together(self) -> Iterator[Line]:
        if self.held_back:
            yield from _calibration(TOGETHER, HELD_BACK, self.held_back)


def _calibration(name: str, part: str, answers: Sequence[Answer]) -> Iterator[Line]:
    found = verdict_metrics(answers)
    yield Line(name, part, len(answers), "ece", found["ece"])
    yield Line(name, part, len(answers), "sure", found["sure"])
    sure = sum(answer.suggestion.confidence >= SURE for answer in answers)
    if sure:
        yield Line(name, part, sure, "sure.right", found["sure.right"], found["sure.right.se"])


def reliability(answers: Sequence[Answer]) -> str:
    """Bins of confidence, with what they promise and what they keep, as a table."""
    lines = ["| confidence | rows | said | right | |", "|---|---|---|---|---|"]
    for place in range(BINS):
        own = [one for one in answers if min(BINS - 1, int(one.suggestion.confidence * BINS)) == place]
        if own:
            said = sum(one.suggestion.confidence for one in own) / len(own)
            right = sum(one.right for one in own) / len(own)
            cells = (
                f"{place / BINS:.2f} to {(place + 1) / BINS:.2f}",
                f"{len(own):,}",
                f"{said:.3f}",
                f"{right:.3f}",
                "#" * round(20 * right),
            )
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
