"""Learning names from what texts gloss.

What a person wrote down, in aliases.toml or a workspace's own, wins over what was learnt. A name that texts
gloss differently keeps every thing that it may stand for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from factcheck.language.aliases import AliasTable, Sense
from factcheck.language.chinese_names import DOT, is_new_name, stem_of
from factcheck.language.folding import fold
from factcheck.language.latin_names import stem_of_latin, without_form
from factcheck.language.learnt import LearntName, LearntNames, grown
from factcheck.language.mentions import EntityKind
from factcheck.language.same_things import Said, Things
from factcheck.language.scripts import has_han

__all__ = ["Said", "learn"]


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
    return grown(base, {alias: tuple(found) for alias, found in senses.items() if found}, entries)


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
