"""Subtitles become what is said: no numbers, times or tags, and whole sentences again."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import EmptyDocument, ReadError
from factcheck.extract import extract
from factcheck.model import Document, Language
from factcheck.read import read, read_each

HEAD = "1\n00:00:01,000 --> 00:00:02,900\n"


def _srt(lines: list[str], *, gap: float = 0.1) -> str:
    """One cue a line; each lasts two seconds without the gap."""
    return "\n\n".join(
        f"{number}\n00:{number // 30:02d}:{number % 30 * 2:02d},000 --> "
        f"00:{number // 30:02d}:{number % 30 * 2 + 2 - gap:06.3f}".replace(".", ",")
        + f"\n{line}"
        for number, line in enumerate(lines, 1)
    )


def _text(folder: Path, words: str, name: str = "talk.srt", encoding: str = "utf-8") -> str:
    (folder / name).write_bytes(words.encode(encoding))
    (document,) = read(folder / name)
    return document.text


@pytest.mark.parametrize(
    ("lines", "text", "language"),
    [
        (
            [
                "Chengyue said its revenue",
                "rose <i>87%</i> in the first",
                "half of 2025. It will build",
                "in Penang.",
            ],
            "Chengyue said its revenue rose 87% in the first half of 2025. It will build in Penang.",
            Language.EN,
        ),
        (
            ["曜川半導體公布，第三季營收", "為新台幣412.7億", "元，季增6.3%。", "{\\an8}這是歷來最高。"],
            "曜川半導體公布，第三季營收為新台幣412.7億元，季增6.3%。這是歷來最高。",
            Language.HANT,
        ),
        (
            ["曜川半导体公布，第三季营收", "为新台币412.7亿", "元，季增6.3%。", "这是历来最高。"],
            "曜川半导体公布，第三季营收为新台币412.7亿元，季增6.3%。这是历来最高。",
            Language.HANS,
        ),
        (
            ["部長表示，NVIDIA 的", "H20 晶片出口已經", "恢復，銷售額達80億美元。"],
            "部長表示，NVIDIA 的 H20 晶片出口已經恢復，銷售額達80億美元。",
            Language.HANT,
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_sentences_that_run_over_cues_are_made_whole(
    tmp_path: Path, lines: list[str], text: str, language: Language, end: str
) -> None:
    (tmp_path / "talk.srt").write_bytes(_srt(lines).replace("\n", end).encode())
    (document,) = read(tmp_path / "talk.srt")
    # A line for each cue that ends a sentence: joined, they are the text.
    joint = "" if language.is_chinese else " "
    assert joint.join(document.text.split("\n")) == text
    assert document.language is language and document.notes == ()
    assert any(
        "87%" in claim.quote or "億" in claim.quote or "亿" in claim.quote for claim in extract(document)
    )


def test_phrases_without_any_punctuation_are_parted_by_a_blank(tmp_path: Path) -> None:
    lines = ["曜川公布第三季營收", "為新台幣412.7億元", "季增6.3% 年增22.4%", "公司上調全年資本支出"]
    assert _text(tmp_path, _srt(lines)) == " ".join(lines)


def test_a_speaker_who_takes_a_breath_goes_on_unless_nothing_is_punctuated(tmp_path: Path) -> None:
    later = "\n\n2\n00:00:05,000 --> 00:00:06,000\n"
    assert _text(tmp_path, f"{HEAD}Sales, we hear,{later}rose by 15%.") == "Sales, we hear, rose by 15%."
    assert _text(tmp_path, f"{HEAD}曜川公布第三季營收{later}公司上調資本支出") == (
        "曜川公布第三季營收\n公司上調資本支出"
    )


def test_a_pause_and_another_speaker_begin_a_line(tmp_path: Path) -> None:
    words = (
        f"{HEAD}Sales rose by a half\n\n2\n00:00:09,000 --> 00:00:10,000\nExports fell\n"
        "- No, they doubled\n- to 80\n\n3\n00:00:10,000 --> 00:00:11,000\n[APPLAUSE]"
    )
    assert _text(tmp_path, words).split("\n") == [
        "Sales rose by a half",
        "Exports fell",
        "- No, they doubled",
        "- to 80",
        "[APPLAUSE]",
    ]


def test_webvtt_with_comments_settings_voices_and_escapes(tmp_path: Path) -> None:
    words = """\ufeffWEBVTT Kind: captions

STYLE
::cue { color: red }

NOTE
not spoken

intro
00:01.000 --> 00:02.000 align:start position:0%
<v.loud Ann Lee>Sales rose 15% to <c.yellow>$8 billion</c>

00:02.000 --> 00:03.000
<v Ann Lee>in the <00:02.500>third quarter &amp; beyond.

00:03.000 --> 00:04.000
<v 陳大明>出口已經恢復。
"""
    assert _text(tmp_path, words, "talk.vtt") == (
        "Ann Lee: Sales rose 15% to $8 billion in the third quarter & beyond.\n陳大明: 出口已經恢復。"
    )


def test_rolling_captions_say_each_line_once(tmp_path: Path) -> None:
    words = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nso sales rose\n\n00:02.000 --> 00:03.000\nso sales rose\n"
        "to 8 billion dollars\n\n00:03.000 --> 00:04.000\nto 8 billion dollars\nthe ministry said"
    )
    assert _text(tmp_path, words, "talk.vtt") == "so sales rose to 8 billion dollars the ministry said"


def test_what_is_said_twice_is_kept_twice(tmp_path: Path) -> None:
    assert (
        _text(tmp_path, _srt(["No, no deal", "No, no deal"], gap=0.1).replace("00:04,000", "00:05,000"))
        == "No, no deal No, no deal"
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp950", "gb18030"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    said = "監管機構表示，三月份出貨的晶片不超過百分之十，公司否認違反出口限制。"
    (tmp_path / "talk.srt").write_bytes((HEAD + said).encode(encoding))
    (document,) = read(tmp_path / "talk.srt")
    assert document.text == said
    assert any("guessed" in note for note in document.notes) is (encoding in ("cp950", "gb18030"))


def test_cues_that_run_together_and_stray_blocks(tmp_path: Path) -> None:
    words = f"{HEAD}Sales rose\n2\n00:00:03,000 --> 00:00:04,000\nby 15%.\n\nno time here\n"
    (tmp_path / "talk.srt").write_text(words, encoding="utf-8")
    (document,) = read(tmp_path / "talk.srt")
    assert document.text == "Sales rose by 15%."
    assert document.notes == ("1 block without a time was left out.",)


def test_a_folder_picks_them_up_and_says_what_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.srt").write_text(_srt(["Sales rose by 15%."]), encoding="utf-8")
    (tmp_path / "b.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n出口已經恢復。\n", encoding="utf-8")
    (tmp_path / "c.srt").write_text("Sales rose by 15%.", encoding="utf-8")
    (tmp_path / "d.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n\n", encoding="utf-8")
    first, second, third, fourth = read_each([tmp_path])
    assert isinstance(first, Document) and first.text == "Sales rose by 15%."
    assert isinstance(second, Document) and second.text == "出口已經恢復。"
    assert not isinstance(third, Document) and third.error is ReadError and "-->" in third.message
    assert not isinstance(fourth, Document) and fourth.error is EmptyDocument
