"""What reaches the terminal: escapes for hostile text, tables measured in cells, words apart from data."""

from __future__ import annotations

import io
import itertools
import json
import os
import pty
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import report_samples as samples
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from factcheck import console, layouts
from factcheck.exporters.visible import visible
from factcheck.model import Outcome, OutcomeStatus, Reason, Suggestion, Verdict
from factcheck.read import expand

STEERING = [
    *map(chr, range(0x00, 0x09)),
    *map(chr, range(0x0E, 0x20)),
    "\x7f",
    "\x85",
    "\x9b",
    *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    "\U000e0041",
    "\ud800",
]


TWO = expand(["-", "-"])
"""Two inputs whose rows nobody can count before."""


def rendered(width: int, *parts: object) -> list[str]:
    """The lines of `parts` on a terminal of `width` cells."""
    out = io.StringIO()
    shown = Console(file=out, width=width, markup=False, highlight=False, emoji=False)
    for part in parts:
        shown.print(part)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("char", STEERING)
def test_steering_characters_become_escapes(char: str) -> None:
    shown = visible(f"a{char}b")
    assert shown.isprintable()
    assert shown.startswith("a\\")
    assert shown.endswith("b")


@pytest.mark.parametrize(
    "text",
    ["plain", "輝達 NVIDIA 第三季", "英伟达", "café", "👩\u200d🔬", "80億美元 $8B", "e\u0301", "全形!"],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("8\u200b0億", "8\\u200b0億"),
        ("NVI\u2060DIA", "NVI\\u2060DIA"),
        ("co\u00adoperate", "co\u00adoperate"),
        ("出口。\u200b公司", "出口。\u200b公司"),
    ],
)
def test_what_divides_a_word_unseen_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_line_breaks_become_spaces_unless_kept() -> None:
    assert visible("a\nb\u2028c\td\u3000e") == "a b c d e"
    assert visible("a\nb\r", keep="\n") == "a\nb "


@given(st.text())
def test_nothing_steering_comes_through(text: str) -> None:
    assert not set(STEERING) & set(visible(text))
    assert "\n" not in visible(text)


@pytest.mark.parametrize("width", [80, 160])
def test_the_claims_table_fits_and_shows_everything(width: int) -> None:
    lines = rendered(width, layouts.claims_table(samples.findings(), width))
    assert all(cell_len(line) <= width for line in lines)
    packed = "".join("".join(lines).split())
    for finding in samples.findings():
        assert finding.suggestion.verdict in packed
        assert f"{finding.suggestion.confidence:.0%}" in packed
    for words in (
        "本季營收為80億美元",
        "橡线公司七月出货五万片",
        "2026年出貨",
        "2025-10-16",
        "nopassagefound",
    ):
        assert words in packed
    assert ("Bestevidence" in packed) == (width == 160)


def test_columns_after_chinese_words_begin_in_the_same_cell() -> None:
    lines = rendered(80, console.grid(("Kind", "Said"), [("期間", "X1"), ("period", "X2")], whole=2))
    starts = {cell_len(line.partition("X")[0]) for line in lines if "X" in line}
    assert len(starts) == 1


def test_a_claim_in_full_shows_stance_source_and_both_sides() -> None:
    text = "\n".join(rendered(80, *layouts.finding_parts(samples.findings()[1])))
    assert "Suggested: contradicted 81%, a machine suggestion, not reviewed" in text
    assert "1. contradicts 91%  橡線公告, 2025-10-16" in text
    difference = next(line.split() for line in text.splitlines() if line.split()[:1] == ["period"])
    assert difference == ["period", "本季", "三年合計"]


def test_a_claim_without_evidence_and_with_a_match_says_so() -> None:
    matched, bare = samples.findings()[2:]
    assert "Checked:   Oakline hired nobody: false (Some Checkers)" in "\n".join(
        rendered(80, *layouts.finding_parts(matched))
    )
    text = "\n".join(rendered(80, *layouts.finding_parts(bare)))
    assert "no passage of the reference corpus bears on it" in text
    assert "unverifiable 70% (no evidence)" in text
    assert "\x1b" not in text


def test_the_best_evidence_takes_a_side_or_differs() -> None:
    supported, _, neutral, bare = samples.findings()
    chosen = [layouts.best_evidence(finding) for finding in (supported, neutral, bare)]
    assert chosen == [supported.evidence[0], neutral.evidence[0], None]


def test_search_hits_and_sources_are_listed() -> None:
    hits = [one.hit for one in samples.findings()[0].evidence]
    text = "\n".join(rendered(80, *layouts.hit_parts(hits)))
    assert "2. 0.500  橡線公告, 2025-10-16" in text
    table = "\n".join(rendered(80, layouts.sources_table([samples.NOTICE.card, samples.HANS.card])))
    assert samples.NOTICE.id[:8] in table
    assert "橡线.txt" in table


def test_counts_name_what_occurred_in_one_order() -> None:
    counts = Counter([OutcomeStatus.FAILED, OutcomeStatus.CHECKED, OutcomeStatus.UP_TO_DATE])
    assert console.outcome_counts(counts) == "1 checked, 1 up to date, 1 failed"
    assert console.outcome_counts({}) == "nothing to do"
    assert console.counted(1, "claim") == "1 claim"
    assert console.counted(2000, "claim") == "2,000 claims"
    told = console.verdict_counts([Verdict.SUPPORTED, Verdict.SUPPORTED])
    assert told == "2 supported, 0 contradicted, 0 unverifiable"


def test_words_go_to_stderr_and_data_to_stdout(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    console.say("輝達\x1b[2J\nnext")
    console.emit({"text": "輝達 \x1b \u202e", "n": 1})
    out, err = capfdbinary.readouterr()
    assert err == "輝達\\x1b[2J next\n".encode()
    assert json.loads(out) == {"text": "輝達 \x1b \u202e", "n": 1}
    assert out.decode("utf-8").count("\n") == 1


def test_progress_without_a_terminal_only_says_what_failed(capsys: pytest.CaptureFixture[str]) -> None:
    with console.progress("checking", TWO, "article", "claim") as shown:
        shown.step(Outcome("good.txt", OutcomeStatus.CHECKED))
        shown.step(Outcome("bad\x1b.txt", OutcomeStatus.FAILED, message="Wanted text, found none."))
        shown.step(Outcome("odd.xyz", OutcomeStatus.SKIPPED, message="Another kind."))
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "failed: bad\\x1b.txt: Wanted text, found none.",
        "skipped: odd.xyz: Another kind.",
    ]


def test_a_log_is_told_now_and_then_how_far_how_fast_and_how_long_yet(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "文章.jsonl").write_text('{"text": "x"}\n' * 400, encoding="utf-8")
    now = itertools.count(100, 3)
    monkeypatch.setattr("factcheck.console.time.monotonic", lambda: float(next(now)))
    with console.progress("checking", expand([str(tmp_path)]), "article", "claim") as shown:
        for _ in range(10):
            shown.step(Outcome("row", OutcomeStatus.CHECKED, count=6))
        shown.step(Outcome("row", OutcomeStatus.UP_TO_DATE, count=1000))
    told = capsys.readouterr().err.splitlines()
    assert told
    assert all(line.startswith("checking: ") and " of 400 articles, " in line for line in told)
    assert "claims a second" in told[0]
    assert told[0].endswith(" left")


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (89, "89 s"), (95, "2 min"), (720, "12 min"), (12_000, "3 h 20 min")]
)
def test_a_guess_of_time_is_as_exact_as_it_can_be(seconds: float, words: str) -> None:
    assert console.duration(seconds) == words


def test_a_terminal_gets_a_bar_that_is_gone_afterwards() -> None:
    script = (
        "from factcheck.console import progress\n"
        "from factcheck.read import expand\n"
        "from factcheck.model import Outcome, OutcomeStatus as S\n"
        "with progress('checking', expand(['-', '-']), 'article', 'claim') as shown:\n"
        "    shown.step(Outcome('one.txt', S.CHECKED))\n"
        "    shown.step(Outcome('two.txt', S.FAILED, message='Broken.'))\n"
        "    shown.step(Outcome('two.txt:2', S.CHECKED))\n"
    )
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "80"}
    subprocess.run([sys.executable, "-c", script], stderr=theirs, check=True, env=environment, timeout=60)
    os.close(theirs)
    seen = b""
    while chunk := _read(ours):
        seen += chunk
    os.close(ours)
    assert b"checking" in seen
    assert b"failed: two.txt: Broken." in seen
    assert b"3/3" in seen


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_a_suggestion_without_evidence_of_any_kind_still_has_a_row() -> None:
    finding = samples.finding(
        samples.EN,
        samples.claim(samples.EN, "It hired nobody"),
        Suggestion(Verdict.UNVERIFIABLE, 0.4, Reason.NO_EVIDENCE, ""),
    )
    assert "It hired nobody" in "\n".join(rendered(80, layouts.claims_table([finding], 80)))
