"""The step from a source to what the corpus keeps of it: passages, what they say, and what finds them.

Asks nothing of the store, so that a worker process can take it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from factcheck.comparing.reading import pack
from factcheck.language.aliases import AliasTable, Sense
from factcheck.language.entities import load_aliases
from factcheck.language.ignorable import bare
from factcheck.language.mentions import Mention
from factcheck.language.parts import LONGEST, find_parts
from factcheck.language.tokens import search_terms
from factcheck.model import Card, Document, Passage
from factcheck.names import declared, declared_terms, names_declared
from factcheck.readings import fact_terms_of, pack_parts, read_anew
from factcheck.wording import worded


class PassageEncoder(Protocol):
    """What an encoder does for passages; see Encoder."""

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]: ...


@dataclass(frozen=True, slots=True)
class Prepared:
    """A source cut, read and encoded; everything in the order of its passages."""

    passages: tuple[Passage, ...]
    glosses: str
    """What it declares of names, as `NameBook` keeps it."""
    readings: tuple[str, ...]
    """What each passage says, as `Readings` keeps it."""
    terms: tuple[tuple[str, ...], ...]
    """Words by which each is found."""
    parts: str
    """Which names the source shortens, as `Readings` keeps it."""
    facts: tuple[tuple[str, ...], ...]
    """Terms of quantities, dates and names by which each is found."""
    vectors: NDArray[np.float32] | None
    """(n, dimension); None where whoever prepared it has no encoder."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What preparing takes."""

    aliases: AliasTable
    encoder: PassageEncoder | None
    """None: vectors are made elsewhere."""


def tools(own_aliases: Path | None, *, encodes: bool) -> Tools:
    """A worker's own: the tables of names with `own_aliases`, and the built-in encoder if it `encodes`."""
    from factcheck.encoders.builtin import BuiltinEncoder

    return Tools(load_aliases(own_aliases), BuiltinEncoder.builtin() if encodes else None)


def prepare(with_tools: Tools, source: tuple[Document, Card]) -> Prepared:
    """Cut a document, and read and encode its passages in the light of its card as it will be stored."""
    from factcheck.split import split

    document, card = source
    glosses = declared(document)
    names = names_declared(document.id, glosses, with_tools.aliases)
    passages = tuple(split(document))
    readings, facts, mentions = [], [], list[Mention]()
    for passage in passages:
        found, reading = read_anew(passage, card, with_tools.aliases)
        readings.append(pack(reading))
        mentions += reading.statement.names
        facts.append(tuple(fact_terms_of(found, reading, declared_terms(names, passage, card))))
    texts = [worded(passage, card) for passage in passages]
    return Prepared(
        passages=passages,
        glosses=glosses,
        readings=tuple(readings),
        terms=tuple(tuple(search_terms(text)) for text in texts),
        parts=pack_parts(_parts(passages, mentions)),
        facts=tuple(facts),
        vectors=with_tools.encoder.encode_passages(texts) if with_tools.encoder is not None else None,
    )


def _parts(passages: Sequence[Passage], mentions: Sequence[Mention]) -> Mapping[str, Sense]:
    if len(passages) > LONGEST:
        return {}
    return find_parts("\n".join(bare(passage.text) for passage in passages), mentions)
