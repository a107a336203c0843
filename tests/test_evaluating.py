"""`factcheck evaluate`: scores on stdout, words on stderr, and one line for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli import main
from factcheck.extract import typed_claim

VERDICTS = (
    {"id": 1, "claim": "曜川第三季營收為412.7億元", "evidence": [{"title": "", "text": "曜川第三季合併營收為412.7億元。"}], "label": "supported"},
    {"id": 2, "claim": "曜川第三季营收为812.7亿元", "evidence": [{"title": "", "text": "曜川第三季合併營收為412.7億元。"}], "label": "contradicted"},
    {"id": 3, "claim": "Sennen was founded in 1998", "evidence": [], "label": "unverifiable"},
)  # fmt: skip


def write(path: Path, *rows: object) -> str:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return str(path)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A current folder without a workspace: measuring needs none and makes none."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)


def scores(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["evaluate", *arguments, "--json"]) == 0
    out, _ = capsys.readouterr()
    (line,) = out.splitlines()
    found = json.loads(line)
    assert isinstance(found, dict)
    assert list(found) == ["task", "metrics", "n", "seconds", "models", "sha256"]
    assert list(Path.cwd().iterdir()) == []
    return found


def test_verdict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "rows.jsonl", *VERDICTS)
    found = scores(capsys, "verdict", path)
    assert (found["task"], found["n"], found["metrics"]["accuracy"]) == ("verdict", 3, 1.0)
    assert scores(capsys, "verdict", path, "--limit", "1")["n"] == 1
    assert main(["evaluate", "verdict", path]) == 0
    out, err = capsys.readouterr()
    assert "accuracy          1.000" in out
    assert "come without evidence" in err
    assert "3 rows in" in err


def test_retrieval(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = write(
        tmp_path / "docs.jsonl",
        {"id": "a", "title": "天氣", "text": "今日多雲。"},
        {"id": "b", "title": "曜川", "text": "第三季合併營收為412.7億元。"},
    )
    queries = write(tmp_path / "queries.jsonl", {"id": "q", "text": "曜川的营收是多少", "relevant": ["b"]})
    for mode in ("hybrid", "dense", "lexical"):
        found = scores(capsys, "retrieval", "--docs", docs, "--queries", queries, "--mode", mode)
        assert (found["task"], found["n"], found["metrics"]["mrr@10"]) == ("retrieval", 1, 1.0)
    verdicts = write(tmp_path / "rows.jsonl", *VERDICTS)
    found = scores(capsys, "retrieval", "--from-verdict", verdicts)
    assert (found["n"], found["metrics"]["recall@1"]) == (2, 1.0)


def test_translation_and_checkworthiness(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    news = write(
        tmp_path / "news.jsonl",
        {"set": "a", "en": "The president visited Japan.", "zh": "总统访问了日本。"},
        {"set": "b", "en": "Water boils at one hundred degrees.", "zh": "水在一百度沸腾。"},
    )
    assert scores(capsys, "translation", news)["metrics"]["recall@1.zh_en"] == 1.0
    assert scores(capsys, "translation", news, "--set", "b", "--limit", "5")["n"] == 1
    worthy = write(
        tmp_path / "worthy.jsonl",
        {"text": "Exports fell by 12% to $8 billion in 2024.", "check_worthy": True},
        {"text": "謝謝大家。", "check_worthy": False},
    )
    assert scores(capsys, "checkworthiness", worthy)["metrics"]["average_precision"] == 1.0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["retrieval"], "Give --docs with --queries, or --from-verdict alone."),
        (["retrieval", "--docs", "{file}"], "Give --docs with --queries"),
        (["retrieval", "--docs", "{file}", "--queries", "{file}", "--from-verdict", "{file}"], "alone"),
        (["retrieval", "--from-verdict", "{file}", "--mode", "words"], "'hybrid', 'dense', 'lexical'"),
        (["verdict", "no-such-file"], "no-such-file"),
        (["verdict", "{file}", "--limit", "0"], "x>=1"),
        (["verdict", "{file}", "--judge", " "], "judge"),
    ],
)
def test_a_wrong_command_line(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path / "rows.jsonl", *VERDICTS)
    assert main(["evaluate", *(one.format(file=file) for one in arguments)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


def test_a_file_that_is_none_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "rows.jsonl", *VERDICTS, {"claim": "a", "evidence": ["b"], "label": "maybe"})
    assert main(["evaluate", "verdict", path, "--json"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "line 4: wanted a 'label'" in err


def test_stopping_says_that_nothing_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(text: str) -> Any:
        if text.startswith("Sennen"):
            raise KeyboardInterrupt
        return typed_claim(text)

    monkeypatch.setattr("factcheck.evaluate.verdict.typed_claim", stopped)
    assert main(["evaluate", "verdict", write(tmp_path / "rows.jsonl", *VERDICTS), "--json"]) == 130
    out, err = capsys.readouterr()
    assert out == ""
    assert err.strip() == "Stopped after 2 of 3 rows; a measurement keeps nothing."
