"""The command line: what goes where, exit codes, errors in one line, and how little starting takes."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import click
import pytest
from rich.cells import cell_len

from factcheck import Workspace, __version__
from factcheck.cli import main, program
from factcheck.errors import ReadError, UsageError
from factcheck.model import Verdict

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
ARTICLES = sorted((EXAMPLES / "articles").iterdir())
HEAVY = ("torch", "transformers", "sentence_transformers", "trafilatura", "rich.progress", "textual")
KINDS = {
    "en": "Veridane's second-quarter data-centre revenue was $4.87 billion.",
    "zh-Hant": "曜川半導體2025年第三季合併營收為新台幣412.7億元。",
    "zh-Hans": "岳峰3采用7纳米工艺。",
    "mixed": "Yuefeng 3 的 FP16 算力是 271 TFLOPS。",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the example sources and one article checked, not to be changed."""
    folder = tmp_path_factory.mktemp("workspace")
    assert main(["--workspace", str(folder), "add", str(EXAMPLES / "sources")]) == 0
    assert main(["check", "--workspace", str(folder), str(ARTICLES[0])]) == 0
    return folder


@pytest.fixture
def workspace(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it that the environment names."""
    folder = tmp_path / "workspace"
    shutil.copytree(built, folder)
    monkeypatch.setenv("FACTCHECK_WORKSPACE", str(folder))
    return folder


def rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def shell(*arguments: str, **how: object) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own."""
    code = "import sys; from factcheck.cli import main; sys.exit(main())"
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=ROOT,
        **how,
    )


# -- what needs no workspace -------------------------------------------------------------------


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == main(["-h"]) == 0
    assert "doctor" in capsys.readouterr().out
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc"], "Did you mean 'check'?"),
        (["check"], "Missing argument"),
        (["check", "--published", "soon", "x"], "YYYY-MM-DD, found 'soon'"),
        (["claim", "  "], "Wanted a claim"),
        (["claim", "--top", "0", "x"], "'top' wants a whole number from 1"),
        (["claim", "--top", "many", "x"], "not a valid integer"),
        (["check", "--language", "zh-Hnat", "x"], "zh-Hant"),
        (["report", "-f", "htm"], "Did you mean 'html'? Known: claimreview, csv"),
        (["sources", "edit", "abc"], "--published, --tier, --title, --url or --archived"),
        (["evaluate", "gold", "no-such-file"], "no-such-file"),
    ],
)
def test_a_wrong_command_line_is_one_message_and_exit_code_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["--workspace", str(tmp_path), *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert "Traceback" not in err


@pytest.fixture
def failing() -> Iterator[list[BaseException]]:
    """A command `fail` that raises what is put into the list."""
    raised: list[BaseException] = []

    def fail() -> None:
        raise raised.pop()

    program.add_command(click.Command("fail", callback=fail))
    yield raised
    del program.commands["fail"]


def test_an_unexpected_error_is_one_line_and_a_traceback_only_when_asked_for(
    failing: list[BaseException], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failing.append(ZeroDivisionError("a\nb \x1b[2J"))
    assert main(["fail"]) == 1
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert "ZeroDivisionError: a b \\x1b[2J" in err
    assert "FACTCHECK_DEBUG=1" in err
    monkeypatch.setenv("FACTCHECK_DEBUG", "1")
    failing.append(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        main(["fail"])


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "goes on from there"),
        (ReadError("Wanted text,\nfound none."), 1, "factcheck: Wanted text, found none."),
        (UsageError("Wanted\x07 more."), 2, "factcheck: Wanted\\x07 more."),
        (MemoryError(), 1, "Unexpected MemoryError"),
    ],
)
def test_errors_are_one_line_with_their_exit_code(
    failing: list[BaseException],
    error: BaseException,
    code: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    failing.append(error)
    assert main(["fail"]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert len(err.strip().splitlines()) == 1


def test_a_reader_that_leaves_is_no_error() -> None:
    code = "import sys; from factcheck.cli import main; sys.exit(main(['--help']))"
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=write, stderr=subprocess.PIPE, text=True, cwd=ROOT, timeout=60
    )
    os.close(write)
    assert done.stderr == ""
    assert done.returncode == 1


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["report", "-f", "nothing"]])
def test_starting_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from factcheck.cli import main; main(sys.argv[1:]);"
        f" print([name for name in {(*HEAVY, 'rich', 'numpy', 'jinja2', 'sqlite3')} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=ROOT, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[]"


# -- with a workspace ----------------------------------------------------------------------------


def test_adding_again_changes_nothing(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "--json", str(EXAMPLES / "sources")]) == 0
    found = rows(capsys)
    assert {row["status"] for row in found} == {"known"}
    assert {row["passages"] for row in found} == {0}


def test_one_bad_file_does_not_stop_the_others(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "a.txt").write_text("", "utf-8")
    (folder / "b.txt").write_text("Oakline was founded in 1987.", "utf-8")
    (folder / "c.xyz").write_bytes(b"\x00\x01")
    assert main(["add", str(folder), str(tmp_path / "absent.txt")]) == 1
    err = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in err[:-1]] == ["failed", "skipped", "failed"]
    assert err[-1].startswith("1 added, 2 failed, 1 skipped; 1 new passage")


def test_skipped_files_alone_are_no_failure(workspace: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "b.txt").write_text("Oakline was founded in 1987.", "utf-8")
    (folder / "c.xyz").write_bytes(b"\x00\x01")
    assert main(["check", str(folder)]) == 0


def test_sources_are_listed_edited_and_removed(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", "--json"]) == 0
    found = rows(capsys)
    first = str(found[0]["id"])
    assert main(["sources", "edit", first[:10], "--tier", "primary", "--published", "2024-02-29"]) == 0
    assert main(["sources", "--json"]) == 0
    edited = next(row for row in rows(capsys) if row["id"] == first)
    assert (edited["tier"], edited["published"]) == ("primary", "2024-02-29")
    assert main(["sources", "remove", first[:10]]) == 0
    assert main(["sources"]) == 0
    out, err = capsys.readouterr()
    assert first[:8] not in out
    assert f"{len(found) - 1} sources." in err
    assert main(["sources", "remove", "ffffffffffff"]) == 1
    assert "factcheck: No document id begins with" in capsys.readouterr().err


def test_check_prints_a_table_and_says_what_is_up_to_date(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(ARTICLES[0]), str(ARTICLES[1])]) == 0
    out, err = capsys.readouterr()
    assert "Suggested" in out
    assert "best evidence" in out.lower()
    assert err.splitlines()[-1] == "1 checked, 1 up to date."
    assert "0 reviewed" in err


def test_many_articles_end_in_a_line_each_and_their_sums(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from factcheck import Workspace

    texts = [path.read_text(encoding="utf-8") for path in ARTICLES]
    table = tmp_path / "文章.jsonl"
    lines = [
        json.dumps({"text": f"{text}\n\n{turn}", "title": f"篇 {turn}"})
        for turn in range(11)
        for text in texts
    ]
    table.write_text("\n".join(lines[:22]), encoding="utf-8")
    assert main(["check", str(table)]) == 0
    out, err = capsys.readouterr()
    with Workspace(workspace) as opened:
        articles = {finding.article.id for finding in opened.findings() if finding.article is not None}
        checked = [one for one in articles if (opened.store.card(one).path or "").startswith(str(table))]
        findings = [one for article in checked for one in opened.findings(article)]
        summaries = opened.store.summaries(checked)
    assert len(checked) == 22
    assert all(article[:8] in out for article in checked)
    assert sum(one.claims for one in summaries.values()) == len(findings)
    supported = sum(one.suggestion.verdict is Verdict.SUPPORTED for one in findings)
    assert sum(one.verdicts.get(Verdict.SUPPORTED, 0) for one in summaries.values()) == supported > 0
    assert f"{len(findings)} claims: {supported} supported, " in err
    assert err.splitlines()[-1] == "22 checked."


def test_check_as_json_prints_every_article_named_once_and_offsets_hold(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from factcheck import Workspace

    targets = [str(ARTICLES[1]), str(ARTICLES[0]), str(ARTICLES[1])]
    assert main(["check", "--json", *targets]) == 0
    first = rows(capsys)
    assert main(["check", "--json", *targets]) == 0
    assert rows(capsys) == first
    articles = list(dict.fromkeys(str(row["article"]["id"]) for row in first))  # type: ignore[index]
    assert len(articles) == 2
    with Workspace(workspace) as opened:
        assert [opened.store.card(article).path for article in articles] == targets[:2]
        for row in first:
            claim, article = row["claim"], row["article"]
            text = opened.store.document(article["id"]).text  # type: ignore[index]
            assert text[claim["start"] : claim["end"]] == claim["quote"]  # type: ignore[index]
            for evidence in row["evidence"]:  # type: ignore[attr-defined]
                source = opened.store.document(evidence["source"]["id"]).text
                assert source[evidence["start"] : evidence["end"]] == evidence["text"]


def test_opinions_and_questions_come_with_all(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def kinds(*options: str) -> set[str]:
        assert main(["check", "--json", *options, *map(str, ARTICLES[:2])]) == 0
        return {row["claim"]["kind"] for row in rows(capsys)}  # type: ignore[index]

    assert kinds() <= {"factual", "forecast"}
    assert {"opinion", "question"} <= kinds("--all")


@pytest.mark.parametrize("language", KINDS)
def test_a_typed_claim_in_each_kind_of_text(
    workspace: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = KINDS[language]
    assert main(["claim", "--json", "--top", "3", text]) == 0
    (row,) = rows(capsys)
    assert row["article"] is None
    assert row["claim"]["quote"] == text  # type: ignore[index]
    assert len(row["evidence"]) == 3  # type: ignore[arg-type]
    assert main(["claim", text]) == 0
    assert "not reviewed" in capsys.readouterr().out
    assert main(["search", text]) == 0
    assert capsys.readouterr().out.startswith("1. ")


def test_dates_and_sources_filter_what_is_found(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def dates(*options: str) -> set[str]:
        assert main(["search", "--json", "--top", "50", *options, "V70C"]) == 0
        return {str(row["source"]["published"]) for row in rows(capsys)}  # type: ignore[index]

    assert max(dates("--as-of", "2025-08-18") - {"None"}) <= "2025-08-18"
    assert min(dates("--since", "2025-08-18") - {"None"}) >= "2025-08-18"
    assert main(["sources", "--json"]) == 0
    one = next(row for row in rows(capsys) if row["published"] == "2025-08-18")
    assert dates("--source", str(one["id"])[:10]) == {"2025-08-18"}


def test_an_empty_corpus_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claim", "--workspace", str(tmp_path), "Oakline was founded in 1987."]) == 0
    assert "`factcheck add PATH`" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["claim", "search", "explain"])
@pytest.mark.parametrize("text", KINDS.values(), ids=KINDS)
def test_passages_that_a_stop_left_unindexed_are_said(
    workspace: Path, capsys: pytest.CaptureFixture[str], command: str, text: str
) -> None:
    def said() -> list[str]:
        assert main([command, text]) == 0
        return [line for line in capsys.readouterr().err.splitlines() if "cannot be found yet" in line]

    assert said() == []
    with Workspace(workspace) as opened:
        numbers = opened.store.numbers_of(opened.sources()[0].id)
        opened.vectors.remove(numbers)
    (line,) = said()
    assert line.startswith(f"{len(numbers)} passage")
    assert main(["doctor", "--repair"]) == 0
    capsys.readouterr()
    assert said() == []


@pytest.mark.parametrize("command", [["sources"], ["report"], ["doctor"]])
def test_no_workspace_is_said_and_none_is_made(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--workspace", str(tmp_path), *command]) == 1
    assert "no workspace in" in capsys.readouterr().err.lower()
    assert not list(tmp_path.iterdir())


def test_the_option_after_the_command_wins_over_the_one_before_and_both_over_the_environment(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = str(tmp_path / "nowhere")
    assert main(["--workspace", nowhere, "sources", "--workspace", str(workspace)]) == 0
    assert main(["--workspace", nowhere, "sources"]) == 1
    assert main(["sources"]) == 0
    capsys.readouterr()


def test_report_shows_suggestions_only_when_asked_for(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "report.html"
    assert main(["report", "-o", str(output)]) == 0
    assert "0 of" in capsys.readouterr().err
    assert "<article" not in output.read_text("utf-8")
    assert main(["report", "-f", "html", "-o", str(output), "--include-suggestions"]) == 0
    assert "machine suggestion, not reviewed" in output.read_text("utf-8")
    assert main(["report", "-o", str(tmp_path / "no" / "deep" / "folder.html")]) == 1
    assert "Cannot write the report" in capsys.readouterr().err


def test_doctor_shows_settings_with_their_origin(
    workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "factcheck.toml").write_text("candidates = 40\n", "utf-8")
    monkeypatch.setenv("FACTCHECK_TOP", "7")
    assert main(["doctor", "--json"]) == 0
    (row,) = rows(capsys)
    settings = {one["name"]: one for one in row["settings"]}  # type: ignore[attr-defined]
    assert row["problems"] == []
    assert (settings["top"]["value"], settings["top"]["from"]) == (7, "environment FACTCHECK_TOP")
    assert settings["candidates"]["from"] == str(workspace / "factcheck.toml")
    assert main(["doctor"]) == 0
    out, err = capsys.readouterr()
    assert "environment FACTCHECK_TOP" in out
    assert "sound" in err


def test_doctor_finds_and_repairs_a_lost_index(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(workspace / "embeddings")
    assert main(["doctor"]) == 1
    assert "problem: " in capsys.readouterr().err
    assert main(["doctor", "--repair"]) == 0
    capsys.readouterr()
    assert main(["search", "--json", "V70C"]) == 0
    assert rows(capsys)


def test_gold_data_is_scored(workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", str(ARTICLES[0])]) == 0
    made = rows(capsys)
    gold = tmp_path / "gold.jsonl"
    lines = [
        {
            "article": row["article"]["id"],  # type: ignore[index]
            "start": row["claim"]["start"],  # type: ignore[index]
            "end": row["claim"]["end"],  # type: ignore[index]
            "counterparts": [],
            "verdict": row["suggestion"]["verdict"],  # type: ignore[index]
        }
        for row in made
    ]
    gold.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert main(["evaluate", "gold", "--json", str(gold)]) == 0
    (scores,) = rows(capsys)
    assert scores["n"] == len(made)
    assert scores["metrics"]["right"] == 1.0  # type: ignore[index]
    assert main(["evaluate", "gold", str(gold)]) == 0
    assert "extraction_recall" in capsys.readouterr().out


def test_a_claim_loads_no_learning_framework(workspace: Path) -> None:
    code = (
        "import sys; from factcheck.cli import main; code = main(['claim', 'Yuefeng 3 sustained 271 TFLOPS']);"
        f" print([name for name in {HEAVY} if name in sys.modules]); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_narrow_encoding_gets_escapes(workspace: Path) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    done = shell("search", "曜川", env=environment)
    assert done.returncode == 0, done.stderr
    assert "\\u66dc" in done.stdout


def test_an_interrupted_check_goes_on_where_it_stopped(workspace: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(30):
        text = f"Firm {number} shipped {number + 2},000 chips in May 2025. It earned ${number + 3} million."
        (many / f"{number:02}.txt").write_text(text, "utf-8")
    code = "import sys; from factcheck.cli import main; sys.exit(main())"
    running = subprocess.Popen(
        [sys.executable, "-c", code, "check", "--json", str(many)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert running.stdout is not None
    running.stdout.readline()
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 130, err
    assert b"goes on from there" in err
    done = shell("check", "--json", str(many))
    assert done.returncode == 0
    counts = done.stderr.splitlines()[-1]
    assert "up to date" in counts
    assert "checked" in counts


# -- explain -----------------------------------------------------------------------------------


@pytest.mark.parametrize("text", KINDS.values(), ids=KINDS)
def test_a_typed_claim_is_explained_with_what_claim_answers(
    workspace: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["claim", "--json", text]) == 0
    (answered,) = rows(capsys)
    assert main(["explain", "--json", "--top", "5", text]) == 0
    (explained,) = rows(capsys)
    assert explained["suggestion"] == answered["suggestion"]
    for one, other in zip(explained["passages"], answered["evidence"], strict=True):  # type: ignore[call-overload]
        assert one["passage_id"] == other["passage_id"]
        assert one["steps"][-1][other["stance"]] == other["stance_score"]


def test_an_article_s_claim_is_explained_by_the_id_that_check_lists(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["check", str(ARTICLES[0])]) == 0
    listed = re.findall(r"^([0-9a-f]{8}) ", capsys.readouterr().out, re.MULTILINE)
    assert main(["check", "--json", str(ARTICLES[0])]) == 0
    claims = [row["claim"] for row in rows(capsys)]
    assert listed == [claim["id"][:8] for claim in claims]  # type: ignore[index]
    assert main(["explain", listed[0]]) == 0
    out, err = capsys.readouterr()
    assert "".join(claims[0]["text"].split()) in "".join(out.split())  # type: ignore[index]
    assert err == ""
    assert "\x1b" not in out
    assert all(cell_len(line) <= 80 for line in out.splitlines())


@pytest.mark.parametrize(
    ("claim", "code", "said"),
    [
        ("0123456789abcdef", 1, "Wanted a claim, found none whose id begins with '0123456789abcdef'."),
        ("  ", 2, "Wanted a claim as text, found nothing"),
    ],
)
def test_a_claim_that_is_not_there_is_one_line(
    workspace: Path, claim: str, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", claim]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


def test_an_ambiguous_id_is_one_line_with_the_candidates(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--json", *map(str, ARTICLES[:2])]) == 0
    ids = sorted(str(row["claim"]["id"]) for row in rows(capsys))  # type: ignore[index]
    assert len(ids) > 16, "so two begin with one digit"
    shared = next(one[:1] for one, other in pairwise(ids) if one[0] == other[0])
    assert main(["explain", shared]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert (
        f"several whose ids begin with '{shared}': {next(one for one in ids if one[0] == shared)[:12]}, "
        in err
    )


def test_an_explanation_loads_no_heavy_library(workspace: Path) -> None:
    code = (
        "import sys; from factcheck.cli import main; main(['explain', 'Yuefeng 3 的算力是 271 TFLOPS']);"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, cwd=ROOT)
    assert done.stderr.splitlines()[-1] == "[]"
    assert "█" in done.stdout
