"""Scores count what a person can count by hand, on real articles, and name what is wrong with a gold file."""

from __future__ import annotations

import gzip
import hashlib
import itertools
import json
import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workspaces import filled

from factcheck import Workspace
from factcheck.errors import ReadError, SettingError, WorkspaceError
from factcheck.evaluate import MATCHED, evaluate_gold, gold_details, gold_run, overlap, pair_spans, read_gold
from factcheck.model import Document, OutcomeStatus

ARTICLE = (
    "Veltron's chip back on sale\n\n"
    "The Harbour Trade Office approved exports of Veltron's Lark-9 chip on 15 July 2025.\n\n"
    "Veltron在中國的數據中心營收下降25%。\n\n"
    "启明半导体2025年第二季度营收为40亿元。\n"
)
MARKED = {
    "The Harbour Trade Office approved exports of Veltron's Lark-9 chip on 15 July 2025": (
        "The Harbour Trade Office approved exports of Veltron's Lark-9 chip on 15 July 2025.",
        "supported",
    ),
    "Veltron在中國的數據中心營收下降25%": (
        "2025年上半年，Veltron在中國的數據中心營收下降25%。",
        "supported",
    ),
    "启明半导体2025年第二季度营收为40亿元": ("启明半导体2025年第二季度营收为25亿元。", "contradicted"),
}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Three sources and one checked article."""
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    with filled(tmp_path) as opened:
        (outcome,) = opened.check([str(article)])
        assert outcome.status is OutcomeStatus.CHECKED
        yield opened


def article_of(workspace: Workspace) -> Document:
    return workspace.store.document(workspace.store.articles()[0].id)


def marked_row(workspace: Workspace, quote: str, answer: str | None, verdict: str) -> dict[str, object]:
    """A gold row for `quote` of the article, answered by the sentence `answer` of a source."""
    article = article_of(workspace)
    counterparts = []
    for card in workspace.sources():
        start = workspace.store.document(card.id).text.find(answer) if answer else -1
        if answer and start >= 0:
            counterparts.append({"source": card.id, "start": start, "end": start + len(answer)})
    start = article.text.index(quote)
    return {
        "article": article.id,
        "start": start,
        "end": start + len(quote),
        "counterparts": counterparts,
        "verdict": verdict,
        "note": "ignored",
    }


def all_rows(workspace: Workspace) -> list[dict[str, object]]:
    return [marked_row(workspace, quote, *answer) for quote, answer in MARKED.items()]


def write(path: Path, rows: list[dict[str, object]]) -> Path:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


def metrics(workspace: Workspace, path: Path) -> dict[str, float]:
    found = evaluate_gold(workspace, path)["metrics"]
    assert isinstance(found, dict)
    return found


def test_a_perfect_list_of_the_articles_claims_scores_one(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", all_rows(workspace))
    result = evaluate_gold(workspace, path)
    assert set(result) == {"task", "metrics", "n", "seconds", "models", "sha256"}
    assert (result["task"], result["n"]) == ("gold", 3)
    assert result["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert result["models"] == {
        "encoder": workspace.provenance.encoder,
        "judge": workspace.provenance.judge,
    }
    scores = metrics(workspace, path)
    assert scores["extraction_recall"] == scores["extraction_precision"] == scores["evidence@3"] == 1
    assert scores["evidence@3.se"] == 0
    assert json.loads(json.dumps(result)) == result


def test_the_rows_add_up_to_the_scores(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", all_rows(workspace))
    details = gold_details(workspace, path)
    assert [detail.quote for detail in details] == list(MARKED)
    stored = {finding.claim.id: finding for finding in workspace.findings()}
    for detail in details:
        same = stored[detail.finding.claim.id]
        assert detail.finding.suggestion.verdict is same.suggestion.verdict
        assert detail.right == (same.suggestion.verdict is detail.row.verdict)
    right = sum(detail.right for detail in details) / 3
    scores = metrics(workspace, path)
    assert scores["right"] == scores["right.end_to_end"] == pytest.approx(right, abs=1e-6)
    assert scores["right.se"] == pytest.approx(math.sqrt(right * (1 - right) / 3), abs=1e-6)
    wrong = sum(not one.right and one.finding.suggestion.confidence >= 0.8 for one in details) / 3
    assert scores["confident_wrong"] == pytest.approx(wrong, abs=1e-6)
    assert "right.unverifiable" not in scores


def test_claims_that_no_row_asks_for_lower_precision_only(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", all_rows(workspace)[:1])
    scores = metrics(workspace, path)
    assert scores["extraction_recall"] == 1
    assert scores["extraction_precision"] == pytest.approx(1 / 3, abs=1e-6)
    assert [finding.claim.quote for finding in gold_run(workspace, path).surplus] == list(MARKED)[1:]


def test_what_extraction_misses_is_checked_with_its_own_words(workspace: Workspace, tmp_path: Path) -> None:
    """A heading is no claim, so extraction leaves it out; retrieval and verdict are measured all the same."""
    heading = "Veltron's chip back on sale"
    row = marked_row(
        workspace, heading, "Veltron sold 300,000 Lark-9 chips in the first half of 2025.", "supported"
    )
    path = write(tmp_path / "gold.jsonl", [row])
    (detail,) = gold_details(workspace, path)
    assert (detail.overlap, detail.missed) == (0, True)
    claim = detail.finding.claim
    assert (claim.quote, claim.document_id) == (heading, article_of(workspace).id)
    assert (claim.start, claim.end) == (0, len(heading))
    scores = metrics(workspace, path)
    assert scores["extraction_recall"] == scores["right.end_to_end"] == 0
    assert scores["right"] == float(detail.right)
    assert scores["evidence@3"] == float(bool(detail.found))


def test_an_article_is_no_evidence_for_itself(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", all_rows(workspace))
    before = [detail.finding.evidence for detail in gold_details(workspace, path)]
    list(workspace.add([str(tmp_path / "article.txt")]))
    article = article_of(workspace)
    details = gold_details(workspace, path)
    assert len(before) == len(details) == 3
    for detail in details:
        assert detail.finding.evidence
        assert article.id not in {one.hit.source.id for one in detail.finding.evidence}


@pytest.mark.parametrize(
    "text",
    [
        "Qiming's QM-7 reaches 400 TFLOPS",
        "啟明半導體的QM-7算力達400 TFLOPS",
        "启明半导体的QM-7算力达到400 TFLOPS",
        "啟明的QM-7 chip算力達400 TFLOPS",
    ],
)
def test_a_typed_claim_counts_for_evidence_and_not_for_extraction(
    workspace: Workspace, tmp_path: Path, text: str
) -> None:
    answer = "启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。"
    (source,) = [card for card in workspace.sources() if answer in workspace.store.document(card.id).text]
    start = workspace.store.document(source.id).text.index(answer)
    counterpart = {"source": source.id, "start": start, "end": start + len(answer)}
    row: dict[str, object] = {
        "article": None, "text": text, "counterparts": [counterpart], "verdict": "supported",
    }  # fmt: skip
    scores = metrics(workspace, write(tmp_path / "typed.jsonl.gz", [row]))
    assert scores["evidence@3"] == 1
    assert not [name for name in scores if name.startswith("extraction")]


def test_evaluating_stores_nothing(workspace: Workspace, tmp_path: Path) -> None:
    before = workspace.store.stats()
    evaluate_gold(workspace, write(tmp_path / "gold.jsonl", all_rows(workspace)))
    assert workspace.store.stats() == before


# -- gold files with faults --------------------------------------------------------------------


def test_an_unknown_article_is_named_with_what_to_do(workspace: Workspace, tmp_path: Path) -> None:
    rows = all_rows(workspace)
    rows[1]["article"] = "f" * 64
    with pytest.raises(WorkspaceError, match=rf"line 2.*{'f' * 64}.*factcheck add"):
        evaluate_gold(workspace, write(tmp_path / "gold.jsonl", rows))


def test_a_counterpart_that_is_no_source_is_named(workspace: Workspace, tmp_path: Path) -> None:
    rows = all_rows(workspace)
    article = article_of(workspace).id
    rows[0]["counterparts"] = [{"source": article, "start": 0, "end": 5}]
    with pytest.raises(WorkspaceError, match=rf"line 1.*{article} is no source"):
        evaluate_gold(workspace, write(tmp_path / "gold.jsonl", rows))


@pytest.mark.parametrize(("start", "end"), [(0, 100000), (-1, 5), (5, 5), (9, 2)])
@pytest.mark.parametrize("part", ["article", "counterpart"])
def test_offsets_outside_the_text_are_named(
    workspace: Workspace, tmp_path: Path, part: str, start: int, end: int
) -> None:
    rows = all_rows(workspace)
    wrong = {"start": start, "end": end}
    if part == "article":
        rows[2].update(wrong)
    else:
        rows[2]["counterparts"] = [{"source": workspace.sources()[0].id, **wrong}]
    with pytest.raises(WorkspaceError, match=rf"line 3: offsets {start}:{end}"):
        evaluate_gold(workspace, write(tmp_path / "gold.jsonl", rows))


GOOD = '{"article": null, "text": "晶片獲准出口", "counterparts": [], "verdict": "supported"}\n'


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "JSONDecodeError"),
        ("[1]", "TypeError"),
        ('{"article": "a"}', "start"),
        ('{"article": null, "counterparts": [], "verdict": "supported"}', "text"),
        ('{"article": "a", "start": 0, "end": 1, "counterparts": [], "verdict": "true"}', "'true'"),
        ('{"article": "a", "start": 0.5, "end": 1, "counterparts": [], "verdict": "supported"}', "0.5"),
        ('{"article": "a", "start": true, "end": 1, "counterparts": [], "verdict": "supported"}', "True"),
    ],
)
def test_a_row_that_cannot_be_understood_is_named(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{GOOD}\n{line}\n", encoding="utf-8")
    with pytest.raises(ReadError, match="line 3") as caught:
        read_gold(path)
    assert said in str(caught.value)


def test_files_that_are_none_are_named(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("\n\n", encoding="utf-8")
    (tmp_path / "text.jsonl.gz").write_text(GOOD, encoding="utf-8")
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(GOOD.encode() * 50)[:40])
    (tmp_path / "bytes.jsonl").write_bytes(b"\xff\xfe\x00\xd8")
    for name in ("empty.jsonl", "text.jsonl.gz", "cut.jsonl.gz", "bytes.jsonl", "absent.jsonl"):
        with pytest.raises(ReadError, match=name):
            read_gold(tmp_path / name)


def test_fewer_passages_than_are_measured_are_refused(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", all_rows(workspace))
    with (
        Workspace(workspace.folder.path, top=2) as narrow,
        pytest.raises(SettingError, match=r"evidence@3.*found 2"),
    ):
        evaluate_gold(narrow, path)


# -- pairing -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [((0, 10), (0, 10), 1), ((0, 10), (10, 20), 0), ((0, 10), (5, 15), 1 / 3), ((0, 10), (0, 5), 0.5)],
)
def test_overlap(left: tuple[int, int], right: tuple[int, int], share: float) -> None:
    assert overlap(left, right) == overlap(right, left) == pytest.approx(share)


def test_the_closest_claim_is_taken() -> None:
    assert pair_spans([(0, 10)], [(0, 6), (0, 9), (2, 10)]) == {0: 1}
    assert pair_spans([(0, 10)], [(0, 4)]) == {}


def test_a_claim_moves_on_so_that_another_row_has_one() -> None:
    # Both rows want the middle claim; only the first has another.
    assert pair_spans([(0, 10), (4, 12)], [(1, 10), (0, 7)]) == {0: 1, 1: 0}


spans = st.tuples(st.integers(0, 12), st.integers(1, 8)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(spans, max_size=4), st.lists(spans, max_size=4))
def test_as_many_pairs_as_any_assignment(gold: list[tuple[int, int]], claims: list[tuple[int, int]]) -> None:
    pairs = pair_spans(gold, claims)
    assert len(set(pairs.values())) == len(pairs)
    assert all(overlap(gold[g], claims[c]) >= MATCHED for g, c in pairs.items())
    padded = [*claims, *[(-2, -1)] * len(gold)]
    most = max(
        sum(overlap(one, other) >= MATCHED for one, other in zip(gold, chosen, strict=False))
        for chosen in itertools.permutations(padded, len(gold))
    )
    assert len(pairs) == most
