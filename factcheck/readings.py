"""Readings of passages, kept beside them: a claim is held against many, and each is read once for all.

Places in a reading are those of the passage without characters that show nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from factcheck.comparing.reading import Reading, pack, read_passage, revision, unpack
from factcheck.language.entities import AliasTable
from factcheck.language.facts import Facts, fact_terms, find_facts, name_terms
from factcheck.language.ignorable import bare
from factcheck.model import Card, Hit, Passage
from factcheck.store import Store

_HELD = 20_000
"""Readings held in memory: about 3 KB each."""


class Readings:
    """One workspace's readings. One made by other rules, or with other names, is made again, unkept."""

    def __init__(self, store: Store, aliases: AliasTable) -> None:
        self._store = store
        self._aliases = aliases
        self.revision = revision(aliases)
        """12 hex digits of the rules and names that passages are read by."""
        self._unpacked = lru_cache(maxsize=_HELD)(unpack)

    def keep(self, passages: Mapping[int, Passage], cards: Mapping[str, Card]) -> list[list[str]]:
        """Read `passages` (by number) and keep what they say; the search terms of each one's facts."""
        rows: dict[int, str] = {}
        terms = []
        for number, passage in passages.items():
            facts, reading = self._read(passage, cards[passage.document_id])
            rows[number] = pack(reading)
            # Names around the passage too: what "the company" or 這位掌門人 stands for.
            terms.append([*fact_terms(facts), *name_terms(sorted(reading.context.keys))])
        self._store.keep_readings(rows, self.revision)
        return terms

    def of(self, hits: Sequence[Hit]) -> list[Reading]:
        """The reading of each hit's passage, in order."""
        kept = self._store.readings([hit.passage.id for hit in hits], self.revision)
        return [
            self._unpacked(bare(hit.passage.text), kept[hit.passage.id])
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
            aliases=self._aliases,
        )
        return facts, reading
