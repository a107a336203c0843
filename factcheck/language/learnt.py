"""The table of names with those that texts themselves gloss added to it.

What a person wrote down, in aliases.toml or a workspace's own, wins over what was learnt. A name that texts
gloss differently keeps every thing that it may stand for.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from factcheck.language.aliases import AliasTable, Sense, lengths_of
from factcheck.language.chinese_names import DOT, is_new_name, stem_of
from factcheck.language.entities import find_entities
from factcheck.language.folding import fold
from factcheck.language.known_names import find_known, holds_name
from factcheck.language.latin_names import stem_of_latin, without_form
from factcheck.language.mentions import EntityKind, Mention
from factcheck.language.same_things import Said, Things
from factcheck.language.scripts import has_han

__all__ = ["LearntName", "LearntNames", "Said", "learn"]


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
        return _grown(self.table, new, self.entries, self.own.senses) if new else self

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


def learn(said: Iterable[Said], base: AliasTable) -> LearntNames:
    """`base` with the names that documents gloss."""
    things = Things(said)
    entries: list[LearntName] = []
    senses: dict[str, list[Sense]] = defaultdict(list)
    for forms, documents, kind in things.each():
        key = _key(forms, base)
        if key is None:
            continue
        known = _known(forms, base)
        kind = known.kind if known else kind
        entries.append(LearntName(key, kind, tuple(forms.values()), tuple(sorted(documents))))
        for alias, written, part in _aliases(forms, kind):
            if alias not in base.senses and all(other.key != key for other in senses[alias]):
                senses[alias].append(sense_of(key, kind, written, part=part))
    return _grown(base, {alias: tuple(found) for alias, found in senses.items() if found}, entries)


def _grown(
    base: AliasTable,
    senses: Mapping[str, tuple[Sense, ...]],
    entries: Sequence[LearntName],
    before: Mapping[str, tuple[Sense, ...]] | None = None,
) -> LearntNames:
    """`base` and `senses`; `before` are those that were learnt already and stand in `base`."""
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


def _known(forms: Collection[str], base: AliasTable) -> Sense | None:
    """The one sense that the table has for any of the names; None where it knows none of them for sure."""
    senses = [base.senses[form] for form in forms if form in base.senses]
    certain = {found[0].key: found[0] for found in senses if len(found) == 1}
    return next(iter(certain.values())) if len(certain) == 1 else None


def _key(forms: Mapping[str, str], base: AliasTable) -> str | None:
    """The table's key; for a new thing its longest Latin name. None where the table has two things."""
    senses = [base.senses[form] for form in forms if form in base.senses]
    if senses:
        known = _known(forms, base)
        # A place in a bracket says where, not what: 維瑞丹（Germany).
        return None if known is None or known.kind is EntityKind.PLACE else known.key
    return max(forms, key=lambda form: (not has_han(form), len(form), form))


def sense_of(key: str, kind: EntityKind, written: str, *, part: bool = False) -> Sense:
    """What a learnt name means; one Latin word counts only in the case given."""
    exact = written if not has_han(written) and " " not in written else None
    return Sense(key, kind, written=exact, learnt=True, part=part)


def _aliases(forms: Mapping[str, str], kind: EntityKind) -> Iterable[tuple[str, str, bool]]:
    """The names by which the thing is found: folded, as written, and whether it is only a part."""
    for form, written in forms.items():
        yield form, written, False
    for form, written in forms.items():
        if not has_han(written):
            bare, stem = without_form(written), stem_of_latin(written)
            yield fold(bare), bare, False
            if kind is EntityKind.ORGANISATION:
                yield fold(stem), stem, stem != bare
            continue
        stem = DOT.split(written)[-1] if kind is EntityKind.PERSON else stem_of(form)
        if stem not in (form, written) and (len(stem) > 2 or is_new_name(fold(stem))):
            yield fold(stem), stem, True
