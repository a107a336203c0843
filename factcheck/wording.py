"""The words by which a passage is found: its own under the title of its source."""

from __future__ import annotations

from factcheck.language.ignorable import bare
from factcheck.model import Card, Passage


def worded(passage: Passage, source: Card) -> str:
    """What is indexed: the sentence under its source's title, which often names what it is about."""
    return bare(f"{source.title}\n{passage.text}" if source.title else passage.text)
