"""From judged passages to one suggestion: what decides, what conflicts, what is kept, all said in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import Workspace
from factcheck.encoders.static import StaticEncoder
from factcheck.extract import typed_claim
from factcheck.judges import Judgement, Pair
from factcheck.model import Hit, Language, Reason, Verdict
from factcheck.verify import COMPARED, Cause, Verified, Verifier

_SOURCES = {
    "a.txt": "The Harbour Office approved the sale. It blocked the sale.",
    "b.txt": "海港辦公室駁回了這項出售案。",
    "c.txt": "The Harbour Office approved the sale.",
}
_CLAIM = "The Harbour Office approved the sale"


class _Fixed:
    """A judge that answers by passage, so that a test decides what the suggestion is made from."""

    name, revision = "fixed", "1"

    def __init__(self, answers: Mapping[str, tuple[float, float]]) -> None:
        self._answers = answers
        self.asked: list[Pair] = []

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        self.asked += pairs
        found = [self._answers.get(pair.passage, (0.0, 0.0)) for pair in pairs]
        return [
            Judgement(supports, contradicts, 1 - supports - contradicts) for supports, contradicts in found
        ]


def _filled(folder: Path) -> Workspace:
    for name, text in _SOURCES.items():
        (folder / name).write_text(text, encoding="utf-8")
    made = Workspace(folder / "workspace")
    list(made.add([str(folder / name) for name in _SOURCES]))
    return made


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """One for all tests that only search in it."""
    with _filled(tmp_path_factory.mktemp("sources")) as made:
        yield made


def _verify(workspace: Workspace, answers: Mapping[str, tuple[float, float]], top: int = 5) -> Verified:
    hits: list[Hit] = workspace.search(_CLAIM, top=9)
    words = StaticEncoder.builtin()
    verifier = Verifier(_Fixed(answers), workspace.readings, words, top=top)
    return verifier.verify(typed_claim(_CLAIM), hits)


def test_the_judge_reads_what_else_was_found_in_the_source_around_a_passage(workspace: Workspace) -> None:
    judge = _Fixed({})
    verifier = Verifier(judge, workspace.readings, StaticEncoder.builtin(), top=5)
    verifier.verify(typed_claim(_CLAIM), workspace.search(_CLAIM, top=9))
    asked = [(pair.passage, pair.around) for pair in judge.asked if "sale" in pair.passage]
    around = set(asked)
    assert ("The Harbour Office approved the sale.", "It blocked the sale.") in around
    assert ("It blocked the sale.", "The Harbour Office approved the sale.") in around
    assert len(asked) == len({passage for passage, _ in asked}), "the copy in c.txt is not read again"
    assert not any(pair.given for pair in judge.asked)


_FAR = {
    "en": "Seagulls follow trawlers.",
    "zh-Hant": "海鷗跟著漁船飛。",
    "zh-Hans": "海鸥跟着渔船飞。",
    "mixed": "海鷗跟著 trawlers 飛。",
    "glossed": "Seagulls (海鷗) follow the trawlers home.",
}
_CLAIMS = {
    "en": _CLAIM,
    "zh-Hant": "海港辦公室批准了這項出售案",
    "zh-Hans": "海港办公室批准了这项出售案",
    "mixed": "Harbour Office 批准了這項出售案",
    "glossed": "The Harbour Office (海港) approved the sale of the pier",
}
_IN_ENGLISH = ("en", "glossed")


@pytest.mark.parametrize("language", _CLAIMS)
def test_behind_the_first_three_the_near_are_compared_and_all_in_the_other_language(
    language: str, tmp_path: Path
) -> None:
    piers = [f"The harbour has {count} long piers." for count in ("two", "four", "six", "nine")]
    # A name in brackets leaves a text what it is.
    english = _FAR["en" if language == "en" else "glossed"]
    chinese = _FAR["zh-Hant" if language in _IN_ENGLISH else language]
    texts = [*piers, english, chinese]
    (tmp_path / "all.txt").write_text("\n\n".join(texts), encoding="utf-8")
    with Workspace(tmp_path / "workspace") as workspace:
        list(workspace.add([str(tmp_path / "all.txt")]))
        passages = {one.text: one for one in workspace.store.passages_of(workspace.sources()[0].id)}
        card = workspace.store.card(workspace.sources()[0].id)
        scores = [0.3, 0.3, 0.3, 0.25, 0.1, 0.1]
        hits = [Hit(passages[text], card, score) for text, score in zip(texts, scores, strict=True)]

        def compared(near: float, top: int = 5, claim: str = _CLAIMS[language]) -> set[str]:
            judge = _Fixed({})
            verifier = Verifier(judge, workspace.readings, StaticEncoder.builtin(), top=top, near=near)
            made = verifier.verify(typed_claim(claim), hits)
            assert made.far == len(texts) - len(judge.asked)
            return {pair.passage for pair in judge.asked}

        assert compared(0.0) == set(texts)
        assert compared(0.28, top=COMPARED + 1) == set(texts), "more passages were asked for than usual"
        # Piers are told of in English: the fourth is near, or in the other language.
        other = {chinese} if language in _IN_ENGLISH else {english}
        assert compared(0.2) == {*piers, *other}
        assert compared(0.28) == ({*piers[:3], *other} if language in _IN_ENGLISH else {*piers, *other})
        both = f"{_CLAIMS['en']} of the old pier, {_CLAIMS['zh-Hant']}"
        assert typed_claim(both).language is Language.MIXED
        assert compared(0.28, claim=both) == set(texts), "what is written in both has a half in the other"


def test_copies_of_what_was_not_compared_are_none_of_what_was(tmp_path: Path) -> None:
    piers = [f"The harbour has {count} long piers." for count in ("two", "four", "six")]
    texts = {"one.txt": [*piers, _FAR["en"]], "two.txt": [_FAR["en"], piers[0]]}
    with Workspace(tmp_path / "workspace") as workspace:
        for name, sentences in texts.items():
            (tmp_path / name).write_text("\n\n".join(sentences), encoding="utf-8")
            list(workspace.add([str(tmp_path / name)]))
        hits = [
            Hit(passage, source, 0.9 if passage.text in piers else 0.1)
            for source in workspace.sources()
            for passage in workspace.store.passages_of(source.id)
        ]
        hits.sort(key=lambda hit: -hit.score)
        assert len(hits) == 6

        def made(near: float) -> tuple[int, int, int]:
            words = StaticEncoder.builtin()
            verifier = Verifier(_Fixed({}), workspace.readings, words, top=5, near=near)
            found = verifier.verify(typed_claim(_CLAIM), hits)
            return found.compared, found.copies, found.far

        assert made(0.0) == (6, 2, 0)
        assert made(0.5) == (4, 1, 1)


def test_a_score_that_is_no_number_is_not_far(workspace: Workspace) -> None:
    hits = [replace(hit, score=float("nan")) for hit in workspace.search(_CLAIM, top=9)]
    verifier = Verifier(_Fixed({}), workspace.readings, StaticEncoder.builtin(), top=5)
    assert verifier.verify(typed_claim(_CLAIM), hits).far == 0


def test_given_passages_are_compared_however_far_they_are(workspace: Workspace) -> None:
    judge = _Fixed({})
    verifier = Verifier(judge, workspace.readings, StaticEncoder.builtin(), top=5, near=2.0)
    hits = workspace.search(_CLAIM, top=9)
    verifier.verify(typed_claim(_CLAIM), hits, given=True)
    assert len(judge.asked) == len(hits) > 3


def test_given_passages_that_take_no_side_leave_little_confidence(workspace: Workspace) -> None:
    judge = _Fixed({})
    verifier = Verifier(judge, workspace.readings, StaticEncoder.builtin(), top=5)
    hits = workspace.search(_CLAIM, top=9)
    found = verifier.verify(typed_claim(_CLAIM), hits).suggestion
    given = verifier.verify(typed_claim(_CLAIM), hits, given=True).suggestion
    assert found.verdict is given.verdict is Verdict.UNVERIFIABLE
    assert given.confidence < 0.1 < 0.8 < found.confidence
    assert {pair.given for pair in judge.asked} == {False, True}


def test_the_likeliest_stance_decides(workspace: Workspace) -> None:
    found = _verify(workspace, {"The Harbour Office approved the sale.": (0.8, 0.1)}).suggestion
    assert (found.verdict, found.reason) == (Verdict.SUPPORTED, None)
    assert found.confidence == pytest.approx(0.8 * (1 - 0.1 / 2), abs=0.05)


def test_nothing_sure_is_unverifiable(workspace: Workspace) -> None:
    found = _verify(workspace, {"海港辦公室駁回了這項出售案。": (0.1, 0.3)}).suggestion
    assert (found.verdict, found.reason) == (Verdict.UNVERIFIABLE, Reason.NO_EVIDENCE)
    assert "left out as copies" not in found.rationale


def test_sources_that_say_the_opposite_conflict_and_are_both_named(workspace: Workspace) -> None:
    answers = {
        "The Harbour Office approved the sale.": (0.8, 0.1),
        "海港辦公室駁回了這項出售案。": (0.05, 0.8),
    }
    found = _verify(workspace, answers).suggestion
    assert (found.verdict, found.reason) == (Verdict.UNVERIFIABLE, Reason.CONFLICTING)
    assert "a.txt" in found.rationale or "c.txt" in found.rationale
    assert "b.txt" in found.rationale


def test_a_conflict_is_seen_though_one_source_says_both(workspace: Workspace) -> None:
    answers = {
        "The Harbour Office approved the sale.": (0.9, 0.0),
        "It blocked the sale.": (0.0, 0.85),
        "海港辦公室駁回了這項出售案。": (0.0, 0.8),
    }
    assert _verify(workspace, answers).suggestion.reason is Reason.CONFLICTING


def test_one_source_that_says_both_does_not_conflict_with_itself(tmp_path: Path) -> None:
    workspace = _filled(tmp_path)
    for source in workspace.sources():
        if source.path is not None and not source.path.endswith("a.txt"):
            workspace.remove_source(source.id)
    answers = {"The Harbour Office approved the sale.": (0.9, 0.0), "It blocked the sale.": (0.0, 0.6)}
    assert _verify(workspace, answers).suggestion.reason is not Reason.CONFLICTING


def test_copies_of_a_sentence_are_one_piece_of_evidence(workspace: Workspace) -> None:
    texts = [one.hit.passage.text for one in _verify(workspace, {}).evidence]
    assert sorted(set(texts)) == sorted(texts)
    assert len(_verify(workspace, {}, top=1).evidence) == 1


@pytest.mark.parametrize("top", [1, 2, 5])
def test_how_many_are_shown_changes_no_verdict_and_hides_not_what_decides(
    workspace: Workspace, top: int
) -> None:
    found = _verify(workspace, {"海港辦公室駁回了這項出售案。": (0.0, 0.8)}, top=top)
    assert found.suggestion.verdict is Verdict.CONTRADICTED
    assert len(found.evidence) <= top
    assert any(one.hit.passage.text == "海港辦公室駁回了這項出售案。" for one in found.evidence)
    scores = [one.hit.score for one in found.evidence]
    assert scores == sorted(scores, reverse=True)


def test_a_score_is_made_of_search_likeness_and_judge_in_their_shares(workspace: Workspace) -> None:
    searched = {hit.passage.id: hit.score for hit in workspace.search(_CLAIM, top=9)}
    found = _verify(workspace, {"The Harbour Office approved the sale.": (0.8, 0.1)})
    assert len(found.judged) >= 3
    for one in found.judged:
        search, likeness, judge = one.parts
        assert search == pytest.approx(0.5 * searched[one.evidence.hit.passage.id])
        assert likeness == pytest.approx(0.15 * max(0.0, one.comparison.alignment.similarity))
        assert judge == pytest.approx(0.35 * one.judgement.bearing)
        assert one.score == pytest.approx(search + likeness + judge)
    assert max(one.judgement.bearing for one in found.judged) == pytest.approx(0.9)


@pytest.mark.parametrize(("support", "left"), [(0.3, 0.3), (0.16, 0.3), (0.14, 0.6)])
def test_a_clearly_nearer_passage_takes_half_where_it_says_something(
    workspace: Workspace, support: float, left: float
) -> None:
    answers = {
        "The Harbour Office approved the sale.": (support, 0.0),
        "海港辦公室駁回了這項出售案。": (0.0, 0.6),
    }
    decision = _verify(workspace, answers).decision
    assert decision.supporting is not None and decision.opposing is not None
    assert decision.supporting.score - decision.opposing.score > 0.1
    assert [take.cause for take in decision.takes] == ([Cause.NEARER] if left < 0.6 else [])
    assert [decision.support, decision.contradiction] == pytest.approx([support, left])
    assert decision.verdict is (Verdict.UNVERIFIABLE if left < 0.6 else Verdict.CONTRADICTED)
