"""`report` and `diff` from the command line: selections, pages, languages, and what changed."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from factcheck import Workspace
from factcheck.cli import main
from factcheck.model import Verdict
from factcheck.review import rulings
from factcheck.store import corrections


def run(queue: Workspace, *arguments: str) -> int:
    return main(["--workspace", str(queue.folder.path), *arguments])


def decide(queue: Workspace, number: int, who: str = "ann", verdict: Verdict = Verdict.SUPPORTED) -> str:
    claim_id = queue.findings()[number].claim.id
    queue.desk(who).decide(claim_id, verdict, note="寫在公告裡")
    return claim_id


def exported(queue: Workspace, *options: str) -> dict[str, Any]:
    path = queue.folder.path / "made.json"
    assert run(queue, "report", "-f", "json", "-o", str(path), *options) == 0
    made: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return made


def claims(made: dict[str, Any]) -> list[dict[str, Any]]:
    return [claim for article in made["articles"] for claim in article["claims"]]


def test_the_same_state_gives_the_same_bytes(queue: Workspace, tmp_path: Path) -> None:
    decide(queue, 0)
    for form in ("html", "md", "csv", "json", "jsonl", "webannotation", "fever", "scifact"):
        first, second = tmp_path / "first", tmp_path / "second"
        for path in (first, second):
            assert run(queue, "report", "-f", form, "--include-suggestions", "-o", str(path)) == 0
        assert first.read_bytes() == second.read_bytes() != b""


def test_one_article_and_one_day_only(queue: Workspace) -> None:
    claim_id = decide(queue, 0)
    article = queue.findings()[0].claim.document_id
    assert article is not None
    other = next(card.id for card in queue.store.articles() if card.id != article)
    assert [claim["id"] for claim in claims(exported(queue, "--article", article[:10]))] == [claim_id]
    assert claims(exported(queue, "--article", other)) == []
    assert [claim["id"] for claim in claims(exported(queue, "--since", "2020-01-01"))] == [claim_id]
    assert claims(exported(queue, "--since", "2999-01-01")) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "1 of 9 reviewed"), ("zh", "9 則中已審閱 1 則"), ("zh-Hans", "9 则中已审阅 1 则")],
)
def test_it_speaks_the_language_asked_for(
    queue: Workspace, language: str, said: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    decide(queue, 0)
    assert run(queue, "report", "--language", language) == 0
    assert said in capsysbinary.readouterr().out.decode("utf-8")


def test_pages_link_to_one_another(queue: Workspace, tmp_path: Path) -> None:
    decide(queue, 0)
    folder = tmp_path / "site"
    assert run(queue, "report", "--include-suggestions", "-o", f"{folder}/") == 0
    index = (folder / "index.html").read_text("utf-8")
    pages = sorted(path.name for path in folder.glob("article-*.html"))
    assert len(pages) == len(queue.store.articles())
    assert all(f'href="{name}"' in index for name in pages)
    assert 'href="index.html"' in (folder / pages[0]).read_text("utf-8")
    assert run(queue, "report", "-f", "csv", "-o", f"{folder}/") == 2


def test_a_correction_and_a_caution_reach_the_report(
    queue: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rulings, "SLIP", timedelta(0))
    monkeypatch.setattr(corrections, "SLIP", timedelta(0))
    finding = next(one for one in queue.findings() if one.evidence)
    passage = finding.evidence[0].hit.passage
    desk = queue.desk("ann")
    desk.decide(finding.claim.id, Verdict.SUPPORTED, evidence=[passage.id])
    desk.decide(finding.claim.id, Verdict.CONTRADICTED, evidence=[passage.id], note="misread")
    made = exported(queue)
    (correction,) = made["corrections"]
    assert (correction["old"], correction["new"], correction["why"], correction["who"]) == (
        "supported", "contradicted", "misread", "ann",
    )  # fmt: skip
    assert claims(made)[0]["cautions"] == []
    queue.remove_source(passage.document_id)
    (caution,) = claims(exported(queue))[0]["cautions"]
    assert caution["caution"] == "source_removed"
    assert any(one["passage_id"] == passage.id for one in claims(exported(queue))[0]["evidence"])


def test_diff_says_what_changed(queue: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    before, after = queue.folder.path / "a.json", queue.folder.path / "b.jsonl"
    assert run(queue, "report", "-f", "json", "--include-suggestions", "-o", str(before)) == 0
    claim_id = decide(queue, 0)
    assert run(queue, "report", "-f", "jsonl", "--include-suggestions", "-o", str(after)) == 0
    capsys.readouterr()
    assert main(["diff", str(before), str(before)]) == 0
    assert main(["diff", "--json", str(before), str(after)]) == 1
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (row["change"], row["claim_id"], row["old"], row["new"]) == (
        "verdict", claim_id, "open", "supported",
    )  # fmt: skip
    (queue.folder.path / "c.html").write_text("<html>", "utf-8")
    assert main(["diff", str(before), str(queue.folder.path / "c.html")]) == 1
    assert "report -f json" in capsys.readouterr().err


def test_diff_refuses_what_only_looks_like_a_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = {"id": "1", "text": "橋\u2028已封閉", "quote": "", "verdict": None, "suggestion": None}
    path = tmp_path / "made.jsonl"
    wrong: tuple[object, ...] = (["a"], [{}], None, 7)
    for evidence in wrong:
        path.write_text(json.dumps(claim | {"evidence": evidence}, ensure_ascii=False), "utf-8")
        assert main(["diff", str(path), str(path)]) == 1
        assert "found '" in capsys.readouterr().err
    path.write_text(json.dumps(claim | {"evidence": []}, ensure_ascii=False), "utf-8")
    assert main(["diff", str(path), str(path)]) == 0


def test_a_reason_that_changed_is_a_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]
    for path, reason in zip(paths, ("no_evidence", "conflicting"), strict=True):
        suggestion = {"verdict": "unverifiable", "reason": reason}
        claim = {"id": "1" * 32, "text": "橋已封閉", "quote": "", "verdict": None, "suggestion": suggestion}
        path.write_text(json.dumps({**claim, "evidence": []}), "utf-8")
    assert main(["diff", *map(str, paths)]) == 1
    told = capsys.readouterr().out
    wanted = "suggestion: 橋已封閉 [11111111]: unverifiable (no_evidence) -> unverifiable (conflicting)"
    assert " ".join(told.split()) == wanted


def test_a_source_is_no_article(queue: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    source = queue.sources()[0]
    assert run(queue, "report", "--article", source.id) == 2
    assert f"Wanted a checked article, found '{source.id[:12]}'" in capsys.readouterr().err


def test_nothing_to_show_says_why(queue: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(queue, "report", "-f", "md", "--since", "2999-01-01") == 0
    assert "No claim was decided or checked since 2999-01-01." in capsys.readouterr().out
