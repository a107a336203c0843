"""One folder, many encodings: every file is read right, or said to be a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import UnsupportedLanguage
from factcheck.model import Document
from factcheck.read import ReadFailure, read_each

EN = "The ministry said on Monday that exports of the chip had resumed – and sales rose 15%."
HANT = "部長週一表示，這款晶片的出口已經恢復，銷售額達80億美元，公司否認違反限制。"
HANS = "部长周一表示，这款芯片的出口已经恢复，销售额达80亿美元，公司否认违反限制。"
MIXED = "部長週一表示，NVIDIA 的 H20 晶片 exports had resumed，銷售額達80億美元。"
PAGE = "<html><head>{meta}<title>t</title></head><body><article><p>{text}</p></article></body></html>"
# (name, text, encoding, whether nothing declares it)
PLAIN = [
    ("a.txt", EN, "cp1252", True),
    ("b.txt", HANT, "utf-8", False),
    ("c.txt", HANT, "utf-8-sig", False),
    ("d.txt", HANS, "utf-16", False),
    ("e.txt", HANS, "utf-16-le", True),
    ("f.txt", HANS, "gb18030", True),
    ("g.txt", HANT, "cp950", True),
    ("h.txt", MIXED, "cp950", True),
    ("i.md", HANT, "big5hkscs", True),
    ("j.srt", HANS, "gb18030", True),
]
DECLARED = [
    ("k.html", HANT, "cp950", "big5"),
    ("l.html", HANS, "gb18030", "gb2312"),
    ("m.html", HANT, "utf-16", "utf-16"),
    ("n.html", MIXED, "utf-8", "utf-8"),
    ("o.html", HANT, "utf-8", "big5"),
]


def test_every_file_is_read_right_or_said_to_be_a_guess(tmp_path: Path) -> None:
    wanted: dict[str, tuple[str, bool]] = {}
    for name, text, encoding, is_open in PLAIN:
        head = "1\n00:00:01,000 --> 00:00:02,000\n" if name.endswith(".srt") else ""
        (tmp_path / name).write_bytes((head + text).encode(encoding))
        wanted[name] = (text, is_open)
    for name, text, encoding, label in DECLARED:
        page = PAGE.format(meta=f'<meta charset="{label}">', text=text)
        (tmp_path / name).write_bytes(page.encode(encoding))
        # What is no Big5 and is UTF-8, mark by mark, is no guess (o.html).
        wanted[name] = (text, False)
    page = PAGE.format(meta="", text=HANS)
    (tmp_path / "p.html").write_bytes(page.encode("gb18030"))
    wanted["p.html"] = (HANS, True)
    items = {Path(str(item.path)).name: item for item in read_each([tmp_path]) if isinstance(item, Document)}
    assert list(items) == sorted(wanted)
    for name, (text, is_open) in wanted.items():
        assert items[name].text == text, name
        assert bool(items[name].notes) is is_open, (name, items[name].notes)
        assert all("guessed" in note for note in items[name].notes)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("정부는 다음 달부터 반도체 수출 규제를 완화하겠다고 밝혔다. 매출은 80억 달러였다.", "euc-kr"),
        ("経済産業省は月曜日、半導体の輸出規制を緩和すると発表した。", "shift_jis"),
        ("エヌビディアのチップをインドネシアへ。", "euc-jp"),
    ],
)
def test_a_korean_or_japanese_page_becomes_no_chinese_document(tmp_path: Path, text: str, label: str) -> None:
    page = PAGE.format(meta=f'<meta charset="{label}">', text=text)
    (tmp_path / "a.html").write_bytes(page.encode(label))
    (failure,) = read_each([tmp_path])
    assert isinstance(failure, ReadFailure) and failure.error is UnsupportedLanguage
    assert "found Japanese or Korean" in failure.message


@pytest.mark.parametrize(("text", "encoding"), [(HANT, "cp950"), (HANS, "gb18030")])
def test_tables_in_other_encodings(tmp_path: Path, text: str, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes(f'text,title\r\n"{text}",x\r\n'.encode(encoding))
    (tmp_path / "b.jsonl").write_bytes(f'{{"text": "{text}"}}\n'.encode(encoding))
    items = list(read_each([tmp_path]))
    assert [item.text for item in items if isinstance(item, Document)] == [text, text]
    assert all(isinstance(item, Document) and "guessed" in item.notes[0] for item in items)
