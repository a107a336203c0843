"""Small puzzles of logic: only, none, every, some, if, more than and how many, told in English and Chinese.

Each passage names a few parties and each claim follows from it, is ruled out by it, or is left open. Verbs,
adjectives and names are our own, so that no measuring set's wording is learnt.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

from training.data import CONTRADICTS, NEUTRAL, SUPPORTS

Puzzle = tuple[str, str, int]
"""(claim, passage, stance)"""


class _Verb(NamedTuple):
    has: str
    has_not: str
    only: str
    unit: str


_VERBS = {
    "en": (
        _Verb("has invested in", "has not invested in", "has only invested in", "firms"),
        _Verb("has sued", "has never sued", "has sued only", "companies"),
        _Verb("supplies", "does not supply", "supplies only", "buyers"),
        _Verb("tested", "did not test", "tested only", "models"),
        _Verb("has funded", "has not funded", "has funded only", "projects"),
    ),
    "zh": (
        _Verb("投资过", "没投资过", "只投资过", "家公司"),
        _Verb("起诉过", "没有起诉过", "仅起诉过", "家企业"),
        _Verb("采访过", "没采访过", "只采访过", "个人"),
        _Verb("评测过", "没评测过", "只评测过", "款产品"),
        _Verb("资助过", "未资助过", "只资助过", "个项目"),
        _Verb("考察了", "没有考察", "只考察了", "个地区"),
    ),
}
_MORE_LESS = {
    "en": (
        ("larger", "smaller", "as large as"), ("faster", "slower", "as fast as"), ("older", "younger", "as old as"),
        ("more expensive", "cheaper", "as expensive as"), ("stronger", "weaker", "as strong as"),
    ),
    "zh": (("贵", "便宜", "一样贵"), ("长", "短", "一样长"), ("强", "弱", "一样强"), ("早", "晚", "一样早"), ("宽", "窄", "一样宽"), ("厚", "薄", "一样厚")),
}  # fmt: skip
_SYLLABLES = {
    "en": ("Bel", "Cor", "Dan", "Fen", "Gal", "Hol", "Jar", "Kes", "Lor", "Mar", "Nel", "Or", "Pel", "Quin", "Ros", "Sel", "Tar", "Ul", "Ver", "Wes"),
    "zh": tuple("安博川德恩福广恒嘉凯兰明宁欧平清荣森泰维文新雅远泽智中卓"),
}  # fmt: skip
_ENDINGS = {
    "en": ("ton", "ex", "ia", "ford", "mont", "sen", "well", "dale"),
    "zh": tuple("达科利通源华顿森亚斯"),
}


def puzzles(count: int, chance: random.Random) -> Iterator[Puzzle]:
    """`count` puzzles in both languages; Chinese ones Simplified (folding makes Traditional the same)."""
    for _ in range(count):
        tongue = chance.choice(("en", "zh", "zh"))
        yield chance.choice(_FORMS)(tongue, chance)


def _name(tongue: str, chance: random.Random) -> str:
    length = chance.choice((1, 2, 2))
    return "".join(chance.choice(_SYLLABLES[tongue]) for _ in range(length)) + chance.choice(_ENDINGS[tongue])


def _names(count: int, tongue: str, chance: random.Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[_name(tongue, chance)] = None
    return list(found)


def _listed(names: list[str], tongue: str, chance: random.Random) -> str:
    if len(names) == 1:
        return names[0]
    if tongue == "en":
        return ", ".join(names[:-1]) + " and " + names[-1]
    return "、".join(names[:-1]) + chance.choice("、和") + names[-1]


def _said(subject: str, words: str, thing: str, tongue: str) -> str:
    return f"{subject} {words} {thing}" if tongue == "en" else f"{subject}{words}{thing}"


def _joined(parts: list[str], tongue: str) -> str:
    return ", ".join(parts) + "." if tongue == "en" else "，".join(parts) + "。"


def _only(tongue: str, chance: random.Random) -> Puzzle:
    """Each party did it to one thing only."""
    verb = chance.choice(_VERBS[tongue])
    count = chance.choice((1, 2, 3, 3))
    parties, things = _names(count + 1, tongue, chance), _names(count + 1, tongue, chance)
    passage = _joined(
        [_said(parties[i], verb.only, things[i], tongue) for i in chance.sample(range(count), count)], tongue
    )
    who, own = chance.randrange(count), chance.random() < 0.5
    stranger = chance.random() < 0.33
    party = parties[count] if stranger else parties[who]
    thing = things[who] if own else things[(who + 1) % (count + 1)]
    denied = chance.random() < 0.5
    claim = _said(party, verb.has_not if denied else verb.has, thing, tongue)
    return claim, passage, NEUTRAL if stranger else SUPPORTS if own != denied else CONTRADICTS


def _denied(tongue: str, chance: random.Random) -> Puzzle:
    """Some did, some did not; what is not said stays open."""
    verb = chance.choice(_VERBS[tongue])
    parties, things = _names(4, tongue, chance), _names(4, tongue, chance)
    told = [chance.random() < 0.5 for _ in range(3)]
    parts = [_said(parties[i], verb.has if told[i] else verb.has_not, things[i], tongue) for i in range(3)]
    chance.shuffle(parts)
    who = chance.randrange(3)
    open_ = chance.random() < 0.33
    thing = things[(who + 1 + chance.randrange(3)) % 4] if open_ else things[who]
    yes = chance.random() < 0.5
    claim = _said(parties[who], verb.has if yes else verb.has_not, thing, tongue)
    stance = NEUTRAL if open_ else SUPPORTS if yes == told[who] else CONTRADICTS
    return claim, _joined(parts, tongue), stance


def _counted(tongue: str, chance: random.Random) -> Puzzle:
    """A full list against a number, either way round."""
    verb = chance.choice(_VERBS[tongue])
    party, other = _names(2, tongue, chance)
    count = chance.randint(2, 9)
    full = _said(party, verb.only, _listed(_names(count, tongue, chance), tongue, chance), tongue)
    bound = chance.choice([one for one in range(1, 13) if one != count])
    more = chance.random() < 0.5
    words = {
        ("en", True): f"more than {bound} {verb.unit}", ("en", False): f"fewer than {bound} {verb.unit}",
        ("zh", True): f"超过{bound}{verb.unit}", ("zh", False): f"不到{bound}{verb.unit}",
    }[tongue, more]  # fmt: skip
    if chance.random() < 0.3:
        words = f"{bound} {verb.unit}" if tongue == "en" else f"{bound}{verb.unit}"
        exact = _said(party, verb.only, words, tongue)
        listed = _said(party, verb.has, _listed(_names(count, tongue, chance), tongue, chance), tongue)
        return listed, _joined([exact], tongue), CONTRADICTS if count > bound else NEUTRAL
    if chance.random() < 0.25:
        return _said(other, verb.has, words, tongue), _joined([full], tongue), NEUTRAL
    holds = (count > bound) == more
    return _said(party, verb.has, words, tongue), _joined([full], tongue), SUPPORTS if holds else CONTRADICTS


def _every(tongue: str, chance: random.Random) -> Puzzle:
    """What holds of all or of none holds of each; what holds of some is open for one."""
    verb = chance.choice(_VERBS[tongue])
    things, party = _names(4, tongue, chance), _name(tongue, chance)
    kind = chance.choice(("every", "no", "some"))
    subject = {
        ("en", "every"): ("Every member", "Each of them", "Everyone"), ("en", "no"): ("No member", "None of them", "Nobody"),
        ("en", "some"): ("Some members", "Someone", "Several of them"), ("zh", "every"): ("每个成员都", "所有人都", "每一家都"),
        ("zh", "no"): ("没有人", "没有一家", "谁都不曾"), ("zh", "some"): ("有的成员", "有人", "部分企业"),
    }  # fmt: skip
    who = chance.choice(subject[tongue, kind])
    passage = _joined([_said(who, verb.has, _listed(things[:3], tongue, chance), tongue)], tongue)
    other = chance.random() < 0.3
    thing = things[3] if other else chance.choice(things[:3])
    if chance.random() < 0.4:
        asked = chance.choice(("every", "no", "some"))
        claim = _said(chance.choice(subject[tongue, asked]), verb.has, thing, tongue)
        follows = {
            ("every", "every"): SUPPORTS, ("every", "some"): SUPPORTS, ("every", "no"): CONTRADICTS,
            ("no", "no"): SUPPORTS, ("no", "every"): CONTRADICTS, ("no", "some"): CONTRADICTS,
            ("some", "some"): SUPPORTS, ("some", "no"): CONTRADICTS, ("some", "every"): NEUTRAL,
        }[kind, asked]  # fmt: skip
        return claim, passage, NEUTRAL if other else follows
    yes = chance.random() < 0.5
    claim = _said(party, verb.has if yes else verb.has_not, thing, tongue)
    if other or kind == "some":
        return claim, passage, NEUTRAL
    return claim, passage, SUPPORTS if yes == (kind == "every") else CONTRADICTS


def _than(tongue: str, chance: random.Random) -> Puzzle:
    """Chains of comparisons."""
    more, less, same = chance.choice(_MORE_LESS[tongue])
    *names, stranger = _names(chance.choice((3, 4, 5)) + 1, tongue, chance)
    equal = [chance.random() < 0.35 for _ in names[1:]]
    equal[chance.randrange(len(equal))] = False
    parts, ranks = [], {names[0]: 0}
    for place, level in enumerate(equal):
        one, other = names[place], names[place + 1]
        ranks[other] = ranks[one] + (0 if level else 1)
        parts.append(
            _as(one, other, same, tongue)
            if level
            else _compared(one, more, other, tongue)
            if chance.random() < 0.6
            else _compared(other, less, one, tongue)
        )
    chance.shuffle(parts)
    passage = _joined(parts, tongue)
    if chance.random() < 0.25:
        return (
            _compared(chance.choice(names), chance.choice((more, less)), stranger, tongue),
            passage,
            NEUTRAL,
        )
    one, other = chance.sample(names, 2)
    word = chance.choice((more, less))
    above = ranks[one] < ranks[other] if word == more else ranks[one] > ranks[other]
    return _compared(one, word, other, tongue), passage, SUPPORTS if above else CONTRADICTS


def _among(tongue: str, chance: random.Random) -> Puzzle:
    """One against a whole list, and another that is its equal."""
    more, less, same = chance.choice(_MORE_LESS[tongue])
    names = _names(chance.choice((5, 6)), tongue, chance)
    top, equal, rest = names[0], names[1], names[2:]
    word, back = chance.choice(((more, less), (less, more)))
    listed = _listed(rest, tongue, chance)
    first = f"{top} is {word} than {listed}" if tongue == "en" else f"{top}比{listed}都{word}"
    passage = _joined([first, _as(equal, top, same, tongue)], tongue)
    if chance.random() < 0.33:
        one, other = chance.sample(rest, 2)
        return _compared(one, chance.choice((more, less)), other, tongue), passage, NEUTRAL
    low = chance.choice(rest)
    if chance.random() < 0.5:
        said, holds = (equal, word, low), True
    else:
        said, holds = (low, back, equal), True
    if chance.random() < 0.5:
        said, holds = (said[0], back if said[1] == word else word, said[2]), False
    return _compared(*said, tongue), passage, SUPPORTS if holds else CONTRADICTS


def _if(tongue: str, chance: random.Random) -> Puzzle:
    """A condition that is met, or is not."""
    verb = chance.choice(_VERBS[tongue])
    parties, things = _names(2, tongue, chance), _names(2, tongue, chance)
    told, then = chance.random() < 0.5, chance.random() < 0.5
    met = chance.random() < 0.6
    fact = _said(parties[0], verb.has if told == met else verb.has_not, things[0], tongue)
    condition = _said(parties[0], verb.has if told else verb.has_not, things[0], tongue)
    result = _said(parties[1], verb.has if then else verb.has_not, things[1], tongue)
    rule = f"if {condition}, then {result}" if tongue == "en" else f"如果{condition}，那么{result}"
    yes = chance.random() < 0.5
    claim = _said(parties[1], verb.has if yes else verb.has_not, things[1], tongue)
    return (
        claim,
        _joined([fact, rule], tongue),
        (SUPPORTS if yes == then else CONTRADICTS) if met else NEUTRAL,
    )


def _compared(one: str, word: str, other: str, tongue: str) -> str:
    return f"{one} is {word} than {other}" if tongue == "en" else f"{one}比{other}{word}"


def _as(one: str, other: str, same: str, tongue: str) -> str:
    return f"{one} is {same} {other}" if tongue == "en" else f"{one}和{other}{same}"


_FORMS: tuple[Callable[[str, random.Random], Puzzle], ...] = (
    _only, _only, _denied, _counted, _every, _than, _among, _if,
)  # fmt: skip
