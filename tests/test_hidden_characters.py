"""Zero-width and turning characters in articles and sources: kept in the text, shown, and without effect."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Workspace
from factcheck.cli import main
from factcheck.extract import extract
from factcheck.model import Language, OutcomeStatus, Stance, Verdict
from factcheck.read import read

SOURCE = "曜川半導體公布，2025年第三季營收為新台幣412.7億元，年增22.4%。\n"


def _hide(text: str, char: str, *places: str) -> str:
    """`text` with `char` in the middle of each of `places`."""
    for place in places:
        assert place in text
        half = len(place) // 2
        text = text.replace(place, place[:half] + char + place[half:])
    return text


@pytest.mark.parametrize("char", ["\u200b", "\u2060", "\u00ad", "\u202e", "\ufeff", "\u200f"])
@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        (
            "Yaochuan Foundry reported revenue of NT$41.27 billion for the third quarter of 2025.",
            "41.27",
            "Yaochuan",
        ),
        ("曜川半導體公布，2025年第三季營收為新台幣412.7億元。", "412.7億元", "曜川"),
        ("曜川半导体公布，2025年第三季营收为新台币412.7亿元。", "412.7亿元", "曜川"),
        ("曜川半導體 reported revenue of 412.7億元 for the third quarter of 2025.", "412.7億元", "曜川"),
    ],
)
def test_claims_are_those_of_the_text_without_them(
    tmp_path: Path, char: str, text: str, figure: str, name: str
) -> None:
    hidden = _hide(text, char, figure, name)
    (tmp_path / "plain.txt").write_text(text, encoding="utf-8")
    (tmp_path / "hidden.txt").write_text(hidden, encoding="utf-8")
    (plain,), (document,) = read(tmp_path / "plain.txt"), read(tmp_path / "hidden.txt")
    assert document.text == hidden
    claims, wanted = extract(document), extract(plain)
    assert [claim.text for claim in claims] == [claim.text for claim in wanted]
    assert claims
    for claim in claims:
        assert claim.quote == hidden[claim.start : claim.end]
        assert claim.document_id == document.id
    assert any(char in claim.quote for claim in claims)


@pytest.mark.parametrize("char", ["\u200b", "\u2060", "\u202e", "\u00ad"])
def test_a_figure_or_a_name_cannot_be_hidden_on_either_side(tmp_path: Path, char: str) -> None:
    source, article = tmp_path / "source.txt", tmp_path / "article.txt"
    source.write_text(_hide(SOURCE, char, "412.7億元", "曜川"), encoding="utf-8")
    article.write_text(
        _hide("曜川半導體2025年第三季營收為新台幣812.7億元。\n", char, "812.7億元", "曜川"), encoding="utf-8"
    )
    with Workspace(tmp_path / "w") as workspace:
        (added,) = workspace.add([str(source)])
        (checked,) = workspace.check([str(article)])
        (finding,) = checked.findings
        assert finding.suggestion.verdict is Verdict.CONTRADICTED
        evidence = finding.evidence[0]
        assert evidence.stance is Stance.CONTRADICTS
        assert char in evidence.hit.passage.text and char in finding.claim.quote
        assert [one.kind.value for one in evidence.differences] == ["quantity"]
        typed = workspace.claim(_hide("曜川第三季營收為412.7億元", char, "412.7億元"))
        assert typed.suggestion.verdict is Verdict.SUPPORTED
        assert workspace.search(_hide("曜川", char, "曜川"))
    assert added.status is OutcomeStatus.ADDED


def test_turning_characters_are_said_and_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text("曜川第三季營收為新台幣\u202e7.214\u202c億元，公司8\u200b0億元。\n", encoding="utf-8")
    (document,) = read(article)
    assert document.language is Language.HANT
    assert "2 characters turn the direction" in document.notes[0] and "U+202E" in document.notes[0]
    assert main(["check", str(article), "--workspace", str(tmp_path / "w")]) == 0
    shown = capsys.readouterr()
    assert "\u202e" not in shown.out + shown.err and "U+202E" in shown.err
    report = tmp_path / "r.html"
    words = ["report", "-o", str(report), "--include-suggestions", "--workspace", str(tmp_path / "w")]
    assert main(words) == 0
    page = report.read_text("utf-8")
    assert "\u202e" not in page and "\\u202e" in page and "8\\u200b0" in page
