"""Names of the table in a text: the longest first, those with several senses settled by what stands near."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from factcheck.language.aliases import HEAD, AliasTable, Sense
from factcheck.language.latin_names import names_its_bearer, stands_in_longer, trade_after
from factcheck.language.mentions import EntityKind, Mention, opens_sentence
from factcheck.language.patterns import lazy_pattern
from factcheck.language.regions import TOWNS
from factcheck.language.scripts import has_han

_NEAR_HAN, _NEAR_LATIN = 24, 60  # code points on either side: about a clause and a half
_NAME_START = lazy_pattern(r"(?<![a-z\d])[a-z\d]|[^\x00-\x7f]")
_ASCII_WORD = lazy_pattern(r"[a-z\d]+")
"""Begins where `_NAME_START` does in a text of ASCII alone, and is found in half the time."""
_SEEN = 10_000
"""Heads of words that a table keeps a note of."""
_MEASURE = r"\s*(?:[%年月日个亿万千百颗片枚块倍成款项名家元美台]|(?:per ?cent|[mbt]illion|thousand|times|years?|months?|weeks?|days?|units?|gb|tb|nm)\b)"
_MODEL = lazy_pattern(
    rf"(?! (?:19|20)\d\d\b)[ \-]?(?!\d+(?:\.\d+)?{_MEASURE})(?P<code>[a-z]{{0,2}}\d+(?:\.\d+)?[a-z]{{0,3}})(?![a-z\d])"
)
"""A model number behind a family's name; not a quantity."""


def find_known(text: str, folded: str, table: AliasTable) -> list[Mention]:
    """Mentions of the table's names in `text`, in order; `folded` is its folded form, of equal length."""
    spans = list(_scan(folded, table))
    settled = {one[2][0].key for one in spans if len(one[2]) == 1 and one[2][0].written is None}
    starts = {one[0] for one in spans}
    found: list[Mention] = []
    for start, end, senses in spans:
        mention = _resolve(text, folded, start, end, senses, settled)
        if mention is not None:
            if senses[0].learnt and mention.key == senses[0].key and not has_han(mention.text):
                mention = _with_trade(text, mention)
            model = _model(text, folded, mention)
            settles = model is not None and model.start not in starts
            found += [replace(mention, candidates=()), model] if model and settles else [mention]
    return found


def holds_name(folded: str, table: AliasTable) -> bool:
    """Whether any name of `table` stands in a folded text."""
    return next(_scan(folded, table), None) is not None


def _scan(folded: str, table: AliasTable) -> Iterator[tuple[int, int, tuple[Sense, ...]]]:
    """Start, end and senses of the longest names, from left to right, Latin ones as whole words."""
    openings, seen, position = table.openings, table.seen, 0
    for match in (_ASCII_WORD if folded.isascii() else _NAME_START).finditer(folded):
        start = match.start()
        # Two cheap questions first: they are asked at every word and at every Chinese character.
        if start < position or folded[start : start + 2] not in openings:
            continue
        head = folded[start : start + HEAD]
        lengths = seen.get(head)
        if lengths is None:
            lengths = _lengths_of(head, table)
        for length in lengths:
            end = start + length
            senses = table.senses.get(folded[start:end])
            if (
                senses is not None
                and _is_whole(folded, end, senses)
                and not _splits_word(folded, start, end, senses)
            ):
                position = end
                if senses:
                    yield start, end, senses
                break


def _lengths_of(head: str, table: AliasTable) -> tuple[int, ...]:
    """The lengths of the names that may begin with `head`, longest first."""
    lengths = table.lengths
    found = (*lengths.get(head, ()), *lengths.get(head[:3], ()), *lengths.get(head[:2], ()))
    # English has few beginnings of words and meets them at every word; four Chinese characters hardly recur.
    if head.isascii() and len(table.seen) < _SEEN:
        table.seen[head] = found
    return found


def _is_whole(folded: str, end: int, senses: tuple[Sense, ...]) -> bool:
    """Whether a name ends at `end`: H20s and GPT4 hold a product's, "intelligent" no company's."""
    if end >= len(folded) or not _is_latin(folded[end - 1]) or not _is_latin(folded[end]):
        return end <= len(folded)
    if not senses or senses[0].kind is not EntityKind.PRODUCT:
        return False
    if folded[end - 1].isdigit():
        return folded[end] == "s" and not _is_latin(folded[end + 1 : end + 2])
    return folded[end].isdigit()


def _splits_word(folded: str, start: int, end: int, senses: tuple[Sense, ...]) -> bool:
    """Whether a short name is only part of other words: 高通 in 提高通行, 海地 in 沿海地区."""
    if end - start > 2 or not senses or folded[start:end].isascii():
        return False
    import rjieba

    first = max(0, start - 3)
    position, before, after = first, False, False
    for word in rjieba.cut(folded[first : end + 3], False):
        begins, position = position, position + len(word)
        if begins < start and end < position:
            return True
        before |= begins < start < position < end
        after |= start < begins < end < position
    # On one side alone the dictionary may be wrong: 对华|为 is 对|华为.
    return before and after


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _resolve(
    text: str, folded: str, start: int, end: int, senses: tuple[Sense, ...], settled: set[str]
) -> Mention | None:
    """The mention of a known name; None where the words around it speak of something else."""
    if text[end : end + 1] == "$":
        return None  # US$, HK$, NT$: money
    name, alias = text[start:end], folded[start:end]
    reach = _NEAR_HAN if has_han(name) else _NEAR_LATIN
    before, after = folded[max(0, start - reach) : start], folded[end : end + reach]
    certain, likely, possible = [], [], []
    for sense in senses:
        if sense.part and not has_han(name) and stands_in_longer(text, start, end):
            continue
        if sense.key in TOWNS and not has_han(name) and names_its_bearer(text, end):
            continue
        if sense.against and _any_of(sense.against).search(before + alias + after):
            continue
        if sense.written is None:
            certain.append(sense)
        elif sense.key in settled or (sense.near and _any_of(sense.near).search(f"{before}\n{after}")):
            likely.append(sense)
        elif not has_han(name) and name not in (sense.written, sense.written.upper()):
            continue
        elif sense.near and (has_han(name) or (not name.isupper() and opens_sentence(text, start))):
            possible.append(sense)
        else:
            certain.append(sense)
    chosen = certain or likely or possible
    if not chosen:
        return None
    doubtful = len(chosen) == 1 and (chosen is possible or chosen[0].part)
    keys = tuple(dict.fromkeys([*(sense.key for sense in chosen), *([alias] if doubtful else [])]))
    candidates = keys if len(keys) > 1 else ()
    return Mention(start, end, name, chosen[0].key, chosen[0].kind, candidates)


def _with_trade(text: str, mention: Mention) -> Mention:
    """Veridane Semiconductor, where only Veridane was said to be the firm's name."""
    end = trade_after(text, mention.end)
    return replace(mention, end=end, text=text[mention.start : end]) if end > mention.end else mention


@lru_cache(maxsize=512)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    whole = (rf"(?<![a-z\d]){re.escape(word)}(?![a-z\d])" if word.isascii() else word for word in words)
    return re.compile("|".join(whole))


def _model(text: str, folded: str, family: Mention) -> Mention | None:
    """910C in 昇騰910C: a name of its own, under the family's key and the number."""
    if family.kind is not EntityKind.PRODUCT or folded[family.end - 1].isdigit():
        return None
    match = _MODEL.match(folded, family.end)
    if match is None:
        return None
    start, end = match.span("code")
    if text[end : end + 1] in (",", ".") and text[end + 1 : end + 2].isdigit():
        return None  # 1,000 and 2.5; a full-width comma parts two numbers
    return Mention(start, end, text[start:end], f"{family.key} {match['code']}", EntityKind.PRODUCT)
