"""Readings of passages, kept beside them: a claim is held against many, and each is read once for all.

Places in a reading are those of the passage without characters that show nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache

from factcheck.comparing.reading import Reading, names_in, pack, read_passage, renamed, revision, unpack
from factcheck.language.aliases import Sense
from factcheck.language.entities import AliasTable, EntityKind, find_entities
from factcheck.language.facts import Facts, fact_terms, find_facts, name_terms
from factcheck.language.ignorable import bare
from factcheck.language.learnt import LearntNames
from factcheck.language.parts import LONGEST, find_parts
from factcheck.model import Card, Hit, Passage
from factcheck.names import NameBook
from factcheck.store import Store

_HELD = 20_000
"""Readings held in memory: 3 KB each, and as much again once they have been compared."""
_SOURCES = 2_000
"""Sources whose short forms are held in memory."""


class Readings:
    """One workspace's readings. One made by other rules, or with other names, is made again, unkept."""

    def __init__(self, store: Store, aliases: AliasTable) -> None:
        self._store = store
        self._aliases = aliases
        self.names = NameBook(store, aliases)
        """The names in force, with those that the sources declare."""
        self.revision = revision(aliases)
        """12 hex digits of the rules and names that passages are read by."""
        self._unpacked = lru_cache(maxsize=_HELD)(unpack)
        self._renamed: dict[tuple[object, ...], Reading] = {}
        self._renamed_by = ""
        self._parts = lru_cache(maxsize=_SOURCES)(self._find_parts)

    def keep(self, passages: Mapping[int, Passage], cards: Mapping[str, Card]) -> list[list[str]]:
        """Read `passages` (by number) and keep what they say; the search terms of each one's facts."""
        rows: dict[int, str] = {}
        terms = []
        for number, passage in passages.items():
            card = cards[passage.document_id]
            facts, reading = read_anew(passage, card, self._aliases)
            rows[number] = pack(reading)
            terms.append(fact_terms_of(facts, reading, self.names.terms(passage, card)))
        self.keep_rows(rows)
        return terms

    def of(self, hits: Sequence[Hit], names: LearntNames | None = None) -> list[Reading]:
        """The reading of each hit's passage, in order; with learnt `names`, as if the tables held them."""
        if names is None:
            return self._of(hits)
        if self._renamed_by != names.table.revision or len(self._renamed) > _HELD:
            self._renamed, self._renamed_by = {}, names.table.revision
        new = [hit for hit in hits if _key(hit) not in self._renamed]
        for hit, reading in zip(new, self._of(new) if new else [], strict=True):
            self._renamed[_key(hit)] = renamed(
                reading,
                title=bare(hit.source.title or ""),
                context=bare(hit.passage.context),
                names=names.with_parts(self._parts(hit.source.id)),
            )
        return [self._renamed[_key(hit)] for hit in hits]

    def _find_parts(self, document_id: str) -> Mapping[str, Sense]:
        """The short forms that a source uses of names that its passages give in full."""
        row = self._store.short_forms(document_id, self.revision)
        if row is not None:
            return unpack_parts(row)
        if len(self._store.numbers_of(document_id)) > LONGEST:
            return {}
        passages = {passage.id: bare(passage.text) for passage in self._store.passages_of(document_id)}
        kept = self._store.readings(list(passages), self.revision)
        names = [
            name
            for key, text in passages.items()
            for name in (
                names_in(text, kept[key]) if key in kept else find_entities(text, aliases=self._aliases)
            )
        ]
        return find_parts("\n".join(passages.values()), names)

    def _of(self, hits: Sequence[Hit]) -> list[Reading]:
        kept = self._store.readings([hit.passage.id for hit in hits], self.revision)
        return [
            self._unpacked(
                bare(hit.passage.text),
                kept[hit.passage.id],
                title=bare(hit.source.title or ""),
                context=bare(hit.passage.context),
            )
            if hit.passage.id in kept
            else read_anew(hit.passage, hit.source, self._aliases)[1]
            for hit in hits
        ]

    def unread_count(self) -> int:
        """How many passages have yet to be read by these rules and names; they are read when met."""
        return self._store.unread_count(self.revision)

    def keep_parts(self, document_id: str, row: str | None = None) -> None:
        """Keep which names a source shortens: `row` as `pack_parts` put it, or as found here."""
        if row is None:
            self._parts.cache_clear()
            row = pack_parts(self._find_parts(document_id))
        self._store.keep_short_forms(document_id, row, self.revision)

    def keep_rows(self, rows: Mapping[int, str]) -> None:
        """Keep what passages (by number) say, as `pack` put it."""
        self._store.keep_readings(rows, self.revision)


def pack_parts(parts: Mapping[str, Sense]) -> str:
    """Short forms as a row that is kept."""
    rows = [[alias, sense.key, sense.kind, sense.written] for alias, sense in parts.items()]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def unpack_parts(row: str) -> dict[str, Sense]:
    """What `pack_parts` put into a row."""
    return {
        alias: Sense(key, EntityKind(kind), written=written, learnt=True, part=True)
        for alias, key, kind, written in json.loads(row)
    }


def _key(hit: Hit) -> tuple[object, ...]:
    """What a passage's reading depends on beside the rules: itself, and the title and date above it."""
    return hit.passage.id, hit.source.title, hit.source.published


def read_anew(passage: Passage, source: Card, aliases: AliasTable) -> tuple[Facts, Reading]:
    """What a passage of `source` says, by the rules and `aliases`, and the facts in it."""
    text = bare(passage.text)
    facts = find_facts(text, reference_date=source.published, aliases=aliases)
    reading = read_passage(
        text,
        facts,
        title=bare(source.title or ""),
        context=bare(passage.context),
        published=source.published,
        aliases=aliases,
    )
    return facts, reading


def fact_terms_of(facts: Facts, reading: Reading, declared: Sequence[str]) -> list[str]:
    """Terms by which the facts of a passage find it; `declared`: those of names that its source declares."""
    # Names around the passage too: what "the company" or 這位掌門人 stands for.
    return [*fact_terms(facts), *name_terms(sorted(reading.context.keys)), *declared]
