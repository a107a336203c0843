"""What a model wants to read before a text: other words before what is looked for and what is searched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class Prompts(NamedTuple):
    """Put before texts; empty where a model wants nothing."""

    query: str = ""
    passage: str = ""


NO_PROMPTS = Prompts()
_QUERY_NAMES = ("query", "search_query", "retrieval.query", "s2p_query", "web_search_query")
_PASSAGE_NAMES = ("document", "passage", "corpus", "search_document", "retrieval.passage")
_BGE = "Represent this sentence for searching relevant passages: "
_KNOWN = (
    (r"e5-(?:small|base|large)(?:-v2|-unsupervised)?", Prompts("query: ", "passage: ")),
    (
        r"multilingual-e5-large-instruct",
        Prompts("Instruct: Given a claim, find passages that support or refute it\nQuery: "),
    ),
    (r"bge-(?:small|base|large)-en(?:-v1\.5)?", Prompts(_BGE)),
    (r"bge-(?:small|base|large)-zh(?:-v1\.5)?", Prompts("为这个句子生成表示以用于检索相关文章：")),
    (r"nomic-embed-text-v\d[\w.-]*", Prompts("search_query: ", "search_document: ")),
)
"""Prompts that the cards of well-known models prescribe and their configurations leave out."""


def prompts_for(name: str, configured: Mapping[str, str | None]) -> Prompts:
    """The prompts of the model called `name`: its own configuration's, else those known for its name.

    `name` may be a path: its last folder counts, and the repository's where it lies in a cache.
    """
    query = next((configured[one] for one in _QUERY_NAMES if configured.get(one)), "") or ""
    passage = next((configured[one] for one in _PASSAGE_NAMES if configured.get(one)), "") or ""
    if query or passage:
        return Prompts(query, passage)
    parts = [part for part in re.split(r"[/\\]|--", name.lower()) if part]
    # A copy is often called `organisation_model`.
    parts += [part.partition("_")[2] for part in parts if "_" in part]
    for pattern, prompts in _KNOWN:
        if any(re.fullmatch(rf"(?:multilingual-)?{pattern}", part) for part in parts):
            return prompts
    return NO_PROMPTS
