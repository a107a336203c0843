"""The sentences of an article's prose: without furniture, footnote marks and labels in front."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.language.layout_marks import footnote_marks, lead_label
from factcheck.language.sentences import Span, split_sentences
from factcheck.language.structure import LineKind, is_boilerplate, read_lines
from factcheck.model import Document


@dataclass(frozen=True, slots=True)
class Marks:
    """Footnote marks by the offsets at which they begin and end."""

    starts: dict[int, int]
    ends: dict[int, int]

    @classmethod
    def of(cls, text: str) -> Marks:
        found = footnote_marks(text)
        return cls(dict(found), {stop: begin for begin, stop in found})


@dataclass(frozen=True, slots=True)
class ProseSentence:
    span: Span
    line: int


def prose_sentences(document: Document, marks: Marks) -> list[ProseSentence]:
    """Sentences of the prose lines, without footnote marks, labels and boilerplate."""
    text = document.text
    found: list[ProseSentence] = []
    for number, line in enumerate(read_lines(text, document.title)):
        if line.kind is not LineKind.PROSE:
            continue
        for span in split_sentences(text[line.start : line.end]):
            start, end = span.start + line.start, span.end + line.start
            start, end = without_marks(text, start, end, marks)
            start = lead_label(text, start, end)
            whole = span.start == 0 and span.end == line.end - line.start
            if (
                start < end
                and re.search(r"\w", text[start:end])
                and (whole or not is_boilerplate(text[start:end]))
            ):
                found.append(ProseSentence(Span(start, end), number))
    return found


def without_marks(text: str, start: int, end: int, marks: Marks) -> tuple[int, int]:
    """[start, end) without footnote marks and blanks at its ends."""
    changed = True
    while changed and start < end:
        changed = False
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start in marks.starts:
            start, changed = marks.starts[start], True
        elif end in marks.ends and marks.ends[end] >= start:
            end, changed = marks.ends[end], True
    return start, max(start, end)
