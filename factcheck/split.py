"""The step that cuts a source into passages: sentences, with title and neighbours as context."""

from __future__ import annotations

from factcheck.language.scripts import detect_language
from factcheck.language.sentences import Span, split_sentences
from factcheck.language.structure import LineKind, is_boilerplate, read_lines
from factcheck.model import Document, Language, Passage, span_id

_CONTEXT = 240
"""Code points of title and neighbours kept with a passage."""
_SHORTEST = 4
"""A sentence of fewer letters and digits says nothing that could be evidence."""


def split(document: Document) -> list[Passage]:
    """Passages of a document in order; `passage.text == document.text[start:end]`.

    Footnote marks, rules, headings and boilerplate lines are left out: nothing in them is evidence.
    """
    text = document.text
    spans = [span for span in _unmarked(text) if _says_something(span.of(text))]
    return [_passage(document, spans, position) for position in range(len(spans))]


def _unmarked(text: str) -> list[Span]:
    """Sentences without the list's mark that a line begins with, and without headings.

    A heading only names what the sentences under it tell; it stays where there is nothing else.
    """
    lines = {line.marked: line for line in read_lines(text)}
    found: list[tuple[Span, bool]] = []
    for span in split_sentences(text):
        line = lines.get(span.start)
        start = line.start if line and line.start < span.end else span.start
        found.append((Span(start, span.end), line is not None and line.kind is LineKind.HEADING))
    sentences = [span for span, heading in found if not heading]
    return sentences or [span for span, _ in found]


def _says_something(sentence: str) -> bool:
    letters = sum(character.isalnum() for character in sentence)
    return letters >= _SHORTEST and not is_boilerplate(sentence)


def _passage(document: Document, spans: list[Span], position: int) -> Passage:
    span = spans[position]
    text = span.of(document.text)
    language = detect_language(text)
    return Passage(
        id=span_id(document.id, span.start, span.end),
        document_id=document.id,
        start=span.start,
        end=span.end,
        text=text,
        context=_context(document, spans, position),
        language=document.language if language is Language.UND else language,
    )


def _context(document: Document, spans: list[Span], position: int) -> str:
    """Title and the sentence before: what a reader of the sentence has in mind."""
    parts = [document.title or ""]
    if position:
        parts.append(spans[position - 1].of(document.text))
    return "\n".join(part for part in parts if part)[:_CONTEXT]
