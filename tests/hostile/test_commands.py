"""Every command that prints what is stored, and every error that repeats what was typed: no terminal is steered,
no markup is read, and each error is one line."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile.every_command import command_of, every_command
from hostile.texts import (
    CARRIERS,
    EVERY,
    HTML,
    IDEAS,
    MARKUP,
    PATHS,
    QUERIES,
    STEERING,
    TEMPLATES,
    carried,
    steers,
)

from factcheck import Workspace
from factcheck.cli import main
from factcheck.exporters.visible import visible
from factcheck.model import Verdict
from factcheck.queue import Order, Wanted

_ROOT = Path(__file__).resolve().parents[2]
_LANGUAGES = list(CARRIERS)
Said = Callable[..., tuple[int, str, str]]


def _rows(texts: list[str]) -> str:
    """A JSON Lines file in which each text is title, author, address and words of a document."""
    rows = [
        {
            "id": text,
            "title": f"{text} title",
            "author": text,
            "url": text,
            # Some of it is hardly language.
            "language": _LANGUAGES[place % 4],
            "text": carried(text, _LANGUAGES[place % 4])
            + f"\n\nVeltron sold {place + 2},000 Lark-9 chips in 2024.",
        }
        for place, text in enumerate(texts)
    ]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of hostile sources and articles, decided by hostile reviewers with hostile notes."""
    place = tmp_path_factory.mktemp("hostile")
    short = [text for text in EVERY if len(text) < 500]
    (place / "sources.jsonl").write_text(_rows(short), "utf-8")
    (place / "articles.jsonl").write_text(_rows(short[::6]), "utf-8")
    with Workspace(place / "ws") as workspace:
        list(workspace.add([str(place / "sources.jsonl")]))
        list(workspace.check([str(place / "articles.jsonl")]))
        claims = workspace.store.queue_ids(Wanted(), Order.ARTICLE, reviewer="")
        for number, text in enumerate(STEERING.values()):
            for reviewer, verdict in (
                (f"{text} ann", Verdict.SUPPORTED),
                ("ben [red]", Verdict.CONTRADICTED),
            ):
                workspace.desk(reviewer).decide(claims[number], verdict, note=f"{text} {MARKUP['click']}")
    return place / "ws"


@pytest.fixture
def said(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Said:
    """What a command prints: exit code, stdout, stderr; neither may steer a terminal."""
    # Wide enough that nothing is broken into two lines.
    monkeypatch.setenv("COLUMNS", "4000")

    def run(*words: str, where: bool = True) -> tuple[int, str, str]:
        code = main([*(["--workspace", str(folder)] if where else []), *words])
        out, err = capsys.readouterr()
        assert steers(out + err) == set(), ascii(words)
        assert "Traceback" not in err and "This is a defect" not in err, err
        return code, out, err

    return run


def packed(text: str) -> str:
    """As it is shown, without blanks: a table breaks long words into lines."""
    return "".join(visible(text).split())


def _claims(folder: Path) -> list[str]:
    with Workspace(folder) as workspace:
        return workspace.store.queue_ids(Wanted(), Order.ARTICLE, reviewer="")


def test_lists_show_the_words_and_nothing_of_them_is_read(said: Said, folder: Path) -> None:
    _, listed, _ = said("sources")
    _, checked, _ = said("check", str(folder.parent / "articles.jsonl"))
    for text in (
        *MARKUP.values(),
        *TEMPLATES.values(),
        *HTML.values(),
        STEERING["colour"],
        STEERING["clipboard"],
    ):
        assert packed(text) in "".join(listed.split()), ascii(text)
    checked = "".join(checked.split())
    assert packed(STEERING["colour"]) in checked
    assert sum(packed(text) in checked for text in EVERY[::6]) >= 10


@pytest.mark.parametrize("idea", IDEAS)
def test_claim_search_and_explain(said: Said, idea: str) -> None:
    for place, text in enumerate(list(IDEAS[idea].values())[:8]):
        if not text.strip() or "\x00" in text or len(text) > 500:
            continue
        _, out, _ = said("claim", "--top", "1", "--", carried(text, _LANGUAGES[place % 4]))
        assert packed(text) in "".join(out.split()), ascii(text)
        _, out, err = said("search", "--top", "2", "--", text)
        assert out or "No passage found." in err
    _, out, _ = said("explain", "--top", "1", "--", carried(text, "mixed"))
    assert packed(text)[:200] in "".join(out.split())


def test_history_and_agreement(said: Said, folder: Path) -> None:
    claims = _claims(folder)
    for claim, text in list(zip(claims, STEERING.values(), strict=False))[:6]:
        _, out, _ = said("history", claim)
        assert (
            visible(text).strip() in out and "[@click=app.quit]" in out and "ben [red]: contradicted" in out
        )
        said("history", claim, "--json")
    _, out, _ = said("agreement")
    assert "ben [red]" in out and visible(STEERING["title"]) in out
    said("agreement", "--json")


def test_deciding_editing_and_removing_repeat_the_words_harmlessly(
    said: Said, folder: Path, tmp_path: Path
) -> None:
    claim = _claims(folder)[-1]
    with Workspace(folder) as workspace:
        source = workspace.sources()[-1].id
    for text in (STEERING["colour"], STEERING["c1"], MARKUP["click"], TEMPLATES["braces"]):
        code, _, err = said("decide", claim, "supported", "--note", text, "--reviewer", f"{text} eve")
        assert code == 0 and visible(text) in err
        code, _, err = said("sources", "edit", source, "--title", text, "--tier", text, "--url", text)
        assert code == 0 and err.count(visible(text)) == 2
        code, _, err = said("assign", text, "--claim", claim)
        assert code == 0 and visible(text) in err
    code, _, err = said("sources", "remove", source)
    assert code == 0 and visible(TEMPLATES["braces"]) in err


def test_json_lines_are_one_a_line_and_hold_the_words(said: Said, folder: Path) -> None:
    for words in (
        ["sources"],
        ["check", str(folder.parent / "articles.jsonl")],
        ["search", STEERING["colour"]],
    ):
        _, out, _ = said(*words, "--json")
        assert len(out.splitlines()) == out.count("\n") > 0
        told = json.dumps([json.loads(line) for line in out.splitlines()])
        assert json.dumps(STEERING["colour"])[1:-1] in told or words[0] == "search"


def test_reports_and_their_differences(said: Said, folder: Path, tmp_path: Path) -> None:
    before, after = tmp_path / "a.json", tmp_path / "b.json"
    said("report", "-f", "json", "-o", str(before), "--include-suggestions")
    decision = [_claims(folder)[-2], "unverifiable", "--note", STEERING["turned"]]
    code, _, _ = said("decide", *decision, "--reviewer", f"{STEERING['colour']} ann")
    assert code == 0
    code, _, _ = said("report", "-f", "json", "-o", str(after), "--include-suggestions")
    assert code == 0
    code, out, _ = said("diff", str(before), str(after), where=False)
    assert code == 1 and "->" in out
    said("diff", str(before), str(after), "--json", where=False)


def test_doctor_and_other_summaries(said: Said) -> None:
    for words in (["doctor"], ["doctor", "--json"], ["models"], ["index"], ["names"]):
        _, out, err = said(*words)
        assert out or err


_TYPED = [
    ["add", "{}"],
    ["check", "{}"],
    ["history", "{}"],
    ["explain", "--judge", "{}", "--", "x"],
    ["sources", "remove", "{}"],
    ["sources", "edit", "{}", "--title", "x"],
    ["report", "--article", "{}", "-f", "json"],
    ["report", "-f", "{}"],
    ["report", "--language", "{}"],
    ["agreement", "--article", "{}"],
    ["claim", "--source", "{}", "--", "Veltron sold 300,000 chips"],
    ["claim", "--encoder", "{}", "--", "Veltron sold 300,000 chips"],
    ["models", "use", "{}"],
    ["import", "{}"],
    ["merge", "{}"],
    ["evaluate", "verdict", "{}"],
    ["diff", "{}", "{}"],
    ["decide", "{}", "supported"],
    ["assign", "ann", "--claim", "{}"],
    ["search", "--source", "{}", "--", "Veltron sold 300,000 chips"],
    ["review", "--web", "--port", "{}"],
    ["index", "--queries", "{}"],
    ["backup", "--workspace", "{}", "copy"],
    ["restore", "{}"],
    ["evaluate", "gold", "{}"],
    ["evaluate", "retrieval", "--from-verdict", "{}"],
    ["evaluate", "translation", "{}"],
    ["evaluate", "checkworthiness", "{}"],
    ["{}"],
]
_NOTHING_WRONG = {
    "demo": "nothing is typed but the folder, which may be called anything",
    "doctor": "nothing is typed but the folder, which may be called anything",
    "names": "any words are looked for",
    "sources": "nothing is typed that may be wrong",
    "models": "nothing is typed that may be wrong",
}
"""Commands to which nothing can be typed that an error would repeat, and why."""
_COUNTING = ("add", "check")
"""Commands that say in a line of their own how many failed."""


def test_every_command_is_among_those_that_repeat_what_was_typed() -> None:
    """A command that comes to the program has to come to these lists."""
    tried = {command_of(words) for words in _TYPED} - {""}
    assert tried | _NOTHING_WRONG.keys() == set(every_command())
    assert not tried & _NOTHING_WRONG.keys()


@pytest.mark.parametrize("command", _TYPED, ids=" ".join)
def test_an_error_repeats_what_was_typed_in_one_harmless_line(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for text in (
        STEERING["colour"], STEERING["clipboard"], STEERING["c1"], STEERING["turned"], STEERING["overwrite"],
        MARKUP["unbalanced"], TEMPLATES["braces"], TEMPLATES["percent"], QUERIES["sql"], QUERIES["wildcards"],
        PATHS["long"], "%", "_", "a\nb",
    ):  # fmt: skip
        # "../x" as an option's value is taken for what it is: nothing begins with a dash here.
        words = [word.replace("{}", text) for word in command]
        code = main(["--workspace", str(folder), *words])
        out, err = capsys.readouterr()
        assert code in (1, 2), (ascii(words), out, err)
        assert steers(out + err) == set(), ascii(words)
        assert "Traceback" not in err and "This is a defect" not in err, err
        told = [line for line in err.splitlines() if not line.startswith(("Usage: ", "Try '"))]
        lines = "\n".join(told).strip().splitlines()
        assert len(lines) == (2 if command[0] in _COUNTING else 1), err
    assert list(tmp_path.iterdir()) == []


_OWN = re.compile(r"\x1b\[[0-9;]*m|\x1b\[\?25[hl]|\x1b\[[0-9]*[AKGJ]|\x1b\[2?K")
"""What a moving bar is drawn with: colours, the cursor hidden and shown, a line up and cleared."""


def test_a_moving_bar_is_drawn_with_nothing_of_a_files_name(tmp_path: Path) -> None:
    """In a real terminal, with files that are called so, some of which cannot be read."""
    (tmp_path / "in").mkdir()
    for number, text in enumerate((*STEERING.values(), *MARKUP.values())):
        name = text.replace("/", "|").replace("\x00", "")[:60]
        data = (
            b"\xff\xfe\xff" if number % 5 == 3 else f"Veltron sold {number + 3},000 chips in 2025.".encode()
        )
        (tmp_path / "in" / f"{number} {name}.{'pdf' if number % 5 == 3 else 'txt'}").write_bytes(data)
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "factcheck", "--workspace", str(tmp_path / "w"), "add", "--workers", "1"]
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(_ROOT), "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        [*command, str(tmp_path / "in")], stdin=follower, stdout=follower, stderr=follower, env=environment
    )
    os.close(follower)
    shown, end = b"", time.monotonic() + 60
    while time.monotonic() < end:
        if select.select([leader], [], [], 0.2)[0]:
            try:
                data = os.read(leader, 65_536)
            except OSError:
                break
            shown += data
            if not data:
                break
        elif process.poll() is not None:
            break
    assert process.wait(timeout=30) == 1
    os.close(leader)
    text = shown.decode("utf-8", "replace")
    left = _OWN.sub("", text)
    assert "failed: " in left and "added" in left
    assert steers(left, keep="\n\r") == set(), ascii(left)
    assert "\x1b[31m" not in text.replace("\x1b[31m\u2501", "")
    assert "[@click=app.quit]" in left
