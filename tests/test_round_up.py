"""The main job on a small corpus of invented news: three articles in mixed language against nine sources.

Each claim is marked with the verdict that a careful reader gives it. The texts were written by somebody who knew
the program, after its rules, and what they showed was mended: a guard against going back, and no measure.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import Workspace
from factcheck.model import Suggestion, Verdict

HERE = Path(__file__).resolve().parent / "round_up"
_RIGHT = {Verdict.SUPPORTED: 0.9, Verdict.CONTRADICTED: 0.6, Verdict.UNVERIFIABLE: 0.9}
"""Share of the claims of a verdict that are given it at least."""


@pytest.fixture(scope="module")
def suggested(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Suggestion]]:
    with Workspace(tmp_path_factory.mktemp("round_up")) as workspace:
        list(workspace.add([str(HERE / "sources")]))
        list(workspace.check([str(HERE / "articles")]))
        yield {finding.claim.text: finding.suggestion for finding in workspace.findings()}


def _rows() -> list[tuple[str, Verdict]]:
    lines = (HERE / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    return [(row["claim"], Verdict(row["verdict"])) for row in map(json.loads, lines)]


def test_every_claim_is_found(suggested: dict[str, Suggestion]) -> None:
    assert {claim for claim, _ in _rows()} <= suggested.keys()


def test_no_claim_is_given_the_wrong_side(suggested: dict[str, Suggestion]) -> None:
    """Silence where a source speaks is a miss; a side where none is, or the other side, is a fault."""
    wrong = {
        claim: suggested[claim].rationale
        for claim, verdict in _rows()
        if suggested[claim].verdict not in (verdict, Verdict.UNVERIFIABLE)
    }
    assert wrong == {}


@pytest.mark.parametrize("verdict", list(Verdict))
def test_most_are_given_their_verdict(suggested: dict[str, Suggestion], verdict: Verdict) -> None:
    own = [claim for claim, wanted in _rows() if wanted is verdict]
    right = [claim for claim in own if suggested[claim].verdict is verdict]
    assert len(own) >= 3
    assert len(right) >= _RIGHT[verdict] * len(own)
