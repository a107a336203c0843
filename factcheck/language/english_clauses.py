"""Where an English sentence may be cut: between two main clauses, each with subject and finite verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from factcheck.language.english_subjects import english_subject
from factcheck.language.patterns import lazy_pattern

LEADING_CONNECTIVE = lazy_pattern(
    r"(?:(?:however|moreover|furthermore|additionally|in addition|meanwhile|therefore|thus|consequently"
    r"|as a result|nevertheless"
    r"|nonetheless|still|also|instead|indeed|in fact|overall|finally|similarly|likewise|for example|for "
    r"instance|by contrast"
    r"|in contrast|on the other hand|on the one hand|at the same time|that said|besides|in short|in "
    r"other words|in turn"
    r"|notably|importantly|interestingly|as such|first|second|third|hence|accordingly),\s*"
    r"|(?:but|and|yet|so)\s+(?!far\b|much\b|many\b|that\b)(?:,\s*)?"
    r"|(?:while|whereas|although|though|even though|because)\s+(?!of\b)(?=[^,]*$))"
)
IRREGULAR = (
    "said|rose|fell|grew|made|took|won|lost|met|began|became|came|went|gave|held|kept|led|left|paid|ran"
    "|saw|sold|sent|spent|told|got|built|"
    "bought|brought|found|drew|drove|broke|chose|flew|knew|meant|shrank|sank|slid|spoke|stood|struck"
    "|swung|taught|thought|threw|wrote|withdrew|"
    "overtook|undertook|set|cut|put|hit|beat|let|shut|saw|sought|rebuilt|felt|dealt|bore|bid|hurt|quit"
    "|split|spread|upheld|forecast"
)
_THIRD_PERSON = (
    "says|expects|plans|forecasts|predicts|estimates|shows|makes|sells|holds|accounts|remains|costs"
    "|requires|allows|owns|employs|operates|produces|"
    "includes|contains|represents|exceeds|controls|needs|wants|uses|supplies|believes|faces|continues"
    "|reports|rises|falls|grows|claims|argues|"
    "warns|adds|notes|suggests|means|takes|gives|comes|goes|runs|leads|seeks|offers|provides|supports"
    "|opposes|denies|bans|gets|buys|pays|spends|has|say|expect|oppose|support|believe|want|remain"
    "|require|argue|warn|belong|belongs|consist|consists|depend|depends|differ|differs|employ|contain|include|own|votes|begins|ends|opens|closes|starts|hosts|draws|earns"
)
_AUXILIARY = (
    "is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did|won't|isn't|"
    "aren't|wasn't|weren't|hasn't|haven't|hadn't|didn't|doesn't|don't|can't|cannot|couldn't|wouldn't"
)
_FINITE_WORD = lazy_pattern(rf"(?:{_AUXILIARY}|{IRREGULAR}|{_THIRD_PERSON})$", re.IGNORECASE)
_ED = lazy_pattern(r"[a-z]{2,}ed$")
_NOT_BEFORE_FINITE = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "by",
        "with",
        "for",
        "as",
        "being",
        "been",
        "be",
        "was",
        "were",
        "is",
        "are",
        "has",
        "had",
        "have",
        "its",
        "their",
        "his",
        "her",
        "newly",
        "and",
        "or",
        "recently-",
    ]
)
_FIRST = lazy_pattern(
    r"(?:the|an?|its|their|his|her|our|my|this|that|these|those|he|she|it|they|we|i|you|there|some|many"
    r"|most|both|each|another|other|others|all|"
    r"several|more|fewer|less|about|only|no|nearly|almost|around|\$?\d[\w.,%$]*|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|[a-z]+s|[a-z]+ies)$",
    re.IGNORECASE,
)
_NOT_FIRST = lazy_pattern(
    r"(?:which|who|whom|whose|where|when|that|because|since|if|unless|until|after|before|although"
    r"|though|including|such|as|than|like|to|not|"
    r"also|then|even|down|up|compared|versus|far|well|especially|particularly|in|on|at|for|with|by|from"
    r"|of|says|is|was|has|does|this"
    r"|thus|[a-z]+ing|[a-z]+ed|[a-z]+ly)$",
    re.IGNORECASE,
)
_JOINT = lazy_pattern(
    r";\s+|,\s+(?:and|but|while|whereas|yet|so|though|although)\s+|(?<!\s)\s+(?:(?:while|whereas|but|and)|[—–]+)\s+"
    r"|—|:\s+|,\s+|[，；：]\s*"
)
_SPEECH_TAIL = lazy_pattern(
    r"^(?:[^,;]{2,60}?\s)?(?:said|says|told|wrote|added|noted|according|argued|explained)\b(?! "
    r"that)[^,;\d]{0,40}$",
    re.IGNORECASE,
)
_SUBORDINATED = lazy_pattern(
    r"^(?:if|unless|once|when|after|before|because|since|as|until|given|despite|in|on|at|by|with|for"
    r"|from|under|during|over|to|of|between|among|according)\b",
    re.IGNORECASE,
)
_CONCESSION = lazy_pattern(r"^(?:while|whereas|although|though|even though)\b", re.IGNORECASE)
_RELATIVE = lazy_pattern(r"(?:who|which)\s+(?:\w+\s+){1,3}.*\d")
"""A clause at the end that says something countable of the noun before it: "..., who supplied 9%"."""
_CALENDAR = lazy_pattern(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_LIST = lazy_pattern(r"\(?(?:\d{1,2}|[a-z]|i{1,3})\)")
_REASON = lazy_pattern(r"^because\s(?!of\b)", re.IGNORECASE)
_OPENING = lazy_pattern(
    r"(?:in|on|at|by|since|during|after|before|from|over|as of|until|under|within|for)\b", re.IGNORECASE
)
_SUBJECT_WORD = lazy_pattern(r"(?:he|she|it|they|we|the|its|their|an?|no|this|these|those)$|[A-Z]")
_WORD = lazy_pattern(r"[^\s,;()“”\"]+")
_AUXILIARY_FIRST = lazy_pattern(
    r"(?:is|are|was|were|has|have|had|will)\s+(?!not\s+(?:to|the|a)\b)", re.IGNORECASE
)
_EMBEDDED = lazy_pattern(
    r"\b(?:that|which|who|whose|what|where|whether|if|when|how|why|said|says|told|tells|believes?|thinks?|thought"
    r"|argues?|argued|claims?|claimed|expects?|expected|wrote|added|adds|knows?|knew|hopes?|hoped"
    r"|show(?:s|ed)?|f(?:ind|inds|ound)|warn\w*|announc\w*|report\w*|confirm\w*|estimat\w*|predict\w*|forecast\w*"
    r"|suggest\w*|reveal\w*|indicat\w*|not(?:es|ed)|den(?:y|ies|ied)|alleg\w*|because|after|before|unless|since"
    r"|although|though|while|as|than)\b|[\"“]",
    re.IGNORECASE,
)
"""What a second verb behind it may belong to in place of the first."""
_PRONOUN = lazy_pattern(r"(?:I|You|He|She|It|We|They|This|That|These|Those|There|Who|What)", re.IGNORECASE)
_TELLING = 4
"""Words that a second predicate has at least, to be a claim of its own."""
_HALF_WIDTH = str.maketrans("，；：", ",;:")
_WINDOW = 400
"""Code points looked at on either side of a joint; keeps a text without full stops linear."""
_REACH = 14
"""Words after a joint within which the finite verb of a new main clause has to come."""


def english_cuts(sentence: str, protected: Sequence[int]) -> list[int]:
    """Offsets at which `sentence` is to be cut, ascending; `protected` marks code points never to cut at."""
    cuts: list[int] = []
    joints = [match for match in _JOINT.finditer(sentence) if not protected[match.start()]]
    marks = [match.start() for match in joints if match.group().startswith((";", ",", "，", "；"))]
    for joint in joints:
        left = sentence[max(cuts[-1] if cuts else 0, joint.start() - _WINDOW) : joint.start()]
        rest = sentence[joint.end() : joint.end() + _WINDOW]
        next_mark = bisect_left(marks, joint.end())
        right = rest[: marks[next_mark] - joint.end()] if next_mark < len(marks) else rest
        if _joins_statements(joint.group(), left, right, rest):
            cuts.append(joint.start())
    return cuts


def _joins_statements(joint: str, left: str, right: str, rest: str) -> bool:
    """Whether the joint stands between two statements."""
    joint = joint.translate(_HALF_WIDTH)
    connective = joint.strip(" ,;").lower()
    if not has_finite_verb(left) or len(left.split()) < 3 or len(rest.split()) < 3:
        return False
    if joint.startswith(",") and connective == "" and _SPEECH_TAIL.match(right):
        return False
    conceded = _CONCESSION.match(left) is not None
    opened = _SUBORDINATED.match(left) is not None and "," not in left
    if joint.startswith((";", "；")):
        return has_finite_verb(rest)
    if joint.strip() == ":" and _LIST.match(right):
        return False
    if connective == "" and _RELATIVE.match(right) and right == rest:
        return has_finite_verb(left)
    if opened and _REASON.match(left) and connective == "":
        return _is_main(right)
    if opened and connective in {"", "and"}:
        return False
    if connective == "and" and "," not in joint:
        return _is_second_predicate(left, right) or (_is_main(right) and _both_figures(left, right))
    if connective == "":
        if joint.strip() == "," and _is_second_predicate(left, right):
            return True
        return _is_main(right) and (joint.strip() != "," or conceded or _both_figures(left, right))
    return _is_main(rest) or (connective in {"but", "and", "yet"} and _is_second_predicate(left, right))


def _both_figures(left: str, right: str) -> bool:
    """Whether each side states a figure."""
    return re.search(r"\d", left) is not None and re.search(r"\d", right) is not None


def _is_second_predicate(left: str, right: str) -> bool:
    """A second verb of the same subject: has 192 GB and is made by TSMC; others only where each has a figure:
    cut 500 jobs and raised pay by 3%."""
    first = _WORD.match(right)
    if first is None:
        return False
    if _AUXILIARY_FIRST.match(right):
        # Without a subject to put in front of it the second would say nothing of anybody.
        if len(right.split()) < _TELLING or _EMBEDDED.search(left):
            return False
        subject = english_subject(left)
        return subject is not None and not _PRONOUN.fullmatch(subject.of(left))
    if not _both_figures(left, right):
        return False
    word = first.group()
    if re.match(r"[a-z]{3,}s\s+(?:[$€£]?\d|an?\s|its\s|their\s|about\s)", right):
        return True
    return bool(_FINITE_WORD.match(word) or _ED.match(word)) and len(right.split()) >= 3


def _is_main(right: str) -> bool:
    """Whether `right` begins with a subject that its own finite verb follows."""
    words = [match.group() for match in _WORD.finditer(right)][:_REACH]
    if len(words) < 2:
        return False
    if _OPENING.match(right):
        return _is_main_behind_opening(words)
    first = words[0]
    named = first[0].isupper() or not first[0].isascii()
    if _NOT_FIRST.match(first) and first.lower() not in {"this", "that"} and not named:
        return False
    if not named and not _FIRST.match(first):
        return _finite_position(words[:5]) > 0
    if (
        named
        and _NOT_FIRST.match(first)
        and first.lower() in {"which", "who", "where", "when", "if", "in", "on", "at"}
    ):
        return False
    return _finite_position(words) > 0


def _is_main_behind_opening(words: list[str]) -> bool:
    """A subject and its verb behind "at the end of June 2025"; the first word that can be one decides."""
    for position in range(2, len(words) - 1):
        word, before = words[position], words[position - 1]
        if before.lower() in _NOT_BEFORE_FINITE or _OPENING.match(before) or before.lower() == "to":
            continue
        if _SUBJECT_WORD.match(word) and not _CALENDAR.match(word):
            return 0 < _finite_position(words[position:]) <= 6
    return False


def has_finite_verb(text: str) -> bool:
    """Whether some word of `text` looks like a verb in a tense."""
    words = [match.group() for match in _WORD.finditer(text)]
    return _finite_position(words) >= 0 or _COST.search(text) is not None


_COST = lazy_pattern(r"\w\s(?:cost|read)\s(?:(?:about|nearly|around|over)\s)?[$€£¥]?\d")
"""Verbs that are nouns as often: cost 640 million euros."""


def _finite_position(words: list[str]) -> int:
    """Index of the first finite verb, -1 without one; a participle behind an article is none."""
    previous = ""
    for position, word in enumerate(words):
        bare = word.strip(".'’\"")
        if bare == "won" and (previous.endswith("illion") or previous[-1:].isdigit()):
            continue
        if position > 0 and previous in {"who", "which", "that", "to"} and position < 4:
            previous = bare.lower()
            continue
        if _FINITE_WORD.match(bare) and previous not in {"the", "a", "an", "its", "their", "of", "to"}:
            return position
        if _is_present(previous, bare, words[position + 1] if position + 1 < len(words) else ""):
            return position
        if (
            _ED.match(bare)
            and previous not in _NOT_BEFORE_FINITE
            and position > 0
            and not previous.endswith("ly-")
        ):
            return position
        previous = bare.lower()
    return -1


_OBJECT = lazy_pattern(
    r"(?:an?|the|its|their|his|her|no|more|less|fewer|about|nearly|almost|around|roughly|some|[$€£¥]?\d.*)$"
)
_SUBJECT_END = lazy_pattern(
    r"(?:[a-z]+-)*[a-z]{2,}(?<!illion)(?<!dozen)(?<!hundred)(?<!thousand)(?<!ing)(?<!ly)$"
)


def _is_present(previous: str, word: str, following: str) -> bool:
    """A verb that no list holds, in the present tense: chip carries a fee, licences cover no more.

    It stands between a noun and what opens an object; one without -s only behind a plural.
    """
    if not word.islower() or not word.isalpha() or not _OBJECT.match(following):
        return False
    if previous in _NOT_BEFORE_FINITE or not _SUBJECT_END.match(previous) or _NOT_FIRST.match(previous):
        return False
    if word.endswith("s"):
        return len(word) > 4 and not word.endswith(("ss", "us", "is"))
    plural = previous.endswith("s") and not previous.endswith(("ss", "us", "is"))
    return plural and len(word) > 3 and not _NOT_FIRST.match(word)
