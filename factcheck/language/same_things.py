"""Which glosses of which documents speak of one thing: names are joined by what texts declare of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from factcheck.language.acronyms import is_acronym
from factcheck.language.chinese_names import stem_of
from factcheck.language.folding import fold
from factcheck.language.glosses import Gloss
from factcheck.language.latin_names import stem_of_latin
from factcheck.language.mentions import EntityKind
from factcheck.language.scripts import has_han

Said = tuple[str, Gloss]
"""The document that says so, and what it says."""

_NAMES = 8
"""Names from which a common partner is a word, and no name that makes them one."""


class Things:
    """Names joined into things by what documents gloss."""

    def __init__(self, said: Iterable[Said]) -> None:
        self._written: dict[str, str] = {}
        self._pairs: dict[tuple[str, str], list[Said]] = defaultdict(list)
        self._root: dict[str, str] = {}
        for document, gloss in said:
            pair = (fold(gloss.name), fold(gloss.other))
            self._pairs[pair].append((document, gloss))
            for form, written in zip(pair, (gloss.name, gloss.other), strict=True):
                self._written.setdefault(form, written)
        self._neighbours: dict[str, set[str]] = defaultdict(set)
        for one, other in self._pairs:
            self._neighbours[one].add(other)
            self._neighbours[other].add(one)
        self._joining = {form for form, others in self._neighbours.items() if self._joins(form, others)}
        for one, other in self._pairs:
            if one in self._joining and other in self._joining:
                self._root[self._find(one)] = self._find(other)
        self._join_variants()

    def _join_variants(self) -> None:
        """Join 晓光存储（Saebyeok） and 曉光記憶體（Saebyeok Memory）: only the trades differ."""
        by_stems: dict[tuple[str, str], str] = {}
        for pair in self._pairs:
            if pair[0] in self._joining and pair[1] in self._joining and has_han(pair[0]) != has_han(pair[1]):
                stems = sorted(
                    stem_of(form) if has_han(form) else fold(stem_of_latin(self._written[form]))
                    for form in pair
                )
                root = by_stems.setdefault((stems[0], stems[1]), self._find(pair[0]))
                self._root[self._find(pair[0])] = self._find(root)

    def _joins(self, form: str, others: Collection[str]) -> bool:
        """Whether all that this name glosses is one thing: acronyms and short forms may be of several."""
        if len(others) == 1:
            return True
        written = self._written[form]
        if is_acronym(written) or len(others) > _NAMES or len(form) < (3 if has_han(form) else 5):
            return False
        return not any(self._apart(form, script) for script in (True, False))

    def _apart(self, form: str, han: bool) -> bool:
        """Whether one document gives the name to two different things."""
        by_document: dict[str, set[str]] = defaultdict(set)
        for other in self._neighbours[form]:
            if has_han(other) == han:
                for document, _ in (*self._pairs.get((form, other), ()), *self._pairs.get((other, form), ())):
                    by_document[document].add(other)
        return any(not _all_one(names) for names in by_document.values())

    def _find(self, form: str) -> str:
        root = form
        while (above := self._root.get(root, root)) != root:
            root = above
        while form != root:
            self._root[form], form = root, self._root[form]
        return root

    def each(self) -> Iterable[tuple[dict[str, str], set[str], EntityKind]]:
        """Names (folded: as written), documents and kind of each thing."""
        members: dict[str, dict[str, str]] = defaultdict(dict)
        documents: dict[str, set[str]] = defaultdict(set)
        kinds: dict[str, list[EntityKind]] = defaultdict(list)
        for pair, sayings in self._pairs.items():
            full = [form for form in pair if form in self._joining]
            root = self._find(full[0]) if full else "\0".join(pair)
            members[root].update((form, self._written[form]) for form in pair)
            documents[root].update(document for document, _ in sayings)
            kinds[root] += [gloss.kind for _, gloss in sayings]
        for root, forms in members.items():
            told: Counter[EntityKind] = Counter(kind for kind in kinds[root] if kind is not EntityKind.OTHER)
            kind = max(sorted(told), key=lambda one: told[one]) if told else EntityKind.OTHER
            yield forms, documents[root], kind


def _all_one(names: Collection[str]) -> bool:
    """Whether the folded names are forms of one: 維瑞丹 and 維瑞丹半導體; acronyms say nothing."""
    full = [name for name in names if has_han(name) or len(name) > 7 or " " in name]
    if len(full) < 2:
        return True
    shortest = min(full, key=len)
    stem = stem_of(shortest) if has_han(shortest) else shortest.split()[0]
    return all(stem in name for name in full)
