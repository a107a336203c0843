"""How a statement is meant: forecast, planned, conditional, possible, negated, denied, or only reported.

Cues are words with offsets; what they govern is for the reader of the cues to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han
from factcheck.language.tagging import Token, plain, tag


class CueKind(StrEnum):
    """What a cue word does to the statement it stands in."""

    FORECAST = "forecast"
    PLAN = "plan"
    CONDITIONAL = "conditional"
    POSSIBILITY = "possibility"
    NEGATION = "negation"
    DENIAL = "denial"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word at code points [start, end)."""

    start: int
    end: int
    kind: CueKind


_ENGLISH = {
    CueKind.DENIAL: (
        r"den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|reject(?:s|ed|ing)? (?:the )?(?:claims?|reports?"
        r"|allegations?)"
        r"|disput(?:e|es|ed|ing)|rebuff(?:s|ed)?|rul(?:e|es|ed|ing) out"
    ),
    CueKind.PLAN: (
        r"plan(?:s|ned|ning)?(?= to\b| on\b)|intend(?:s|ed|ing)?(?= to\b)|aim(?:s|ed|ing)?(?= to\b| for\b)"
        r"|pledg(?:e|es|ed|ing)|vow(?:s|ed|ing)?|propos(?:e|es|ed|ing)|is set to|are set to|seek(?:s"
        r"|ing)?(?= to\b)|sought to"
        r"|promis(?:e|es|ed|ing)(?= to\b)|commit(?:s|ted|ting) to|consider(?:s|ed|ing)?(?= [a-z]+ing\b)"
        r"|scheduled to|hopes? to"
        r"|target(?:s|ed|ing)(?= \$?\d| an? )"
    ),
    CueKind.FORECAST: (
        r"forecast(?:s|ed|ing)?|predict(?:s|ed|ing|ions?)?|project(?:s|ed|ions?)(?= (?:that|to|a|an|the|it"
        r"|its|\$?\d|[a-z]+ "
        r"(?:will|would|to)))|(?<!than )(?<!as )expect(?:s|ed|ing)?"
        r"|(?<!below )(?<!above )(?<!beat )(?<!met )(?<!missed )(?<!exceeded )expectations?"
        r"|anticipat(?:e|es|ed|ing)|estimat(?:e|es|ed) "
        r"(?=[^.;]{0,60}\b(?:will|would|next|by 20))"
        r"|outlook|guidance|(?<!free )(?<!good )will(?! power)|won't|shall|going to|is likely to|are likely "
        r"to|'ll(?= \w)|on track to|poised to|is due to|are due to"
    ),
    CueKind.CONDITIONAL: (
        r"if(?! any)|unless|provided that|as long as|in case|were it to|should(?= [a-z]+ [a-z]+,)|in the "
        r"event"
    ),
    CueKind.POSSIBILITY: (
        r"(?<!no one )(?<!nobody )may(?! \d| not\b)(?=[ ,])|might|could|possibly|perhaps"
        r"|potentially|probably|likely|unlikely|appears? to|seems? to|believed to|"
        r"suspected|about to|alleged(?:ly)?"
    ),
    CueKind.NEGATION: (
        r"not|no(?! \.\d)|never|neither|nor|none|without|[a-z]+n't|cannot|fail(?:s|ed)? to|lack(?:s|ed)?"
        r"|declin(?:e|es|ed) to"
        r"|refus(?:e|es|ed) to|no longer|yet to"
    ),
    CueKind.REPORT: (
        r"reportedly|said to|according to|is reported|are reported|was reported|were reported|rumou?red"
        r"|sources say"
    ),
}
_CHINESE = {
    CueKind.DENIAL: (r"否认|驳斥|辟谣|反驳|予以驳回|矢口否认|澄清"),
    CueKind.PLAN: (
        r"计划(?!生育|经济)|打算|拟(?!合|态|人|真)|准备(?!好|金)|有意|筹划|旨在|承诺|誓言|力争|争取"
        r"|考虑(?!到)|提议|提案|目标(?:是|为)|寻求|希望"
    ),
    CueKind.FORECAST: (
        r"预计|(?<![于出超合如乎])预期|(?<!于)预测|预估|预料|料(?=将|会)|有望|展望|前瞻|即将|势必|必将|(?<!最)终将|将会|将于|将在"
        r"|将是|将被|将为|将达|将有|恐将|或将|势将|(?<=[^前])将来|明年|后年"
    ),
    CueKind.CONDITIONAL: (r"如果|假如|假设|倘若|若(?!干)|一旦|只要|除非|要是|即使|即便|的话|前提是|前提"),
    CueKind.POSSIBILITY: (
        r"可能|或许|也许|恐(?:怕)?(?!怖|惧|慌)|疑似|涉嫌|大概|估计|似乎|看似|有机会|或(?=将|可|会|已|被|有"
        r"|存在)|或能|未必|据信|有迹象"
    ),
    CueKind.NEGATION: (
        r"不(?!过|仅|但|只|光|断|单|同|少|久|论|管|如|妨|止|得不|外乎|乏)|没有|没(?=[^收落])|未(?!来|必|免)"
        r"|无(?!论|疑|数|比|线|人机)|并非|绝非|非(?=[^常洲法])|从未|尚未|否(?!则|认)|拒绝|禁止|停止|取消"
        r"|无法|毫无|不得"
    ),
    CueKind.REPORT: (
        r"据报道|据悉|据称|据说|据传|据了解|传闻|消息称|有消息|外媒称|据[^,。;]{1,16}(?:报道|报导|消息"
        r"|透露)"
    ),
}
_NOT_BEFORE_OF_WILL = lazy_pattern(r"\b(?:the|his|her|its|their|a|political|of)\s+$", re.IGNORECASE)


def _compile(words: dict[CueKind, str], before: str = "", after: str = "") -> re.Pattern[str]:
    """One pattern with a named group a kind; longer readings first where kinds overlap."""
    kinds = "|".join(f"(?P<{kind.value}>(?:{words[kind]}){after})" for kind in words)
    return re.compile(f"{before}(?:{kinds})")


def _openings(patterns: Iterable[str]) -> str:
    """The characters that Chinese cues begin with, and a few more: those behind any | of their patterns."""
    readings = re.sub(r"\(\?<[!=].*?\)", "", "|".join(patterns)).split("|")
    return "".join(sorted({reading[0] for reading in readings}))


# The look ahead lets every position fail at once that no cue begins at.
_ENGLISH_CUE = _compile(_ENGLISH, before=r"\b(?=[a-z'])", after=r"\b")
_CHINESE_CUE = _compile(_CHINESE, before=f"(?=[{_openings(_CHINESE.values())}])")


def find_modality(text: str, *, future: bool = True) -> list[Cue]:
    """Cues in `text` in order, not overlapping; English and Chinese of both scripts are both looked for.

    Without `future` a bare 將 is passed over: telling "will" from the object marker needs the tagger.
    """
    folded = plain(text).replace("’", "'")
    cues = [_cue(match) for match in _ENGLISH_CUE.finditer(folded) if not _is_noun_will(folded, match)]
    if has_han(text):
        cues += [_cue(match) for match in _CHINESE_CUE.finditer(folded)]
        if future:
            cues += _future_jiang(text, folded, {cue.start for cue in cues})
    cues.sort(key=lambda cue: (cue.start, -cue.end))
    return _without_overlaps(cues)


def _cue(match: re.Match[str]) -> Cue:
    """The cue of a match, its kind from the group that matched."""
    return Cue(match.start(), match.end(), CueKind(str(match.lastgroup)))


def _is_noun_will(folded: str, match: re.Match[str]) -> bool:
    """The will of the people is no forecast."""
    return (
        match.group() == "will"
        and _NOT_BEFORE_OF_WILL.search(folded, max(0, match.start() - 40), match.start()) is not None
    )


_REACH = 100
"""Words behind 將 in which its object and the verb after that are looked for."""
_OBJECT_BEGINS = frozenset({"n", "r", "m", "e", "j", "x", "l", "q"})


def _future_jiang(text: str, folded: str, taken: set[int]) -> list[Cue]:
    """將 as "will", unless it marks an object (將芯片列為...): a noun phrase, then another verb."""
    if "将" not in folded:
        return []
    tokens = tag(text)
    cues: list[Cue] = []
    for position, token in enumerate(tokens):
        if (
            token.word == "将"
            and token.start not in taken
            and not _marks_object(tokens[position + 1 : position + _REACH])
        ):
            cues.append(Cue(token.start, token.end, CueKind.FORECAST))
    return cues


def _marks_object(following: tuple[Token, ...]) -> bool:
    """Whether a noun phrase and then a verb follow in the same clause."""
    begins = next((place for place, token in enumerate(following) if token.pos != "vn"), len(following))
    if following[begins : begins + 1] == () or following[begins].pos[:1] not in _OBJECT_BEGINS:
        return False
    for token in following[begins + 1 :]:
        if token.word in {",", ";", "。", ":"}:
            return False
        if token.word in {"为", "成", "至", "给", "入", "让给"}:
            return True
        if token.pos[:1] == "v" and token.word not in {"超", "达", "超过", "达到", "大于"}:
            return True
    return False


def _without_overlaps(cues: list[Cue]) -> list[Cue]:
    """The first and longest of cues that share code points."""
    kept: list[Cue] = []
    for cue in cues:
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return kept
