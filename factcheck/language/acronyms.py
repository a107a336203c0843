"""Which words an acronym abbreviates: Semiconductor Industry Association (SIA)."""

from __future__ import annotations

import re

from factcheck.language.latin_names import BEFORE, SMALL_WORDS, is_latin_name


def is_acronym(name: str) -> bool:
    """Whether `name` is a row of capitals: SIA, R&D, CXMT."""
    return re.fullmatch(r"[A-Z][A-Z&]{1,7}", name) is not None


def initials_fit(acronym: str, name: str) -> bool:
    """Whether the letters of `acronym` begin the words of `name` in order: PWA, Port Workers Association."""
    if not is_acronym(acronym):
        return False
    wanted = acronym.replace("&", "").lower()
    full = "".join(initial for _, initial in _initials(name))
    spare = "".join(initial for word, initial in _initials(name) if word.lower() not in SMALL_WORDS)
    return wanted in (full, spare) or (
        len(spare) > len(wanted) >= 2 and spare.startswith(wanted) and len(spare) - len(wanted) == 1
    )


def _initials(name: str) -> list[tuple[str, str]]:
    """Each word with its first letter; ChangXin gives two, Export-Control too."""
    pieces = re.findall(r"[A-Z]?[a-z’']+|[A-Z]+(?![a-z])|\d+", name)
    return [(piece, piece[0].lower() if not piece.isupper() else piece.lower()) for piece in pieces]


def spelled_out(text: str, end: int, acronym: str) -> tuple[int, int] | None:
    """The words before `end` that `acronym` abbreviates, as [start, end); None where none fit."""
    found = BEFORE.search(text, max(0, end - 110), end)
    if found is None:
        return None
    starts = [found.start() + one.start() for one in re.finditer(r"\S+", found[0])]
    for start in reversed(starts):
        name = text[start:end]
        if is_latin_name(name) and " " in name and name[0].isupper() and initials_fit(acronym, name):
            return start, end
    # ChangXin Memory: one word that holds two.
    name = text[starts[-1] : end]
    return (starts[-1], end) if initials_fit(acronym, name) and len(name) > 4 else None
