"""Names across languages: 輝達 = 英伟达 = NVIDIA, each under one key that belongs to no language.

Known names come from a table that a person can read and extend (aliases.toml); unknown ones are
found only where their form leaves little doubt. A company, its chip and its chief executive are
three names.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.language.aliases import AliasTable, load_aliases
from factcheck.language.folding import fold
from factcheck.language.known_names import find_known
from factcheck.language.mentions import EntityKind, Mention
from factcheck.language.scripts import has_han
from factcheck.language.tagging import tag
from factcheck.language.unknown_names import TAKEN, names_by_form, official_names, titles

__all__ = ["AliasTable", "EntityKind", "Mention", "find_entities", "load_aliases"]


def find_entities(text: str, *, aliases: AliasTable | None = None) -> list[Mention]:
    """Names in `text` in order, not overlapping: the table's first, then those found by form.

    "NVIDIA H20" holds two names, 昇騰910C as well: the family and the model `ascend 910c`.
    """
    return list(_found(text, aliases or load_aliases()))


@lru_cache(maxsize=512)
def _found(text: str, table: AliasTable) -> tuple[Mention, ...]:
    """Remembered for the texts of an article: a sentence is read as a claim, for the search, for comparing,
    and again around the sentence that follows."""
    folded = fold(text)
    found = find_known(text, folded, table)
    tokens = tag(text) if has_han(text) else ()
    for longer in (*titles(text, folded, table), *official_names(text, folded, tokens, table)):
        inside = [one for one in found if one.meets(longer)]
        if all(one.kind is EntityKind.PLACE or longer.kind is EntityKind.LAW for one in inside):
            found = [one for one in found if one not in inside] + [longer]
    rest = _blotted(text, found)
    # What the table knows and the words around it spoke against is no unknown name either.
    by_form = names_by_form(text, folded, rest, tokens)
    found += [one for one in by_form if one.key not in table.senses]
    return tuple(sorted(found, key=lambda mention: mention.start))


def _blotted(text: str, found: list[Mention]) -> str:
    """`text` with the names found in it made unreadable."""
    if not found:
        return text
    rest = list(text)
    for one in found:
        rest[one.start : one.end] = TAKEN * (one.end - one.start)
    return "".join(rest)
