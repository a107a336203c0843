"""English forms of a verb: approve, approves, approved, approving; rise, rose, risen."""

from __future__ import annotations

_IRREGULAR = {
    "rise": "rose risen",
    "grow": "grew grown",
    "fall": "fell fallen",
    "shrink": "shrank shrunk shrunken",
    "slide": "slid",
    "sink": "sank sunk",
    "cut": "cut",
    "forbid": "forbade forbidden",
    "withhold": "withheld",
    "withdraw": "withdrew withdrawn",
    "freeze": "froze frozen",
    "strike": "struck",
    "throw": "threw thrown",
    "let": "let",
    "begin": "began begun",
    "keep": "kept",
    "stick": "stuck",
    "undo": "undid undone",
    "unwind": "unwound",
    "shed": "shed",
    "overtake": "overtook overtaken",
    "outsell": "outsold",
    "beat": "beat beaten",
    "lead": "led",
    "win": "won",
    "lose": "lost",
    "leave": "left",
    "quit": "quit",
    "shut": "shut",
    "lay": "laid",
    "put": "put",
    "bring": "brought",
    "go": "went gone",
    "hold": "held",
    "set": "set",
    "take": "took taken",
    "slap": "slapped",
    "overturn": "overturned",
    "uphold": "upheld",
}
_DOUBLING = frozenset({"permit", "admit", "prefer", "commit", "rebut", "embed", "begin"})
_VOWELS = "aeiou"


def forms(entry: str) -> list[str]:
    """Every form of a verb, its first word inflected: "lay off" -> lays off, laid off, laying off.

    An entry that begins with "=" stands for itself alone. Verbs in -el have both spellings (cancelled).
    """
    if entry.startswith("="):
        return [entry[1:]]
    verb, _, rest = entry.partition(" ")
    past = _IRREGULAR.get(verb, "").split() or [_past(verb)]
    every = [verb, _third(verb), *past, _ing(verb)]
    if verb.endswith(("el", "al")) and verb[-3] not in _VOWELS:
        every += [f"{verb}led", f"{verb}ling"]
    return [f"{form} {rest}".rstrip() for form in dict.fromkeys(every)]


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if _consonant_y(verb) else f"{verb}s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if _consonant_y(verb) else f"{_doubled(verb)}ed"


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return f"{verb[:-1]}ing"
    return f"{_doubled(verb)}ing"


def _consonant_y(verb: str) -> bool:
    return len(verb) > 1 and verb[-1] == "y" and verb[-2] not in _VOWELS


def _doubled(verb: str) -> str:
    """ban -> bann, scrap -> scrapp, permit -> permitt; not clear, end, open."""
    syllables = sum(
        letter in _VOWELS and (not place or verb[place - 1] not in _VOWELS)
        for place, letter in enumerate(verb)
    )
    short = len(verb) >= 3 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    return verb + verb[-1] if short and (syllables == 1 or verb in _DOUBLING) else verb
