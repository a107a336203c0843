"""Which sources are the article itself: the same text, the same URL, another revision, a near-duplicate.

An article is never evidence for itself.
"""

from __future__ import annotations

from factcheck.language.sentences import split_sentences
from factcheck.model import Document
from factcheck.store import Store, content_digest

_DUPLICATE = 0.5
"""Share of sentences standing word for word in both texts from which one is a copy of the other."""
_LETTERS = 8
"""Sentences with fewer letters (a number, a heading of two words) stand in many texts and prove nothing."""


def copies_of(store: Store, article: Document) -> tuple[str, ...]:
    """Ids of the sources that are `article`: its own text, its URL, or mostly its sentences."""
    same_page = store.sources_at(article.id, article.url)
    return tuple(sorted(same_page | store.near_duplicates(_digests(article.text), _DUPLICATE)))


def _digests(text: str) -> set[str]:
    sentences = (span.of(text) for span in split_sentences(text))
    return {
        content_digest(sentence)
        for sentence in sentences
        if sum(character.isalnum() for character in sentence) >= _LETTERS
    }
