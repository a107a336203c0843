"""The tour: from the examples to claims, a report and the commands to type next."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from factcheck.cli import main
from factcheck.commands.tour import next_commands
from factcheck.demo import examples_folder

ROOT = Path(__file__).resolve().parent.parent


def test_the_tour_runs_from_any_folder_its_next_command_works_and_it_can_be_taken_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["demo"]) == 0
    out, err = capsys.readouterr()
    assert (tmp_path / "claims.db").is_file()
    assert (tmp_path / "embeddings").is_dir()
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "machine suggestion, not reviewed" in page
    assert "report.html" in err
    titles = (
        "A licence, a review and a narrow window",
        "產能、記憶體與一張遲到的時程表",
        "国产加速卡走到了哪一步",
    )
    assert all(title in out and title in page for title in titles)
    for verdict in ("supported", "contradicted", "unverifiable"):
        assert verdict in out
    commands = [line.strip() for line in err.splitlines()[-2:]]
    assert "Type next:" in err
    assert main(shlex.split(commands[0])[1:]) == 0
    assert "not reviewed" in capsys.readouterr().out
    assert main(["demo"]) == 0
    again = capsys.readouterr()
    assert again.out == out
    articles = len(list((ROOT / "examples" / "articles").iterdir()))
    assert f"{articles} up to date" in again.err


def test_the_examples_in_the_package_are_those_of_the_checkout() -> None:
    assert examples_folder() == ROOT / "examples"
    packaged = ROOT / "factcheck" / "examples"
    names = sorted(path.relative_to(packaged) for path in packaged.rglob("*") if path.is_file())
    assert len(names) > 10
    for name in names:
        assert (packaged / name).read_bytes() == (ROOT / "examples" / name).read_bytes()


def test_the_next_commands_name_the_workspace_when_it_is_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert not any("--workspace" in command for command in next_commands("."))
    folder = tmp_path / "two words"
    words = shlex.split(next_commands(str(folder))[0])
    assert words[words.index("--workspace") + 1] == str(folder)
