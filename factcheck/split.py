"""The step that cuts a source into passages: sentences, each with the one before as context."""

from __future__ import annotations

from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import detect_language
from factcheck.language.sentences import Span, split_sentences
from factcheck.language.structure import Line, LineKind, is_boilerplate, read_lines
from factcheck.model import Document, Language, Passage, span_id

_CONTEXT = 240
"""Code points of the sentence before that are kept with a passage."""
_SHORTEST = 4
"""A sentence of fewer letters and digits says nothing that could be evidence."""
_LETTERS = lazy_pattern(rf"(?:[\W_]*[^\W_]){{{_SHORTEST}}}")


def split(document: Document) -> list[Passage]:
    """Passages of a document in order; `passage.text == document.text[start:end]`.

    Footnote marks, rules, headings and boilerplate lines are left out: nothing in them is evidence.
    """
    text = document.text
    spans = [span for span in _sentences(document) if _says_something(span.of(text))]
    return [_passage(document, spans, position) for position in range(len(spans))]


def _sentences(document: Document) -> list[Span]:
    """Sentences without the list's mark that a line begins with, and without headings.

    A heading only names what the sentences under it tell; it stays where there is nothing else.
    """
    text = document.text
    lines = {line.outer_start: line for line in read_lines(text)}
    found: list[tuple[Span, bool]] = []
    for span in split_sentences(text):
        line = lines.get(span.start)
        start = line.start if line and line.start < span.end else span.start
        heading = (
            line is not None and line.kind is LineKind.HEADING and _stands_apart(text, line, document.title)
        )
        found.append((Span(start, span.end), heading))
    sentences = [span for span, heading in found if not heading]
    return sentences or [span for span, _ in found]


def _stands_apart(text: str, line: Line, title: str | None) -> bool:
    """Whether a line that looks like a heading surely is one, and no wrapped or unstopped statement.

    Marked as one, the document's title, or without a figure between blank lines.
    """
    words = text[line.start : line.end]
    if text[line.outer_start] == "#" or (title is not None and words == title.strip()):
        return True
    first, last = line.outer_start, line.end
    above = not first or text[max(0, first - 2) : first] == "\n\n"
    below = text[last : last + 2] in ("", "\n", "\n\n")
    return above and below and not any(character.isdigit() for character in words)


def _says_something(sentence: str) -> bool:
    return _LETTERS.match(sentence) is not None and not is_boilerplate(sentence)


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
    """The sentence before: what a reader of the sentence has in mind. The title may be edited later."""
    return spans[position - 1].of(document.text)[:_CONTEXT] if position else ""
