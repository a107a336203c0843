"""Short forms that a text uses of names it has given in full: Jensen Huang, then Huang; 黃仁勳, 黃先生.

They hold in that text alone, where nobody else in it could be meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from factcheck.language.aliases import Sense
from factcheck.language.chinese_names import DOT, SURNAMES, is_new_name, stem_of
from factcheck.language.folding import fold
from factcheck.language.latin_names import stands_in_longer, stem_of_latin
from factcheck.language.mentions import EntityKind, Mention
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han

_WORD = lazy_pattern(r"[A-Z][a-z]+(?:-[A-Za-z]+)*")
_ADDRESS = (
    "先生|女士|小姐|太太|氏|博士|教授|董事长|执行长|总裁|总经理|部长|局长|院长|议员|主席|总统|总理|市长|州长"
)
"""What stands behind a surname alone, Simplified."""


LONGEST = 1_000
"""Sentences of a text up to which short forms are looked for: a report, not a book in which names recur."""


def find_parts(text: str, names: Iterable[Mention]) -> Mapping[str, Sense]:
    """Folded short form -> whom or what it stands for in `text`, whose full `names` are known."""
    folded = fold(text)
    full = {(one.key, one.kind, one.text) for one in names if not one.candidates}
    taken: dict[str, set[str]] = defaultdict(set)
    found: dict[str, Sense] = {}
    for key, kind, name in sorted(full):
        for part in dict.fromkeys(_parts(kind, name, folded)):
            taken[fold(part)].add(key)
            if _stands_alone(text, folded, part, name):
                exact = None if has_han(part) else part
                found[fold(part)] = Sense(key, kind, written=exact, learnt=True, part=True)
    return {alias: sense for alias, sense in found.items() if len(taken[alias]) == 1}


def _parts(kind: EntityKind, name: str, folded: str) -> Iterator[str]:
    """What a name could be shortened to."""
    if kind is EntityKind.ORGANISATION:
        stem = stem_of(fold(name)) if has_han(name) else stem_of_latin(name)
        if stem not in (name, fold(name)) and (not has_han(name) or is_new_name(stem)):
            yield stem
    elif kind is EntityKind.PERSON and has_han(name):
        if DOT.search(name):
            yield DOT.split(name)[-1]
        elif 2 <= len(name) <= 4 and fold(name[0]) in SURNAMES:
            yield from re.findall(rf"{fold(name[0])}(?:{_ADDRESS})", folded)
    elif kind is EntityKind.PERSON:
        words = name.split()
        if len(words) > 1:
            # Huang of Jensen Huang, Xi of Xi Jinping.
            yield from (word for word in (words[0], words[-1]) if len(word) > 1 and _WORD.fullmatch(word))


def _stands_alone(text: str, folded: str, part: str, name: str) -> bool:
    """Whether the short form stands anywhere outside the full name and outside other names."""
    if has_han(part):
        return folded.count(fold(part)) > folded.count(fold(name)) * (fold(part) in fold(name))
    if len(re.findall(rf"\b{re.escape(part)}\b", text)) <= text.count(name):
        return False
    places = (one.span() for one in re.finditer(rf"(?<![A-Za-z\-]){re.escape(part)}(?![A-Za-z\-])", text))
    return any(not stands_in_longer(text, *place) for place in places)
