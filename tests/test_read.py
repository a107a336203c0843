"""The step: one document an input or row, failures in their place, overrides, languages, folders."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unprivileged import run_without_write_access

from factcheck.errors import (
    EmptyDocument,
    ReadError,
    UnknownName,
    UnsupportedFormat,
    UnsupportedLanguage,
)
from factcheck.model import Document, Language
from factcheck.read import (
    ReadFailure,
    ReadOptions,
    expand,
    language_named,
    read,
    read_each,
)
from factcheck.readers.options import declared_language

EN = "Chip exports resume\n\nThe ministry said on Monday that exports of the chip had resumed.\n"
HANT = "晶片出口恢復\n\n部長週一表示，這款晶片的出口已經恢復，銷售額達80億美元。\n"
HANS = "芯片出口恢复\n\n部长周一表示，这款芯片的出口已经恢复，销售额达80亿美元。\n"
MIXED = (
    "晶片 exports\n\n部長表示出口已經恢復，銷售額達80億美元。"
    "The ministry said that exports of the chip had resumed.\n"
)


@pytest.mark.parametrize(
    ("text", "language", "title"),
    [
        (EN, Language.EN, "Chip exports resume"),
        (HANT, Language.HANT, "晶片出口恢復"),
        (HANS, Language.HANS, "芯片出口恢复"),
        (MIXED, Language.MIXED, "晶片 exports"),
    ],
)
def test_a_text_file_is_its_text(tmp_path: Path, text: str, language: Language, title: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    (document,) = read(path)
    assert document.text == text
    assert (document.language, document.title, document.path) == (language, title, str(path))
    assert (document.author, document.published, document.url, document.notes) == (None, None, None, ())


def test_overrides_win_over_what_the_file_says(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: Old\nauthor: Old\ndate: 2020-01-01\nlang: zh-TW\n---\n" + HANT, encoding="utf-8"
    )
    (plain,) = read(path)
    assert (plain.title, plain.published, plain.language) == ("Old", date(2020, 1, 1), Language.HANT)
    options = ReadOptions(
        title="新", author="李", published=date(2025, 3, 4), url="https://n.example", language=Language.ZH
    )
    (document,) = read(path, options)
    assert (document.title, document.author, document.published) == ("新", "李", date(2025, 3, 4))
    assert (document.url, document.language) == ("https://n.example", Language.ZH)


def test_what_was_replaced_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(EN.encode() + b"and\x00more")
    (document,) = read(path)
    assert document.text == EN + "and\ufffdmore"
    assert "replaced by U+FFFD" in document.notes[0]


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u3000\u200b".encode()])
def test_a_blank_file_is_empty(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(EmptyDocument, match="nothing to read"):
        list(read(path))


@pytest.mark.parametrize(
    "text",
    [
        "これは日本語の記事です。輸出が再開されました。",
        "한국어 기사입니다. 수출이 재개되었습니다.",
        "Это статья на русском языке.",
    ],
)
def test_another_language_is_one_clear_line_unless_overridden(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnsupportedLanguage, match="Wanted English or Chinese"):
        list(read(path))
    assert next(read(path, ReadOptions(language=Language.EN))).text == text


def test_language_names() -> None:
    assert language_named("ZH-hant") is Language.HANT
    with pytest.raises(UnknownName, match="Known: en, mixed, zh, zh-Hans, zh-Hant"):
        language_named("fr")
    assert declared_language("zh-HK") is Language.HANT
    assert declared_language("zh_CN") is Language.HANS
    assert declared_language("zh-Hans-HK") is Language.HANS
    assert declared_language("en-GB") is Language.EN
    assert declared_language("und") is None
    with pytest.raises(UnsupportedLanguage, match="'ja'"):
        declared_language("ja")


def test_a_large_file_is_refused_with_both_sizes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(EN * 40, encoding="utf-8")
    with pytest.raises(ReadError, match=f"at most 1,000 bytes, found {path.stat().st_size:,}"):
        list(read(path, ReadOptions(max_bytes=1000)))


def test_a_missing_path_offers_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(EN, encoding="utf-8")
    with pytest.raises(ReadError, match="Did you mean '.*article.txt'"):
        list(read(tmp_path / "artcle.txt"))
    (failure,) = read_each([str(tmp_path / "nowhere" / "deep.txt")])
    assert isinstance(failure, ReadFailure) and "found nothing at" in failure.message


def test_a_file_of_another_kind_names_the_known_ones(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    with pytest.raises(UnsupportedFormat, match=r"\.csv, \.docx.*found '\.xlsx'"):
        list(read(tmp_path / "a.xlsx"))


def test_binary_data_in_a_text_file_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"%PDF-1.7 ...")
    with pytest.raises(ReadError, match="found a PDF"):
        list(read(path))


def _folder(root: Path) -> Path:
    (root / "b").mkdir()
    (root / ".git").mkdir()
    (root / ".git" / "x.txt").write_text(EN, encoding="utf-8")
    (root / "b" / "z.txt").write_text(HANT, encoding="utf-8")
    (root / "a.md").write_text(EN, encoding="utf-8")
    (root / "c.png").write_bytes(b"\x89PNG")
    (root / "d.txt").write_bytes(b"")
    (root / "e.jsonl").write_text(
        '{"text": "出口恢复。"}\n{"text"\n{"text": "これは日本語です"}\n', encoding="utf-8"
    )
    return root


def test_a_folder_is_read_in_order_and_every_failure_stands_in_its_place(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    items = list(read_each([folder]))
    names = [item.path if isinstance(item, Document) else item.target for item in items]
    assert names == [
        f"{folder}/{name}"
        for name in ("a.md", "b/z.txt", "c.png", "d.txt", "e.jsonl:1", "e.jsonl:2", "e.jsonl:3")
    ]
    failures = [item for item in items if isinstance(item, ReadFailure)]
    assert [failure.skipped for failure in failures] == [True, False, False, False]
    assert [failure.error for failure in failures] == [
        UnsupportedFormat,
        EmptyDocument,
        ReadError,
        UnsupportedLanguage,
    ]
    assert all("\n" not in failure.message for failure in failures)


def test_expand_lists_inputs_before_anything_is_read(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    targets = expand([str(folder / "gone.txt"), "https://n.example/a", "-", folder])
    assert [target.kind for target in targets[:3]] == ["file", "url", "stdin"]
    assert targets[0].failure is not None
    assert len(targets) == 3 + 5
    assert list(read_each(targets[3:])) == list(read_each([folder]))


def test_an_empty_folder_and_a_linked_one_are_said(tmp_path: Path) -> None:
    (failure,) = read_each([tmp_path])
    assert isinstance(failure, ReadFailure) and "empty folder" in failure.message
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (linked,) = read_each([tmp_path])
    assert isinstance(linked, ReadFailure) and linked.skipped and "not followed" in linked.message


def test_an_entry_that_cannot_be_looked_at_costs_no_other(tmp_path: Path) -> None:
    """Each is a line of its own: no link leads to a name of 300 letters, and none that leads to itself ends."""
    for name, text in (("a.txt", EN), ("b/c.txt", HANT), ("z.txt", HANS)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for link, target in (
        ("long.txt", f"{'n' * 300}.txt"),
        ("b/long.md", "n" * 300),
        ("loop.txt", "loop.txt"),
        ("through.txt", "a.txt/x.txt"),
        ("gone.txt", "nowhere.txt"),
    ):
        (tmp_path / link).symlink_to(target)
    items = list(read_each([tmp_path]))
    assert [item.text for item in items if isinstance(item, Document)] == [EN, HANT, HANS]
    failures = {Path(item.target).name: item for item in items if isinstance(item, ReadFailure)}
    assert set(failures) == {"long.txt", "long.md", "loop.txt", "through.txt", "gone.txt"}
    for name in ("long.txt", "long.md"):
        assert failures[name].message == "The file cannot be read (File name too long)."
        assert not failures[name].skipped
    for name in ("loop.txt", "through.txt", "gone.txt"):
        assert "broken link" in failures[name].message and failures[name].skipped


def test_a_folder_whose_files_may_only_be_listed_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "listed").mkdir()
    for name in ("a.txt", "listed/b.txt", "listed/c.md", "z.txt"):
        (tmp_path / name).write_text(HANT, encoding="utf-8")
    (tmp_path / "listed" / "inner").mkdir()
    told = run_without_write_access(
        "import os, sys\nfrom factcheck.read import expand\nos.chmod(sys.argv[1] + '/listed', 0o444)",
        "for one in expand([sys.argv[1]]):\n"
        "    print(os.path.relpath(one.name, sys.argv[1]), one.failure and one.failure.message)",
        tmp_path,
    )
    assert told == [
        "a.txt None",
        "listed/b.txt The file cannot be read (Permission denied).",
        "listed/c.md The file cannot be read (Permission denied).",
        "listed/inner The folder cannot be read (Permission denied).",
        "z.txt None",
    ]


def test_folders_in_folders_end_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More of them than Python's functions may call each other."""
    (tmp_path / "a.txt").write_text(EN, encoding="utf-8")
    deep = 1200
    monkeypatch.chdir(tmp_path)
    for _ in range(deep):
        os.mkdir("d")
        os.chdir("d")
    Path("b.txt").write_text(HANT, encoding="utf-8")
    try:
        items = list(read_each([tmp_path]))
    finally:
        # Python 3.11 cannot take them away together either.
        os.remove("b.txt")
        for _ in range(deep):
            os.chdir("..")
            os.rmdir("d")
    assert [item.text for item in items if isinstance(item, Document)] == [EN, HANT]


def test_a_link_that_leads_nowhere_is_named_as_one(tmp_path: Path) -> None:
    for name, target in (("gone.txt", "nowhere.txt"), ("loop.txt", "loop.txt")):
        (tmp_path / name).symlink_to(target)
        (failure,) = read_each([tmp_path / name])
        assert isinstance(failure, ReadFailure) and "leads to none" in failure.message
        assert "Did you mean" not in failure.message


def test_a_file_name_that_is_not_utf8_can_be_stored(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xa4\xa4.txt"
    try:
        Path(os.fsdecode(path)).write_text(EN, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (document,) = read(tmp_path)
    assert document.path is not None
    document.path.encode("utf-8")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (failure,) = read_each([tmp_path / "a.txt"])
    assert isinstance(failure, ReadFailure) and "pipe" in failure.message


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (HANT.encode("cp950"), 1),
        (b'{"text": "Exports resumed."}\n' * 2, 2),
        # A first row that is longer than what the format is told by.
        (
            b'{"text": "'
            + b"The ministry said that exports had resumed. " * 2000
            + b'"}\n{"text": "Exports resumed."}\n',
            2,
        ),
    ],
)
def test_standard_input_is_told_by_its_bytes(
    monkeypatch: pytest.MonkeyPatch, data: bytes, count: int
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    documents = list(read("-"))
    assert len(documents) == count
    assert documents[0].path is None or count == 2


def test_the_four_articles_are_read(shared_data: Path) -> None:
    items = list(read_each([shared_data / "articles"]))
    assert len(items) == 4
    assert all(isinstance(item, Document) and item.language.is_chinese for item in items)


@settings(max_examples=40, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([".txt", ".md", ".pdf", ".docx", ".jsonl", ".csv", ".srt", ".vtt", ".html"]),
)
def test_noise_in_any_format_is_documents_or_failures(data: bytes, suffix: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        for item in read_each([path]):
            if isinstance(item, ReadFailure):
                assert item.message and "\n" not in item.message
            else:
                item.text.encode("utf-8")


def test_reading_a_text_loads_no_heavy_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HANT, encoding="utf-8")
    code = (
        "import sys; from factcheck.read import read; list(read(sys.argv[1]));"
        "print([m for m in ('trafilatura', 'pypdf', 'docx', 'httpx', 'torch', 'lxml') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.txt")], capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]", done.stderr
