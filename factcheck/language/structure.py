"""Which lines and sentences of an article are running prose, and which are furniture around it.

Headings, captions, bylines, references and boilerplate say nothing that is to be checked; list
markers and footnote marks belong to the layout, not to the sentence behind them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from factcheck.language.boilerplate import is_about_publication
from factcheck.language.folding import fold
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import has_han


class LineKind(StrEnum):
    """What a line of an article is."""

    PROSE = "prose"
    HEADING = "heading"
    CAPTION = "caption"
    BYLINE = "byline"
    REFERENCE = "reference"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Line:
    """A line at code points [start, end), without blanks around it and without its list marker."""

    start: int
    end: int
    kind: LineKind
    outer_start: int
    """Where the line begins with its marker; `start` where it has none."""


_MARKER = lazy_pattern(
    r"(?:[-*•·▪●◆■▶►➤]\s+|[•▪●◆■▶►➤]|#{1,6}\s+|>\s+|[(（]?\d{1,2}[)）]\s*|\d{1,2}[.、]\s*(?=\D)|[①-⑳]\s*"
    r"|[(（]?[一二三四五六七八九十]{1,3}[)）、]\s*)"
)
_BULLET = lazy_pattern(r"[-*•·▪●◆■▶►➤]|[(（]?\d{1,2}[)）.、]")
_NUMBERED_HEADING = lazy_pattern(
    r"#{1,6}\s|[(（]?[一二三四五六七八九十]{1,3}[)）、]|第[一二三四五六七八九十\d]+[章节部]\b"
)
_ENDS_PROSE = lazy_pattern(r"[。！!.…;；：:][”’\"'」』）)】]*(?:\[?\d{1,3}\]?|[¹²³⁰⁴-⁹]+)?$")
_CAPTION = lazy_pattern(
    r"^[▲▼△▽]|^[(（](?:资料照|示意图|图)[^)）]*[)）]$"
    r"|^(?:[(（\[【]?(?:上图|下图|左图|右图|图片|配图|图表|图源|图为|图[一二三四五六七八九十\d]+|图\s*[:"
    r"|/])|资料图|截图)"
    r"|^(?:photo|image|figure|fig\.|chart|source|credit|illustration|screenshot)\b\s*\d*\s*(?:[:.|]"
    r"|by\b|courtesy)"
    r"|[,。(（ ]图源\s*:|(?:getty images|afp via getty|reuters/[a-z]+ [a-z]+|截图|资料图片?|供图"
    r"|摄影?)[)）]?$"
)
_CAPTION_LABEL = lazy_pattern(r"^(?:图片|图|配图|image|photo|picture|figure)$")
_BYLINE = lazy_pattern(
    r"^[(\[]?(?:作者|文|编辑|责任?编辑?|责编|排版|校对|记者|通讯员|来源|发布时间|更新时间|日期|撰文|翻译|审核"
    r"|监制|策划)"
    r"\s*[:|丨/／]|^(?:by|written by|edited by|reporting by|editing "
    r"by)\s+[a-z]+[ a-z.,;-]{2,60}$"
    r"|^(?:本文)?作者[系为是]|^[a-z.]+ [a-z.-]+ (?:is|was) (?:an? |the )?(?:[\w’'-]+ ){0,4}"
    r"(?:reporter|correspondent|columnist|editor|journalist|writer)\b"
    r"|^(?:published|updated|posted|last updated|last modified)\b\s*(?:on|at|:)?\s*[a-z]*\.?,?\s*\d"
    r"|^\W*(?:\d{1,4}[-/.年]\s*\d{1,2}[-/.月]\s*\d{1,4}日?|(?:[a-z]+ )?\d{1,2}(?:,| [a-z]+,?) \d{4}"
    r"|[a-z]{3,9} \d{1,2}, \d{4})"
    r"(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?\W*$"
)
_CREDITS = lazy_pattern(r"(?:编辑|排版)\s*[|丨]")
"""Stands anywhere in a byline; what `_BYLINE` knows, at its beginning."""
_REFERENCES = lazy_pattern(
    r"^(?:参考(?:资料|文献|来源)|资料来源|注释|脚注|延伸阅读|相关(?:文章|阅读|报道|链接)|references?"
    r"|bibliography|notes"
    r"|footnotes|sources|further reading|related(?: articles| stories| reading)?)\s*:?$"
)
_REFERENCE = lazy_pattern(
    r"^(?:\[\d{1,3}\]|\d{1,3}[.)、]?\s|[¹²³]).*(?:https?://|www\.|《[^》]+》|\bdoi\b|\d{4}年?\W*$)"
    r"|^https?://\S+$"
    r"|^(?:(?:延伸|相关|推荐|更多)(?:阅读|新闻|报道)|另见|read also|related|see also|read next)\s*[:|]"
)
_CALL = lazy_pattern(
    r"^(?:让我们|请(?!求)|快来|别忘了?|欢迎[^,。]{0,14}(?:关注|留言|订阅|点赞|转发|加入|报名|参加|投稿|来信|光临)|不妨|赶快"
    r"|(?:立[即刻]|马上|现在就)?(?:捐款|捐助|订阅|下载(?![量率次])|扫码|点击(?![量率])|报名(?!人))|拭目以待"
    r"|(?:立[即刻]|马上|现在就)(?:加入|注册|购买|行动|登记|申请))"
    r"|^(?:let's|let us|don't (?:miss|forget)|please|stay tuned|join us|tell us|find out|check out"
    r"|learn more|share your|act now|donate(?! to)|write to (?:us|your|the)|call (?:us|your)"
    r"|contact (?:us|your)|sign (?:our|the petition|up)|register (?:now|here|today|by|before|for)"
    r"|book (?:now|your)|visit (?:us|our)|download (?:the|our|now)"
    r"|support (?:us|our)|help us|email us|buy (?:now|your)|subscribe)\b"
)
_LONGEST_HEADING = 60
"""Code points (Chinese) after which a line without a full stop is prose with a missing stop."""
_LONGEST_ENGLISH_HEADING = 110


def read_lines(text: str, title: str | None = None) -> list[Line]:
    """Every line of `text` that is not blank, with its kind, in order.

    `title`, where known, marks the line that repeats it. A text in which no line ends like prose
    (one typed sentence, a post without full stops) is all prose but for its clear furniture.
    """
    spans = [(m.start(), m.end()) for m in re.finditer(r"[^\s][^\n]*", text)]
    spans = [(start, start + len(text[start:end].rstrip())) for start, end in spans]
    punctuated = any(_ENDS_PROSE.search(text[start:end]) for start, end in spans)
    lines: list[Line] = []
    in_references = after_caption_label = False
    for start, end in spans:
        words = fold(text[start:end])
        if _REFERENCES.match(words):
            in_references = True
        kind = _kind(words, punctuated, in_references)
        if title and words == fold(title.strip()):
            kind = LineKind.HEADING
        if after_caption_label and kind is LineKind.HEADING:
            kind = LineKind.CAPTION
        after_caption_label = _CAPTION_LABEL.match(words) is not None
        marker = _MARKER.match(text, start, end)
        body = marker.end() if marker and marker.end() < end else start
        lines.append(Line(body, end, kind, start))
    return lines


def _kind(words: str, punctuated: bool, in_references: bool) -> LineKind:
    """The kind of one folded line."""
    if _REFERENCES.match(words) or _REFERENCE.match(words):
        return LineKind.REFERENCE
    if is_about_publication(words):
        return LineKind.BOILERPLATE
    stopped = _ENDS_PROSE.search(words) is not None
    if len(words) < 120 and (_BYLINE.match(words) or _CREDITS.search(words)):
        return LineKind.BYLINE
    if len(words) < 160 and not re.search(r"[。.!][^.。]*[。.]", words) and _CAPTION.search(words):
        return LineKind.CAPTION
    if in_references and not stopped:
        return LineKind.REFERENCE
    if _is_heading(words, stopped, punctuated):
        return LineKind.HEADING
    return LineKind.PROSE


def _is_heading(words: str, stopped: bool, punctuated: bool) -> bool:
    """Whether a line is short and does not end like prose."""
    if words.endswith(":") and len(words) <= 24 and not re.search(r"\d", words):
        return True
    longest = _LONGEST_HEADING if has_han(words) else _LONGEST_ENGLISH_HEADING
    if stopped or len(words) > longest:
        return False
    if re.search(r"[。!]|[a-z]\. ", words):
        return False
    if _NUMBERED_HEADING.match(words) or words.startswith("#"):
        return True
    if _BULLET.match(words):
        # A list item often has no full stop; with a figure in it, it is a statement.
        return re.search(r"\d", _BULLET.sub("", words, count=1)) is None
    return punctuated or words.endswith(("?", ":"))


def is_boilerplate(text: str) -> bool:
    """Whether a line or sentence is about the publication itself: rights, disclaimers, subscriptions."""
    return is_about_publication(fold(text))


def is_call_to_action(text: str) -> bool:
    """Whether a sentence asks its reader to do something."""
    return _CALL.match(fold(text).lstrip('“"「 ')) is not None


def is_question(text: str) -> bool:
    """Whether a sentence or clause asks, rhetorically or not; one inside a quotation is only reported."""
    bare = text.rstrip().rstrip("”’\"'」』）) ")
    closed_inside = bare != text.rstrip() and not text.lstrip().startswith(("“", '"', "「", "『", "‘"))
    return bare.endswith(("?", "？")) and not closed_inside
