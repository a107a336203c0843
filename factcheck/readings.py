"""Readings of passages, kept beside them: a claim is held against many, and each is read once for all.

Places in a reading are those of the passage without characters that show nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from factcheck.comparing.reading import Reading, names_in, pack, read_passage, renamed, revision, unpack
from factcheck.language.aliases import Sense
from factcheck.language.entities import AliasTable, find_entities
from factcheck.language.facts import Facts, fact_terms, find_facts, name_terms
from factcheck.language.ignorable import bare
from factcheck.language.learnt import LearntNames
from factcheck.language.parts import LONGEST, find_parts
from factcheck.model import Card, Hit, Passage
from factcheck.names import NameBook
from factcheck.store import Store

_HELD = 20_000
"""Readings held in memory: about 3 KB each."""
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
        self._renamed: dict[str, Reading] = {}
        self._renamed_by = ""
        self._parts = lru_cache(maxsize=_SOURCES)(self._find_parts)

    def keep(self, passages: Mapping[int, Passage], cards: Mapping[str, Card]) -> list[list[str]]:
        """Read `passages` (by number) and keep what they say; the search terms of each one's facts."""
        rows: dict[int, str] = {}
        terms = []
        for number, passage in passages.items():
            facts, reading = self._read(passage, cards[passage.document_id])
            rows[number] = pack(reading)
            # Names around the passage too: what "the company" or 這位掌門人 stands for.
            card = cards[passage.document_id]
            terms.append(
                [
                    *fact_terms(facts),
                    *name_terms(sorted(reading.context.keys)),
                    *self.names.terms(passage, card),
                ]
            )
        self._store.keep_readings(rows, self.revision)
        return terms

    def of(self, hits: Sequence[Hit], names: LearntNames | None = None) -> list[Reading]:
        """The reading of each hit's passage, in order; with learnt `names`, as if the tables held them."""
        found = self._of(hits)
        if names is None:
            return found
        if self._renamed_by != names.table.revision or len(self._renamed) > _HELD:
            self._renamed, self._renamed_by = {}, names.table.revision
        for hit, reading in zip(hits, found, strict=True):
            if hit.passage.id not in self._renamed:
                known = names.with_parts(self._parts(hit.source.id))
                self._renamed[hit.passage.id] = renamed(
                    reading,
                    title=bare(hit.source.title or ""),
                    context=bare(hit.passage.context),
                    names=known,
                )
        return [self._renamed[hit.passage.id] for hit in hits]

    def _find_parts(self, document_id: str) -> Mapping[str, Sense]:
        """The short forms that a source uses of names that its passages give in full."""
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
            else self._read(hit.passage, hit.source)[1]
            for hit in hits
        ]

    def unread_count(self) -> int:
        """How many passages have yet to be read by these rules and names; they are read when met."""
        return self._store.unread_count(self.revision)

    def _read(self, passage: Passage, source: Card) -> tuple[Facts, Reading]:
        text = bare(passage.text)
        facts = find_facts(text, reference_date=source.published, aliases=self._aliases)
        reading = read_passage(
            text,
            facts,
            title=bare(source.title or ""),
            context=bare(passage.context),
            published=source.published,
            aliases=self._aliases,
        )
        return facts, reading
