"""An explanation is what was decided: same stances, same suggestion, and steps that lead there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from factcheck import Workspace
from factcheck.errors import UsageError, WorkspaceError
from factcheck.explaining.account import Explanation
from factcheck.explaining.row import explanation_row
from factcheck.exporters.rows import finding_row
from factcheck.judges import Rule
from factcheck.model import Finding, OutcomeStatus, Reason, Verdict
from factcheck.verify import COMPARED

ROOT = Path(__file__).resolve().parent.parent.parent
CLAIMS = [
    "Yaochuan reported revenue of NT$41.27 billion for the third quarter of 2025",
    "Chengyue's revenue rose 87% in the first half of 2025",
    "曜川第三季營收為812.7億元",
    "曜川半導體2025年第三季合併營收為新台幣412.7億元",
    "岳峰3采用7纳米工艺",
    "自2026年1月1日起，全国所有智算中心使用国产加速卡的比例不得低于40%",
    "Yuefeng 3 的 FP16 算力是 271 TFLOPS",
    "Loftmark Lab在7月測試了三張 Yuefeng 3",
    "It rained in Paris yesterday",
]


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The example sources, and all example articles checked; not to be changed."""
    with Workspace(tmp_path_factory.mktemp("examples")) as workspace:
        list(workspace.add([str(ROOT / "examples" / "sources")]))
        outcomes = list(workspace.check([str(ROOT / "examples" / "articles")]))
        assert {outcome.status for outcome in outcomes} == {OutcomeStatus.CHECKED}
        yield workspace


@pytest.mark.parametrize("text", CLAIMS)
def test_a_typed_claim_is_explained_as_it_is_answered(examples: Workspace, text: str) -> None:
    explanation = examples.explain(text, top=5)
    _ends_where(explanation, examples.claim(text))
    assert explanation.stored is None


def test_every_stored_claim_of_the_examples_is_explained_as_it_was_checked(examples: Workspace) -> None:
    findings = examples.findings(all_kinds=True)
    assert len(findings) > 100
    assert {finding.claim.language for finding in findings} >= {"en", "zh-Hant", "zh-Hans"}
    for finding in findings[::3]:
        explanation = examples.explain(finding.claim.id, top=5)
        _ends_where(explanation, finding)
        assert not explanation.is_stale
        assert explanation.stored == finding.suggestion


def _ends_where(explanation: Explanation, finding: Finding) -> None:
    """The last steps and the decision are what the rows print."""
    wanted, row = finding_row(finding), explanation_row(explanation)
    assert {key: row[key] for key in ("article", "claim", "suggestion", "matches")} == {
        key: wanted[key] for key in ("article", "claim", "suggestion", "matches")
    }
    evidence = {one["passage_id"]: one for one in wanted["evidence"]}  # type: ignore[attr-defined]
    explained = {one["passage_id"]: one for one in row["passages"]}  # type: ignore[attr-defined]
    assert evidence.keys() == explained.keys()
    for key, one in explained.items():
        assert {name: one[name] for name in evidence[key]} == evidence[key]
        last = one["steps"][-1]
        assert (
            last[one["stance"]]
            == one["stance_score"]
            == max(last[name] for name in ("supports", "contradicts", "neutral"))
        )
        assert sum(one["score_parts"].values()) == pytest.approx(one["score"], abs=2e-6)
    decision = row["decision"]
    if decision is not None and explanation.passages:
        assert isinstance(decision, dict)
        ranks = {one["rank"] for one in explained.values()}
        assert set(decision["deciding"]) <= ranks


def test_what_decides_is_told(examples: Workspace) -> None:
    found: set[object] = set()
    for finding in examples.findings():
        row = explanation_row(examples.explain(finding.claim.id, top=1))
        decision, suggestion = row["decision"], finding.suggestion
        assert isinstance(decision, dict)
        support, contradiction = decision["support"], decision["contradiction"]
        sides = (support["counted"], contradiction["counted"])
        found.add(suggestion.reason or suggestion.verdict)
        if suggestion.reason is Reason.CONFLICTING:
            assert decision["deciding"] == [support["rank"], contradiction["rank"]]
            assert min(sides) >= decision["conflicts_from"]
        elif suggestion.reason is Reason.NO_EVIDENCE:
            assert max(sides) < decision["decides_from"]
        else:
            won = support if suggestion.verdict is Verdict.SUPPORTED else contradiction
            assert decision["deciding"] == [won["rank"]]
            assert won["counted"] == max(sides) >= decision["decides_from"]
        for side in (support, contradiction):
            assert side["counted"] <= side["found"]
            assert (side["counted"] < side["found"]) <= bool(decision["takes"])
        if decision["takes"]:
            left = decision["takes"][-1]
            assert (left["support"], left["contradiction"]) == sides
    assert found == {Verdict.SUPPORTED, Verdict.CONTRADICTED, Reason.CONFLICTING, Reason.NO_EVIDENCE}


def test_what_is_not_searched_for_has_a_reading_and_no_decision(examples: Workspace) -> None:
    opinion = next(one for one in examples.findings(all_kinds=True) if not one.claim.kind.is_checkable)
    explanation = examples.explain(opinion.claim.id)
    assert explanation.verified is None
    assert explanation.finding.suggestion == opinion.suggestion
    assert explanation.reading
    assert explanation_row(explanation)["decision"] is None


def test_nothing_found_is_told(tmp_path: Path) -> None:
    with Workspace(tmp_path) as workspace:
        explanation = workspace.explain("曜川第三季營收為812.7億元")
    assert explanation.passages == ()
    assert explanation.finding.suggestion.reason is Reason.NO_EVIDENCE


def test_the_nearest_are_shown_and_what_decides_always(examples: Workspace) -> None:
    conflict = next(one for one in examples.findings() if one.suggestion.reason is Reason.CONFLICTING)
    explanation = examples.explain(conflict.claim.id, top=1)
    assert len(explanation.passages) == 2
    many = examples.explain(conflict.claim.id, top=9)
    assert [one.rank for one in many.passages] == list(range(1, COMPARED + 1))
    assert [one.counted for one in many.passages] == [rank <= 5 for rank in range(1, COMPARED + 1)]


def test_a_beginning_of_an_id_is_enough_and_an_ambiguous_one_is_not(examples: Workspace) -> None:
    claim = examples.findings()[0].claim
    assert examples.explain(claim.id[:10].upper()).finding.claim == claim
    with pytest.raises(
        UsageError, match=r"several whose ids begin with '[0-9a-f]': [0-9a-f]{12}, .*Give more digits"
    ):
        for digit in "0123456789abcdef":
            examples.explain(digit)


@pytest.mark.parametrize("unknown", ["f" * 32, "decade", "2025"])
def test_an_id_that_no_claim_has_is_one_line(examples: Workspace, unknown: str) -> None:
    if unknown == "2025":
        assert not examples.store.claims_named(unknown)
    with pytest.raises(WorkspaceError, match=f"none whose id begins with '{unknown}'"):
        examples.explain(unknown)


def test_a_corpus_that_changed_makes_the_stored_suggestion_stale(tmp_path: Path) -> None:
    source, article = tmp_path / "source.txt", tmp_path / "article.txt"
    source.write_text("Veltron sold 300,000 Lark-9 chips in May 2025.\n", encoding="utf-8")
    article.write_text(
        "Veltron sold 300,000 Lark-9 chips in May 2025, its chief executive told reporters in Oslo.\n",
        encoding="utf-8",
    )
    with Workspace(tmp_path / "workspace") as workspace:
        list(workspace.check([str(article)]))
        (claim, *_) = [finding.claim for finding in workspace.findings()]
        assert not workspace.explain(claim.id).is_stale
        list(workspace.add([str(source)]))
        explanation = workspace.explain(claim.id)
        assert explanation.is_stale
        assert explanation.stored is not None
        assert explanation.stored.verdict is Verdict.UNVERIFIABLE
        assert explanation.finding.suggestion.verdict is Verdict.SUPPORTED
        assert not workspace.explain(claim.id, since=date(2025, 1, 1)).is_stale


def test_a_check_up_to_a_day_is_explained_up_to_that_day(tmp_path: Path) -> None:
    source, article = tmp_path / "source.md", tmp_path / "article.txt"
    source.write_text("---\npublished: 2025-09-01\n---\n維創公司5月售出30萬顆雲雀晶片。\n", encoding="utf-8")
    article.write_text("維創公司5月售出30萬顆雲雀晶片，執行長在奧斯陸對記者說。\n", encoding="utf-8")
    with Workspace(tmp_path / "workspace") as workspace:
        list(workspace.add([str(source)]))
        list(workspace.check([str(article)], as_of=date(2025, 8, 1)))
        claim = workspace.findings()[0].claim
        assert workspace.explain(claim.id).passages == ()
        assert workspace.explain(claim.id, as_of=date(2025, 12, 1)).passages


def test_a_copy_of_the_article_is_left_out_and_named(tmp_path: Path) -> None:
    text = "維創公司5月售出30萬顆雲雀晶片。該公司7月在奧斯陸開設了新廠。\n"
    for name in ("article.txt", "copy.txt"):
        (tmp_path / name).write_text(text + name, encoding="utf-8")
    with Workspace(tmp_path / "workspace") as workspace:
        list(workspace.add([str(tmp_path / "copy.txt")]))
        list(workspace.check([str(tmp_path / "article.txt")]))
        explanation = workspace.explain(workspace.findings()[0].claim.id)
    assert [card.path for card in explanation.left_out] == [str(tmp_path / "copy.txt")]
    assert explanation.passages == ()


class _Model:
    """A judge without rules, as a CrossEncoder is one."""

    name, revision = "model", "1"

    def judge(self, pairs):  # type: ignore[no-untyped-def]
        from factcheck.judges import Judgement

        return [Judgement(0.7, 0.2, 0.1) for _ in pairs]


def test_a_judge_without_rules_has_its_answer_as_the_one_step(examples: Workspace) -> None:
    from dataclasses import replace

    from factcheck.encoders.static import StaticEncoder
    from factcheck.explaining.account import explain_claim
    from factcheck.retrieve import Filters
    from factcheck.verify import Verifier

    verifier = Verifier(_Model(), examples.readings, StaticEncoder.builtin(), top=5)
    machinery = replace(examples.machinery, verifier=verifier)
    explanation = explain_claim(machinery, CLAIMS[0], Filters(), top=2)
    for one in explanation.passages:
        assert one.pushes == ()
        assert [(step.rule, step.supports, step.contradicts) for step in one.steps] == [
            (Rule.WEIGHED, 0.7, 0.2)
        ]


def test_the_keys_of_the_object_are_stable(examples: Workspace) -> None:
    row = json.loads(json.dumps(explanation_row(examples.explain(CLAIMS[0]))))
    assert list(row) == [
        *(
            "article",
            "claim",
            "suggestion",
            "matches",
            "stored",
            "reading",
            "passages",
            "decision",
            "provenance",
        )
    ]
    assert list(row["reading"][0]) == ["slot", "text", "spans", "value"]
    passage = row["passages"][0]
    assert list(passage) == [
        *("rank", "counted", "passage_id", "source", "text", "start", "end", "sentence", "score", "stance"),
        *("stance_score", "differences", "score_parts", "slots", "words", "pushes", "steps"),
    ]
    assert list(passage["score_parts"]) == ["search", "likeness", "judge"]
    assert list(passage["slots"][0]) == ["slot", "mark", "claim", "passage", "around"]
    assert list(passage["slots"][0]["claim"]) == ["text", "spans", "value"]
    assert list(passage["words"][0]) == ["text", "start", "end", "met", "partner", "likeness", "weight"]
    assert list(passage["pushes"][0]) == ["slot", "supports", "contradicts", "neutral"]
    assert list(passage["steps"][0]) == ["rule", "supports", "contradicts", "neutral"]
    decision = row["decision"]
    assert list(decision) == [
        *("support", "contradiction", "takes", "deciding", "decides_from", "conflicts_from"),
        *("compared", "counted", "copies", "far", "left_out"),
    ]
    assert list(decision["support"]) == ["rank", "found", "counted"]
