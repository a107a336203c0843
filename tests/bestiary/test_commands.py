"""Bad input to whole commands: one line each, the others done, exit code 1, and nothing lost of what was there."""

from __future__ import annotations

import io
import json
import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bestiary.beasts import IMPORTS, PAGES, PDFS, STORY, TEXTS, WORDS
from fuzz.fuzzing import in_time
from fuzz.hostile import DATES, NUMBERS, UNITS, UNSEEN
from store_samples import add, document

from factcheck import Workspace
from factcheck.cli import main
from factcheck.model import Language
from factcheck.store import Store

_BAD: dict[str, Callable[[], bytes]] = {
    "bomb.docx": WORDS["flat bomb"],
    "locked.docx": WORDS["encrypted"],
    "cut.docx": WORDS["truncated"],
    "loop.pdf": PDFS["own parent"],
    "locked.pdf": PDFS["encrypted"],
    "cut.pdf": PDFS["truncated"],
    "deep.html": PAGES["100,000 deep"],
    "large.html": PAGES["25 MB"],
    "line.txt": TEXTS["10 MB line.txt"],
    "noise.txt": TEXTS["noise.txt"],
    "open quote.csv": TEXTS["open quote.csv"],
    "deep.jsonl": TEXTS["deep.jsonl"],
    "front matter.md": TEXTS["front matter.md"],
    "none.srt": lambda: b"no times",
}
_GOOD = (STORY + "\n").encode("utf-8")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a workspace, which every command of a test works in."""
    monkeypatch.setenv("FACTCHECK_WORKSPACE", str(tmp_path / "home"))
    monkeypatch.setenv("FACTCHECK_WORKERS", "1")
    return tmp_path / "home"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A folder of bad files around one good one."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name, made in _BAD.items():
        (folder / name).write_bytes(made())
    (folder / "k good.txt").write_bytes(_GOOD)
    return folder


def _lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What was said, line by line; no character of it steers a terminal."""
    said = capsys.readouterr()
    assert "defect" not in said.err and "Traceback" not in said.err
    for line in said.err.splitlines():
        assert line.isprintable(), repr(line)
    return said.err.splitlines()


def _sources(home: Path) -> list[str]:
    with Workspace(home) as workspace:
        return [workspace.store.document(card.id).text for card in workspace.sources()]


def test_each_bad_file_is_one_line_and_the_good_one_is_done(
    home: Path, bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("add", "check"):
        assert main([command, str(bad)]) == 1
        lines = _lines(capsys)
        for name in _BAD:
            about = [line for line in lines if f"{bad}/{name}" in line]
            assert len(about) == (2 if name == "deep.jsonl" else 1), (name, about)
    assert _sources(home) == [STORY + "\n"]
    with Workspace(home) as workspace:
        (article,) = workspace.store.articles()
        assert workspace.findings(article.id)
        assert workspace.store.verify() == []


@pytest.mark.parametrize("name", ["deep.jsonl", "noise.txt", "bomb.docx", "loop.pdf", "deep.html"])
def test_standard_input(
    home: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("add", "check"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(_BAD[name]())))
        assert main([command, "-"]) == 1
        assert any("Wanted" in line or "not JSON" in line for line in _lines(capsys))


def test_what_is_typed(home: Path, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(bad / "k good.txt")]) == 0
    typed = [
        "曜川" + "".join(UNSEEN).replace("\0", "") + "營收412.7億元",
        " ".join(NUMBERS)[:4000].replace("\0", ""),
        " ".join(DATES),
        "".join(f"{number}{unit}" for number, unit in zip(NUMBERS, UNITS, strict=False)),
        "營收8\u200b0億元，\u202e增22.4%\u202c",
    ]
    for text in typed:
        for command in ("claim", "search"):
            with in_time():
                assert main([command, "--json", text]) == 0
            out = capsys.readouterr()
            assert all(json.loads(line) for line in out.out.splitlines())
            assert "defect" not in out.err
    for command in ("claim", "search", "explain"):
        assert main([command, "營收" * 20_000]) == 2
        assert any("at most 20,000 characters" in line for line in _lines(capsys))


def test_a_text_without_a_sound_character_is_still_answered(home: Path) -> None:
    with Workspace(home) as workspace:
        assert workspace.claim("\ud800 rose 5%\udfff").claim.text
        assert workspace.search("\ud800") == []


def test_bad_fact_checks_cost_no_good_ones(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = []
    for name, (_, suffix, made) in IMPORTS.items():
        paths.append(tmp_path / f"{name}{suffix}")
        paths[-1].write_bytes(made())
    good = tmp_path / "z good.csv"
    good.write_text(f"text,verdict\n{STORY},false\n", encoding="utf-8")
    assert main(["import", *map(str, paths), str(tmp_path), str(tmp_path / "none"), str(good)]) == 1
    lines = _lines(capsys)
    assert any("z good.csv" in line and "1 checked claim new" in line for line in lines)
    with Workspace(home) as workspace:
        assert STORY in {claim.text for claim in workspace.store.checked_claims()}


def _odd_names() -> Iterator[bytes]:
    for name in (
        "a\nb",
        "a\x1b[2Jb",
        "a\rb",
        "a\x07b",
        "\u202egpj.exe\u202c",
        "a\u200bb",
        "-",
        "--help",
        "a\tb",
        "…" * 60,
    ):
        yield name.encode("utf-8")
    yield b"a\xff\xfe\xa4b"


@pytest.mark.parametrize("content", [_GOOD, b"%PDF-1.7 no text"])
def test_names_of_files(
    home: Path, tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = os.fsencode(tmp_path / "in")
    os.mkdir(folder)
    count = 0
    for count, name in enumerate(_odd_names(), 1):
        with open(folder + b"/" + name + b".txt", "wb") as file:
            file.write(content + b"%d" % count if content is _GOOD else content)
    wanted = 0 if content is _GOOD else 1
    for command in ("add", "check"):
        for target in (os.fsdecode(folder), os.fsdecode(folder + b"/a\xff\xfe\xa4b.txt")):
            assert main([command, target]) == wanted
            _lines(capsys)
    main(["import", os.fsdecode(folder + b"/a\xff\xfe\xa4b.txt"), os.fsdecode(folder + b"/a\nb.txt")])
    _lines(capsys)
    assert len(_sources(home)) == (count if content is _GOOD else 0)


def test_what_is_no_file_is_not_waited_for(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_bytes(_GOOD)
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pipe.jsonl")
    (folder / "zero.csv").symlink_to("/dev/zero")
    (folder / "zero.pdf").symlink_to("/dev/zero")
    (folder / "gone.txt").symlink_to(folder / "nothing")
    (folder / "ring.txt").symlink_to(folder / "ring.txt")
    (folder / "folder.txt").mkdir()
    (folder / "linked.txt").symlink_to(folder / "good.txt")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(folder / "s.md"))
    odd = sorted(path for path in folder.iterdir() if path.name not in ("good.txt", "linked.txt"))
    for command in ("add", "check"):
        assert main([command, str(folder)]) == 0
        lines = _lines(capsys)
        assert sum("passed over" in line for line in lines) == len(odd) - 1
        assert main([command, *map(str, odd), str(folder / "good.txt")]) == 1
        assert sum(line.count("Wanted") + line.count("cannot be") for line in _lines(capsys)) == len(odd)
    for words in (
        ["import"],
        ["import", "-f", "csv"],
        ["evaluate", "gold"],
        ["evaluate", "checkworthiness"],
        ["merge"],
    ):
        for path in odd:
            assert main([*words, str(path)]) in (1, 2), (words, path)
            assert _lines(capsys)
    assert _sources(home) == [STORY + "\n"]


def test_merging_what_is_no_workspace_loses_nothing(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.txt").write_bytes(_GOOD)
    assert main(["add", str(tmp_path / "good.txt")]) == 0
    _lines(capsys)
    with Store(tmp_path / "other.db") as store:
        add(store, document(Language.HANT))
    sound = (tmp_path / "other.db").read_bytes()
    for number, data in enumerate(
        (b"", b"no database", sound[:5000], sound[:100], sound[:100] + bytes(8000), _GOOD * 99)
    ):
        path = tmp_path / f"{number}.db"
        path.write_bytes(data)
        assert main(["merge", str(path)]) == 1, number
        assert len(_lines(capsys)) == 1
    assert _sources(home) == [STORY + "\n"]
