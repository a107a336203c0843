"""A table of names with those that texts themselves gloss added to it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from factcheck.language.aliases import AliasTable, Sense, lengths_of
from factcheck.language.entities import find_entities
from factcheck.language.folding import fold
from factcheck.language.known_names import find_known, holds_name
from factcheck.language.mentions import EntityKind, Mention


@dataclass(frozen=True, slots=True)
class LearntName:
    """One thing that texts gloss: its names, and the texts that say so."""

    key: str
    kind: EntityKind
    names: tuple[str, ...]
    """As written, in the order met; those that the table knew among them."""
    documents: tuple[str, ...]


@dataclass(frozen=True)
class LearntNames:
    """A table of names grown by what texts gloss."""

    table: AliasTable
    """Everything: what was written down and what was learnt."""
    entries: tuple[LearntName, ...] = ()
    own: AliasTable = field(default_factory=lambda: AliasTable({}, {}, ""))
    """What was learnt alone."""

    def touches(self, folded: str) -> bool:
        """Whether a folded text holds a learnt name, so that it reads otherwise than by the table alone."""
        return bool(self.own.senses) and holds_name(folded, self.own)

    def find(self, text: str) -> list[Mention]:
        """The names in `text`, learnt ones among them; see find_entities."""
        return find_entities(text, aliases=self.table)

    def with_parts(self, parts: Mapping[str, Sense]) -> LearntNames:
        """These names and the short forms of one text; names in full come first."""
        new = {alias: (sense,) for alias, sense in parts.items() if alias not in self.table.senses}
        return grown(self.table, new, self.entries, self.own.senses) if new else self

    def find_learnt(self, text: str) -> list[Mention]:
        """The learnt names alone."""
        return find_known(text, fold(text), self.own) if self.own.senses else []

    def forms(self, mentions: Iterable[Mention]) -> tuple[str, ...]:
        """Every learnt name of the things that `mentions` name, by which passages are found."""
        keys = (key for mention in mentions for key in mention.keys)
        return tuple(dict.fromkeys(name for key in keys for name in self._forms.get(key, ())))

    @cached_property
    def _forms(self) -> dict[str, tuple[str, ...]]:
        return {entry.key: entry.names for entry in self.entries}


def grown(
    base: AliasTable,
    senses: Mapping[str, tuple[Sense, ...]],
    entries: Sequence[LearntName],
    before: Mapping[str, tuple[Sense, ...]] | None = None,
) -> LearntNames:
    """`base` with `senses` added; `before` are those that were learnt already and stand in `base`."""
    if not senses:
        return LearntNames(base, tuple(entries))
    learnt = {**(before or {}), **senses}
    own = AliasTable(learnt, lengths_of(learnt), "")
    lengths = dict(base.lengths)
    for head, sizes in lengths_of(senses).items():
        lengths[head] = tuple(sorted({*sizes, *base.lengths.get(head, ())}, reverse=True))
    said = sorted((alias, one.key, one.kind) for alias, found in senses.items() for one in found)
    digest = hashlib.sha256(f"{base.revision}{said}".encode()).hexdigest()[:12]
    return LearntNames(AliasTable({**base.senses, **senses}, lengths, digest), tuple(entries), own)
