"""The words by which a passage is found, its own under the title of its source, and those of a text that are
looked for: of a post what it says, of a question what it asks about."""

from __future__ import annotations

from factcheck.language.ignorable import bare
from factcheck.language.posts import said_in_post, words_in_post
from factcheck.language.questions import asked_about
from factcheck.model import Card, Passage


def worded(passage: Passage, source: Card) -> str:
    """What is indexed: the sentence under its source's title, which often names what it is about."""
    return bare(f"{source.title}\n{passage.text}" if source.title else passage.text)


def sought_words(text: str) -> str:
    """What of a text is looked for word by word."""
    return asked_about(words_in_post(text))


def sought_meaning(text: str) -> str:
    """What of a text is looked for by meaning."""
    return asked_about(said_in_post(text))
