"""What is prepared apart from the store is what the store's own way would keep."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest
from table_contents import answers
from workspaces import SOURCES

from factcheck import Workspace
from factcheck.corpus import rebuild
from factcheck.encoders.builtin import BuiltinEncoder
from factcheck.language.entities import load_aliases
from factcheck.model import Document, Language
from factcheck.prepare import prepare, tools
from factcheck.readings import Readings

LANGUAGES = {"regulator.md": Language.EN, "market.md": Language.HANT, "rival.md": Language.HANS}
QUESTIONS = (
    "Lark-9 chip exports",
    "數據中心營收下降25%",
    "启明半导体",
    "Meridian Chips 子午芯 May 2024",
    "银弓 12万片",
)
MORE = {
    "short.md": "Silver Bow Foundries\n\nSilver Bow Foundries（銀弓）于2024年3月发货12万片。银弓同期收入为30亿元，同比增长25%。\n",
    "parts.md": "Ada Moreno, chief engineer, spoke. Moreno left.\n\n星衡科技成立了。去年星衡擴產。\n",
    "blank.md": "標題\n\n。\n",
    "long.md": "Meridian Chips (子午芯) sold 40,000 units in May 2024. " * 30,
}


def documents() -> list[Document]:
    made = [Document(text=text, language=LANGUAGES[name], title=name) for name, text in SOURCES.items()]
    return [*made, *(Document(text=text, language=Language.MIXED) for text in MORE.values())]


def test_everything_is_in_the_order_of_the_passages() -> None:
    own = tools(None, encodes=True)
    encoder = BuiltinEncoder.builtin()
    for document in documents():
        found = prepare(own, (document, document.card))
        count = len(found.passages)
        assert len(found.readings) == len(found.terms) == len(found.facts) == count
        assert found.vectors is not None and found.vectors.shape == (count, encoder.dimension)
        texts = [f"{document.title}\n{one.text}" if document.title else one.text for one in found.passages]
        np.testing.assert_array_equal(found.vectors, encoder.encode_passages(texts))
        assert all(one.text == document.text[one.start : one.end] for one in found.passages)


def test_a_worker_of_another_encoder_s_workspace_makes_no_vectors() -> None:
    document = documents()[0]
    own = tools(None, encodes=False)
    found = prepare(own, (document, document.card))
    assert found.vectors is None
    assert found.readings == prepare(tools(None, encodes=True), (document, document.card)).readings


def test_what_is_prepared_travels_between_processes_unchanged() -> None:
    document = documents()[1]
    found = prepare(tools(None, encodes=True), (document, document.card))
    again = pickle.loads(pickle.dumps(found))
    for name in ("passages", "glosses", "readings", "terms", "facts"):
        assert getattr(again, name) == getattr(found, name)
    np.testing.assert_array_equal(again.vectors, found.vectors)


def test_a_workspace_s_own_names_are_known_to_a_worker(tmp_path: Path) -> None:
    own = tmp_path / "aliases.toml"
    own.write_text('[organisation]\nmeridian = ["Meridian Chips", "子午芯"]\n', encoding="utf-8")
    document = Document(text="子午芯於五月售出四萬片。", language=Language.HANT)
    with_them, without = (
        prepare(tools(path, encodes=False), (document, document.card)) for path in (own, None)
    )
    assert "meridian" in with_them.readings[0]
    assert "meridian" not in without.readings[0]


@pytest.mark.parametrize("named", [False, True])
def test_rows_and_words_are_those_that_building_anew_makes(tmp_path: Path, named: bool) -> None:
    """The other way: passages are read from the store and their readings kept by `Readings`."""
    for name, text in {**SOURCES, **MORE}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Workspace(tmp_path / "ws", workers=1) as workspace:
        if named:
            workspace.folder.create()
            own = workspace.folder.path / "aliases.toml"
            own.write_text('[organisation]\nmeridian = ["Meridian Chips", "子午芯"]\n', encoding="utf-8")
        added = list(workspace.add([str(tmp_path / name) for name in (*SOURCES, *MORE)]))
        store = workspace.store
        ids = [passage.id for batch in store.iter_passages() for _, passage in batch]
        assert len(ids) == sum(one.count for one in added) > 30
        revision = workspace.readings.revision
        kept, words = store.readings(ids, revision), answers(workspace, QUESTIONS)
        assert len(kept) == len(ids)
        shortened = list[str]()
        for source in workspace.sources():
            before = store.short_forms(source.id, revision)
            Readings(store, workspace.aliases).keep_parts(source.id)
            assert store.short_forms(source.id, revision) == before
            shortened += [str(source.path)] if before not in (None, "[]") else []
            store.forget_readings(source.id)
        assert str(tmp_path / "parts.md") in shortened
        readings = Readings(store, load_aliases(workspace.own_aliases))
        rebuild(store, workspace.vectors, workspace.encoder, readings)
        assert store.readings(ids, revision) == kept
        assert answers(workspace, QUESTIONS) == words
