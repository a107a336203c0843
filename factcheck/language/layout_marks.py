"""Marks of the layout inside running text: footnote marks, labels and datelines in front."""

from __future__ import annotations

from factcheck.language.folding import fold
from factcheck.language.patterns import lazy_pattern

_MARK = lazy_pattern(
    r"\[(\d{1,3})\]|(?<![\d.])(\d{1,3})(?=\s|$)|(?<!\d)[¹²³⁰⁴-⁹]+|(?<=\w)[①-⑳](?=[，,。.；;）)\s]|$)"
)
_LABEL = lazy_pattern(
    r"\s*[(（【\[]?(?:导语|导读|摘要|编者按|核心提示|按语|前言|要点|提要|summary|abstract|key points?"
    r"|editor's note|tl;dr)"
    r"[)）】\]]?\s*[:：|]\s*"
)
_DATELINE = lazy_pattern(
    r"(?:[A-Z][A-Z .,/'’-]{2,40}|[A-Z][\w .,'’-]{2,40})(?:\([A-Z][\w /]{1,24}\)\s*[—–-]+|(?<=[A-Z]{2} "
    r")[—–-]+|(?<=[A-Z]{2})\s*[—–]+)\s+"
    r"|[(（【\[][^)）】\]\n]{2,30}(?:电|電|讯|訊|报道|報導|報道|综合|綜合)[)）】\]]\s*"
    r"|(?:本报|本報|新华社|新華社|中新社|路透社?|法新社|美联社|美聯社|中央社)[^,，。：:\n]{0,16}(?:电"
    r"|電|讯|訊)[\s\u3000]+"
)


def footnote_marks(text: str) -> list[tuple[int, int]]:
    """Offsets of footnote marks: [n], superscripts, and bare numbers after a stop that count up from 1."""
    marks: list[tuple[int, int]] = []
    last = 0
    for match in _MARK.finditer(text):
        bare = match.group(2)
        if bare is None:
            marks.append(match.span())
        elif int(bare) == last + 1 and _follows_stop(text, match.start()):
            marks.append(match.span())
            last += 1
    return marks


def _follows_stop(text: str, position: int) -> bool:
    """Whether the character before `position` ends a sentence on the same line."""
    return position > 0 and text[position - 1] in '。.！!？?”」』"'


def lead_label(text: str, start: int, end: int) -> int:
    """Where the statement begins behind a label (導語：) or a dateline (LONDON —); else `start`."""
    match = _LABEL.match(fold(text[start:end])) or _DATELINE.match(text[start:end])
    return start + match.end() if match and start + match.end() < end else start
