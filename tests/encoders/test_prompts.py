"""Prompts: a model's own first, then those known for its name, wherever it lies."""

from __future__ import annotations

import pytest

from factcheck.encoders.prompts import Prompts, prompts_for

_E5 = Prompts("query: ", "passage: ")


@pytest.mark.parametrize(
    "name",
    [
        "intfloat/multilingual-e5-small",
        "intfloat/e5-base-v2",
        "/home/a/models/multilingual-e5-large",
        "C:\\models\\multilingual-e5-base",
        "x/hub/models--intfloat--multilingual-e5-small/snapshots/0123",
        "kept/intfloat_multilingual-e5-small",
    ],
)
def test_e5_is_known_by_its_name(name: str) -> None:
    assert prompts_for(name, {"query": "", "document": None}) == _E5


@pytest.mark.parametrize("name", ["a/e5-mine", "a/not-multilingual-e5-small-at-all", "BAAI/bge-m3", "e5", ""])
def test_others_get_none(name: str) -> None:
    assert prompts_for(name, {}) == Prompts("", "")


def test_chinese_and_english_bge_ask_in_their_language() -> None:
    assert prompts_for("BAAI/bge-small-zh-v1.5", {}).query.startswith("为这个句子")
    assert prompts_for("BAAI/bge-large-en-v1.5", {}).query.startswith("Represent this sentence")
    assert prompts_for("BAAI/bge-large-en-v1.5", {}).passage == ""


@pytest.mark.parametrize(
    ("configured", "wanted"),
    [
        ({"query": "Q: ", "passage": "P: "}, Prompts("Q: ", "P: ")),
        ({"query": "Q: ", "document": ""}, Prompts("Q: ", "")),
        ({"search_query": "Q: ", "search_document": "D: "}, Prompts("Q: ", "D: ")),
        ({"clustering": "C: "}, _E5),
    ],
)
def test_the_configuration_comes_first(configured: dict[str, str], wanted: Prompts) -> None:
    assert prompts_for("intfloat/multilingual-e5-small", configured) == wanted
