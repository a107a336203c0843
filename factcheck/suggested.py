"""Models of others worth trying, by name: none comes with the package, and none is fetched by itself.

Names, licences and marks are as their publishers state them; a mark that could not be traced to them is
left out. Marks of different measures cannot be compared, nor with what is measured here.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.checkpoints.description import Purpose

_RETRIEVAL = "MTEB multilingual retrieval, 18 tasks"


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure that tells how good a model is."""

    measure: str
    value: float
    source: str
    """`measured` here, or `published`, and by whom."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A model by its name on the Hugging Face hub."""

    name: str
    purpose: Purpose
    parameters: int
    """In millions; 0 where it is not stated."""
    dimension: int | None
    licence: str
    note: str
    marks: tuple[Mark, ...] = field(default=())


SUGGESTED = (
    Suggestion(
        "intfloat/multilingual-e5-small",
        Purpose.ENCODER,
        0,
        384,
        "mit",
        "small, about a hundred languages",
        (Mark(_RETRIEVAL, 50.9, "published on the card of granite-embedding-97m-multilingual-r2"),),
    ),
    Suggestion(
        "ibm-granite/granite-embedding-97m-multilingual-r2",
        Purpose.ENCODER,
        97,
        384,
        "apache-2.0",
        "small, 52 languages, texts of any length",
        (Mark(_RETRIEVAL, 59.6, "published on its card"),),
    ),
    Suggestion(
        "BAAI/bge-m3",
        Purpose.ENCODER,
        568,
        1024,
        "mit",
        "large, more than a hundred languages",
    ),
    Suggestion(
        "Qwen/Qwen3-Embedding-0.6B",
        Purpose.ENCODER,
        600,
        1024,
        "apache-2.0",
        "large; --dimension from 32 on",
        (Mark("MTEB multilingual, mean of tasks", 64.33, "published on its card"),),
    ),
    Suggestion(
        "minishlab/potion-multilingual-128M",
        Purpose.ENCODER,
        128,
        256,
        "mit",
        "a table of word pieces: fast, without torch",
    ),
    Suggestion(
        "MoritzLaurer/mDeBERTa-v3-base-xnli-multilingual-nli-2mil7",
        Purpose.JUDGE,
        0,
        None,
        "mit",
        "27 languages, Chinese among them",
        (
            Mark("accuracy on fever-nli test, English", 0.761, "published on its card"),
            Mark("accuracy on WANLI test, English", 0.732, "published on its card"),
        ),
    ),
    Suggestion(
        "BAAI/bge-reranker-v2-m3",
        Purpose.RERANKER,
        568,
        None,
        "apache-2.0",
        "large, more than a hundred languages",
    ),
)
