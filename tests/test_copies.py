"""What counts as a copy of the article."""

from __future__ import annotations

from pathlib import Path

from workspaces import SOURCES, filled

from factcheck.copies import copies_of
from factcheck.model import Document


def _titles(tmp_path: Path, article: Document) -> set[str | None]:
    with filled(tmp_path) as workspace:
        cards = {card.id: card.title for card in workspace.sources()}
        return {cards[one] for one in copies_of(workspace.store, article)}


def test_the_same_url_is_the_same_article(tmp_path: Path) -> None:
    article = Document("Something else entirely was written here.", url="https://example.org/lark")
    assert _titles(tmp_path, article) == {"Regulator clears Lark-9"}


def test_the_other_script_is_a_copy_too(tmp_path: Path) -> None:
    body = SOURCES["market.md"].split("---\n")[2]
    from opencc import OpenCC

    assert _titles(tmp_path, Document(OpenCC("t2s").convert(body))) == {"市場觀察：雲雀晶片"}


def test_a_single_quoted_sentence_makes_no_copy(tmp_path: Path) -> None:
    quoting = Document(
        "The quarter was calm.\nVeltron sold 300,000 Lark-9 chips in the first half of 2025.\n"
        "Analysts had hoped for more.\nA new plant opens next year.\n"
    )
    assert _titles(tmp_path, quoting) == set()
