"""Passages are the sentences of a source, exactly where they stand, with what a reader has in mind before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document, Language, span_id
from factcheck.split import split

TEXTS = {
    Language.EN: [
        "The foundry shipped 40,000 wafers in May.",
        "Its rival, Orland Inc. of Delft, shipped half.",
    ],
    Language.HANT: ["晶圓廠五月出貨四萬片。", "對手表示：「我們的出貨量只有一半。」"],
    Language.HANS: ["晶圆厂六月出货五万片；", "对手的出货量只有三成！"],
    Language.MIXED: ["這家 foundry 七月出貨 60,000 片 wafers。", "The 🏭 rival shipped nothing 出貨為零。"],
}


@pytest.mark.parametrize("language", TEXTS)
def test_each_sentence_is_a_passage_in_order(language: Language) -> None:
    document = Document(text="\n".join(TEXTS[language]), language=language)
    passages = split(document)
    assert [passage.text for passage in passages] == TEXTS[language]
    for passage in passages:
        assert document.text[passage.start : passage.end] == passage.text
        assert passage.document_id == document.id
        assert passage.id == span_id(document.id, passage.start, passage.end)


def test_a_sentence_has_its_own_language_or_the_documents() -> None:
    text = "The plant is closed for good.\n工廠已經永久關閉了，沒有人上班。\nMMXX 2025"
    languages = [passage.language for passage in split(Document(text=text, language=Language.MIXED))]
    assert languages[:2] == [Language.EN, Language.HANT]
    numbers = split(Document(text="1234 5678。", language=Language.HANS))
    assert [passage.language for passage in numbers] == [Language.HANS]


@pytest.mark.parametrize("noise", ["---", "* * *", "[1]", "3", "。。。", "「」"])
def test_what_says_nothing_is_no_passage(noise: str) -> None:
    text = f"{noise}\n晶圓廠五月出貨四萬片。\n{noise}\nIts rival shipped half of that."
    assert [passage.text for passage in split(Document(text=text))] == [
        "晶圓廠五月出貨四萬片。",
        "Its rival shipped half of that.",
    ]


def test_context_is_the_sentence_before_and_never_the_title_or_the_text_itself() -> None:
    first, second = TEXTS[Language.EN]
    passages = split(Document(text=f"{first} {second}", title="Wafer count"))
    assert [passage.context for passage in passages] == ["", first]
    assert [passage.context for passage in split(Document(text=f"{first} {second}"))] == ["", first]


def test_context_is_bounded() -> None:
    long = "The foundry shipped wafers " + "again and " * 100 + "again."
    passages = split(Document(text=f"{long} Its rival did not.", title="Wafer count"))
    assert len(passages) == 2
    assert all(len(passage.context) <= 240 for passage in passages)


@pytest.mark.parametrize("text", ["", "\n\n", "---\n***"])
def test_a_text_without_statements_has_no_passages(text: str) -> None:
    assert split(Document(text=text)) == []


@given(st.text(alphabet='ab 晶圓出貨厂。.!？；\n"「」（）[1]🏭é\u3000', max_size=120))
def test_passages_are_ordered_disjoint_slices(text: str) -> None:
    document = Document(text=text)
    reached = 0
    for passage in split(document):
        assert reached <= passage.start < passage.end <= len(text)
        assert text[passage.start : passage.end] == passage.text == passage.text.strip()
        reached = passage.end


def test_passage_ids_are_one_each_even_for_equal_sentences() -> None:
    passages = split(Document(text="晶圓廠出貨四萬片。\n晶圓廠出貨四萬片。"))
    assert len({passage.id for passage in passages}) == len(passages) == 2


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Chengyue Silicon said on Tuesday that its revenue in the third quarter\nof 2025 rose to 5.36 billion yuan.",
            "its revenue in the third quarter",
        ),
        ("Highlights\n\nRevenue rose 5% to $3 billion\n\nIt was a good quarter.", "Revenue rose 5%"),
        ("要點\n\n營收412.7億元，季增6.3%\n\n公司表示需求穩健。", "營收412.7億元"),
        ("要点\n营收稳步增长\n公司表示需求稳健。", "营收稳步增长"),
    ],
)
def test_a_wrapped_or_unstopped_statement_is_kept(text: str, kept: str) -> None:
    assert any(kept in passage.text for passage in split(Document(text=text)))


@pytest.mark.parametrize(
    "text",
    [
        "# Wafers in 2025\n\nThe foundry shipped 40,000 wafers.\n\n## What comes next\n\nIts rival did not.",
        "晶圓出貨\n\n晶圓廠五月出貨四萬片。\n\n後續發展\n\n对手则没有出货。",
    ],
)
def test_headings_are_no_passages(text: str) -> None:
    passages = split(Document(text=text))
    assert len(passages) == 2
    assert not any(
        mark in passage.text for passage in passages for mark in ("Wafers in", "next", "晶圓出貨", "後續")
    )


def test_a_list_s_marks_are_left_out() -> None:
    text = "The foundry said:\n\n- Shipments rose to 40,000 wafers.\n- 營收達53.6億元。\n"
    assert {"Shipments rose to 40,000 wafers.", "營收達53.6億元。"} <= {
        one.text for one in split(Document(text=text))
    }
