"""Names that are paths: titles, ids and members of archives write nothing outside the folder that was named."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from hostile.texts import EVERY, PATHS

from factcheck import Workspace
from factcheck.cli import main
from factcheck.exporters import exporters

_ARTICLE = "Veltron sold {} Lark-9 chips in 2025.\n\nVeltron在2025年售出{}片雲雀晶片。\n\n启明半导体2025年营收为{}亿元。"
_PAGE = re.compile(r"index\.html|typed\.html|article-[0-9a-f]{12}\.html")


def below(folder: Path) -> dict[str, int]:
    """Every file and folder below, with the bytes of the files."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size if path.is_file() else -1
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of articles that are called like paths."""
    here = tmp_path_factory.mktemp("named")
    rows = [
        {
            **dict.fromkeys(("id", "title", "url", "author"), name),
            "language": "mixed",
            "text": _ARTICLE.replace("{}", f"{place + 2},000"),
        }
        for place, name in enumerate(PATHS.values())
    ]
    (here / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    with Workspace(here / "w") as workspace:
        list(workspace.add([str(here / "in.jsonl")]))
        list(workspace.check([str(here / "in.jsonl")]))
        assert len(workspace.findings()) >= len(rows)
    return here


@pytest.fixture
def named(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a copy of it three folders down, which is the current one."""
    here = tmp_path / "a" / "b" / "c"
    shutil.copytree(made, here)
    monkeypatch.chdir(here)
    return tmp_path


def test_a_page_for_each_article_lies_in_the_folder(named: Path) -> None:
    before = below(named)
    assert main(["--workspace", "w", "report", "-o", "pages/", "--include-suggestions"]) == 0
    new = [name for name in below(named) if name not in before and not name.startswith("a/b/c/w/")]
    assert new[0] == "a/b/c/pages"
    names = [name.removeprefix("a/b/c/pages/") for name in new[1:]]
    assert len(names) == len(PATHS) + 1
    assert all(_PAGE.fullmatch(name) for name in names), names
    pages = Path("pages")
    linked = set(re.findall(r'<a href="([^"#]*)', (pages / "index.html").read_text("utf-8")))
    assert linked == set(names) - {"index.html"}


@pytest.mark.parametrize("form", list(exporters()))
def test_a_report_writes_the_file_that_was_named_and_no_other(named: Path, form: str) -> None:
    before = below(named)
    words = ["--publisher", "../../x", "--publisher-url", "https://desk.example/"]
    assert main(["--workspace", "w", "report", "-f", form, "-o", "out", "--include-suggestions", *words]) == 0
    assert {name for name in below(named) if name not in before and not name.startswith("a/b/c/w/")} == {
        "a/b/c/out"
    }


@pytest.mark.parametrize("name", ["a\x00b", "長" * 3000, "missing/deep/x.html", "/proc/nothing/x", "", "w"])
def test_a_name_that_cannot_be_written_is_one_line(
    named: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    form = "json" if name == "w" else "html"
    assert main(["--workspace", "w", "report", "-f", form, "-o", name]) in (1, 2)
    err = capsys.readouterr().err
    assert "Traceback" not in err and "This is a defect" not in err
    assert len(err.strip().splitlines()) == 1, err


_MEMBERS = [
    "../../../x/claim_reviews.csv", "HERE/x/claim_reviews.csv", "C:\\x\\claim_reviews.csv", "CON", "NUL.csv",
    "a\x00b.csv", "x" * 300 + ".csv", "..", "~/x.csv", "-rf", "\x1b[31m.csv", "\u202etxt.csv",
]  # fmt: skip
"""HERE is the folder of the test: what left the current one would be seen there."""
_TABLES = {
    "articles.csv": "id,text\na,Veltron在2025年售出30萬片晶片\nb,Nobody replied to this\n",
    "replies.csv": "id,type,createdAt\nr,RUMOR,2025-06-01T00:00:00Z\n",
    "article_replies.csv": "articleId,replyId,replyType,status\na,r,RUMOR,NORMAL\n",
}


def _archive(path: Path, home: Path, tables_in: str) -> None:
    """Hostile members, and tables in a folder of the archive, which make it one that is read."""
    with zipfile.ZipFile(path, "w") as archive:
        for member in _MEMBERS:
            archive.writestr(zipfile.ZipInfo(member.replace("HERE", str(home))), "id,text\n1,x\n")
        for name, words in _TABLES.items():
            archive.writestr(zipfile.ZipInfo(tables_in.replace("HERE", str(home)) + name), words)
        link = zipfile.ZipInfo("link.csv")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")


def _outside(home: Path, before: dict[str, int]) -> set[str]:
    """What is new below `home`, beside the workspace."""
    new = {name for name in below(home) if name not in before}
    return {name for name in new if name != "a/b/c/w" and not name.startswith("a/b/c/w/")}


@pytest.mark.parametrize("tables_in", ["", "data/", "../../../x/", "HERE/x/"])
def test_members_of_an_archive_are_never_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tables_in: str
) -> None:
    here = tmp_path / "a" / "b" / "c"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    _archive(Path("checks.zip"), tmp_path, tables_in)
    before = below(tmp_path)
    for command, wanted in (("import", 0), ("add", 1), ("check", 1), ("merge", 1)):
        assert main(["--workspace", "w", command, "checks.zip"]) == wanted
        out, err = capsys.readouterr()
        assert "\x1b" not in out + err and "This is a defect" not in err and "root:" not in out + err
        assert "checks.zip" in err, err
    assert _outside(tmp_path, before) == set()
    with Workspace("w") as workspace:
        (claim,) = workspace.store.checked_claims()
    assert (claim.text, claim.verdict) == ("Veltron在2025年售出30萬片晶片", "RUMOR")


def test_a_document_inside_an_archive_of_word_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from docx import Document as Word

    here = tmp_path / "a" / "b" / "c"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    word = Word()
    word.add_paragraph("Veltron sold 300,000 Lark-9 chips in the first half of 2025.")
    plain = io.BytesIO()
    word.save(plain)
    with zipfile.ZipFile("x.docx", "w") as made, zipfile.ZipFile(plain) as old:
        for one in old.infolist():
            made.writestr(one, old.read(one))
        for member in ("../../../evil.txt", f"{tmp_path}/evil.txt", "word/../../evil.xml"):
            made.writestr(member, "evil")
    before = below(tmp_path)
    assert main(["--workspace", "w", "add", "x.docx"]) == 0
    assert _outside(tmp_path, before) == set()


def test_files_with_such_names_are_read_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As far as a file system has such names."""
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path)
    made = 0
    for name in dict.fromkeys(f"{text.replace('/', '|')}.txt" for text in EVERY):
        if "\x00" not in name and len(os.fsencode(name)) < 250 and not name.startswith("."):
            made += 1
            (tmp_path / "in" / name).write_text(f"Veltron sold {made + 2},000 Lark-9 chips in 2025.", "utf-8")
    with Workspace(tmp_path / "w") as workspace:
        outcomes = list(workspace.add(["in"]))
        assert len(outcomes) == made > 60
        assert {outcome.status.value for outcome in outcomes} <= {"added", "skipped"}, outcomes
        cards = workspace.sources()
        assert {Path(card.path or "").name for card in cards} <= set(os.listdir("in"))
        assert len(cards) >= made - 5
    assert sorted(os.listdir()) == ["in", "w"]
