"""The step from an article to its claims: spans, standalone wording, kind, attribution, check-worthiness."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from factcheck.language.attribution import Attribution, find_attribution, mentions_speech
from factcheck.language.clauses import split_clauses, trim
from factcheck.language.folding import fold
from factcheck.language.ignorable import bare, bare_with_places
from factcheck.language.modality import CueKind, find_modality
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import detect_language, has_han, script_counts
from factcheck.language.sentences import Span, split_sentences
from factcheck.language.statements import classify, read_signals, structural_worthiness
from factcheck.language.structure import LineKind, footnote_marks, is_boilerplate, lead_label, read_lines
from factcheck.language.subjects import Subject, as_subject, find_subject, stand_alone
from factcheck.model import Claim, ClaimKind, Document, Language, span_id

Scorer = Callable[[Sequence[str]], Sequence[float]]
"""Texts -> check-worthiness of each, in [0, 1]."""

_LONGEST_CONTEXT = 400
"""Code points of title and neighbouring sentences kept with a claim."""
_LEARNED_SHARE = 0.6
"""Weight of a learned scorer beside the structural signals."""
_PRONOUN = lazy_pattern(r"^(?:他|她|它|其|该[公机])|^(?:he|she|it|they)$")
_QUOTED = lazy_pattern(r"^[“「\"『].+[”」\"』]$")
_RELATIVE_YEAR = lazy_pattern(
    r"(去年|今年|前年|明年)(?=(?:[1-9]|1[0-2])月|\d|第?[一二三四]季|上半年|下半年|年?[初中底末]|全年)"
)
_YEAR_SHIFT = {"前年": -2, "去年": -1, "今年": 0, "明年": 1}


@dataclass(slots=True)
class _Memory:
    """What earlier clauses leave for later ones: subject, speaker, condition."""

    subject: Subject | None = None
    person: Subject | None = None
    speaker: str | None = None
    """Of the running sentence."""
    condition: str | None = None
    """An opening 若... of the running sentence, with its comma."""
    names: set[str] = field(default_factory=set)


def extract(document: Document, *, scorer: Scorer | None = None) -> list[Claim]:
    """Every statement of `document`'s prose, in order of position.

    Opinions and questions are returned too, by kind; headings, captions, bylines, references and
    boilerplate are not. `claim.quote == document.text[claim.start:claim.end]`.
    """
    if bare(document.text) == document.text:
        return _extracted(document, scorer)
    # A zero-width space inside a figure or a name must not hide it: read without, quoted with.
    text, places = bare_with_places(document.text)
    claims = _extracted(replace(document, text=text), scorer)
    return [_as_written(claim, document, places) for claim in claims]


def _as_written(claim: Claim, document: Document, places: Sequence[int]) -> Claim:
    """The claim with the document's own words and offsets, `places` being those of the text that was read."""
    start, end = places[claim.start], places[claim.end - 1] + 1
    return replace(
        claim,
        id=span_id(document.id, start, end, claim.text),
        document_id=document.id,
        quote=document.text[start:end],
        start=start,
        end=end,
    )


def _extracted(document: Document, scorer: Scorer | None) -> list[Claim]:
    sentences = _sentences(document)
    claims: list[Claim] = []
    for index, sentence in enumerate(sentences):
        if index == 0 or sentence.line != sentences[index - 1].line:
            memory = _Memory()
        memory.speaker = memory.condition = None
        context = _context(document, sentences, index)
        claims += _claims_of(document, sentence.span, memory, context)
    return _with_scores(claims, scorer)


def typed_claim(text: str, *, scorer: Scorer | None = None, published: date | None = None) -> Claim:
    """One typed claim: the quote is `text`, offsets 0 to its length, no document.

    `published` is the day that relative dates are counted from, where known.
    """
    words = bare(text)
    core = trim(words, 0, len(words)).of(words) or text
    attribution = find_attribution(core)
    claim = _claim(core, Span(0, len(text)), text, core, attribution.text if attribution else None)
    wording = _with_dates(words.strip(), published)
    # A claim that somebody types is to be checked, whatever it looks like.
    kind = claim.kind if claim.kind.is_checkable else ClaimKind.FACTUAL
    claim = replace(claim, id=span_id("", 0, len(text), wording), text=wording, kind=kind)
    return _with_scores([claim], scorer)[0]


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    line: int


def _sentences(document: Document) -> list[_Sentence]:
    """Sentences of the prose lines, without footnote marks, labels and boilerplate."""
    text = document.text
    marks = dict(footnote_marks(text))
    found: list[_Sentence] = []
    for number, line in enumerate(read_lines(text, document.title)):
        if line.kind is not LineKind.PROSE:
            continue
        for span in split_sentences(text[line.start : line.end]):
            start, end = span.start + line.start, span.end + line.start
            start, end = _without_marks(text, start, end, marks)
            start = lead_label(text, start, end)
            if start < end and re.search(r"\w", text[start:end]) and not is_boilerplate(text[start:end]):
                found.append(_Sentence(Span(start, end), number))
    return found


def _without_marks(text: str, start: int, end: int, marks: dict[int, int]) -> tuple[int, int]:
    """[start, end) without footnote marks and blanks at its ends."""
    ends = {stop: begin for begin, stop in marks.items()}
    changed = True
    while changed and start < end:
        changed = False
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start in marks:
            start, changed = marks[start], True
        elif end in ends and ends[end] >= start:
            end, changed = ends[end], True
    return start, max(start, end)


def _claims_of(document: Document, sentence: Span, memory: _Memory, context: str) -> list[Claim]:
    """The claims of one sentence; `memory` is read and brought up to date."""
    words = sentence.of(document.text)
    claims: list[Claim] = []
    asked = words.rstrip('”’"」』）) ').endswith(("?", "？"))
    for number, clause in enumerate(split_clauses(words)):
        quote = clause.of(words)
        if len(re.findall(r"[^\W\d_]", quote)) < 2:
            continue
        span = Span(sentence.start + clause.start, sentence.start + clause.end)
        own = find_attribution(quote)
        if own is None and mentions_speech(quote):
            memory.speaker = None
        said_by = _speaker(own, memory)
        wording = _wording(quote, memory, document.published, later=number > 0)
        claim = _claim(quote, span, document.text, wording, said_by, inherited=own is None)
        if asked and clause.end >= len(words.rstrip('?？”」』" ')):
            claim = replace(claim, kind=ClaimKind.QUESTION)
        language = _language(quote, document.language)
        key = span_id(document.id, span.start, span.end, wording)
        claims.append(replace(claim, id=key, document_id=document.id, language=language, context=context))
        _remember(quote, memory)
    return claims


def _language(quote: str, of_document: Language) -> Language:
    """The quote's own; the document's where the quote is too short to tell, or to tell the script."""
    found = detect_language(quote)
    if found is Language.UND:
        return of_document
    if found is Language.ZH and of_document in (Language.HANT, Language.HANS):
        traditional, simplified = script_counts(quote)
        agrees = traditional >= simplified if of_document is Language.HANT else simplified >= traditional
        return of_document if agrees else found
    return found


def _claim(
    quote: str, span: Span, text: str, wording: str, said_by: str | None, *, inherited: bool = False
) -> Claim:
    """A claim from its parts, scored by its form alone; what is carried over into its wording counts."""
    signals = read_signals(wording)
    kind = classify(quote, signals, attributed=said_by is not None, inherited=inherited)
    return Claim(
        id="",
        document_id=None,
        text=wording,
        quote=text[span.start : span.end],
        start=span.start,
        end=span.end,
        language=detect_language(quote),
        kind=kind,
        attribution=said_by,
        check_worthiness=structural_worthiness(signals, kind, attributed=said_by is not None),
    )


def _speaker(attribution: Attribution | None, memory: _Memory) -> str | None:
    """Who says the clause: named in it, else earlier in the sentence; a pronoun by its antecedent."""
    if attribution is None:
        return memory.speaker
    memory.speaker = _resolved(attribution, memory)
    return memory.speaker


def _resolved(attribution: Attribution, memory: _Memory) -> str:
    """The speaker's words, or those of the person that a pronoun stands for where that is safe."""
    words = attribution.text
    if _PRONOUN.match(words.lower()) and memory.person is not None:
        return memory.person.text
    innermost = as_subject(attribution.speakers[0])
    if innermost is not None:
        memory.person = innermost
    return words


def _wording(quote: str, memory: _Memory, published: date | None, *, later: bool) -> str:
    """The clause as it reads on its own."""
    person_first = re.match(r"[他她]|(?:He|She|His|Her)\b", quote) is not None
    carried = memory.person if person_first else memory.subject
    wording = stand_alone(quote, carried, elided=later)
    if (
        later
        and memory.condition
        and _has_cue(quote, CueKind.FORECAST)
        and not wording.startswith(memory.condition)
    ):
        wording = memory.condition + wording
    return _with_dates(wording, published)


def _has_cue(text: str, kind: CueKind) -> bool:
    """Whether a cue of `kind` stands in `text`."""
    return any(cue.kind is kind for cue in find_modality(text))


def _remember(quote: str, memory: _Memory) -> None:
    """Keep the subject of the clause, and the condition that it opens with, for what follows."""
    span = find_subject(quote)
    subject = as_subject(span.of(quote)) if span else None
    if subject is not None:
        memory.subject = subject
        if subject.is_person:
            memory.person = subject
    condition = (
        re.match(r"(?:如果|若(?!干)|一旦|倘若|假如)[^,，。;；]{2,40}[,，]", fold(quote).replace(",", ","))
        if has_han(quote)
        else None
    )
    if condition:
        memory.condition = quote[: condition.end()]


def _with_dates(text: str, published: date | None) -> str:
    """Relative years that stand before a month or season, made absolute: 去年10月 -> 2024年10月."""
    if published is None:
        return text
    match = _RELATIVE_YEAR.search(text)
    while match:
        year = f"{published.year + _YEAR_SHIFT[match.group(1)]}年"
        text = text[: match.start()] + year + text[match.end() :]
        match = _RELATIVE_YEAR.search(text, match.start() + len(year))
    return text


def _context(document: Document, sentences: list[_Sentence], index: int) -> str:
    """Title and neighbouring sentences, at most 400 code points; the sentence itself is always in it."""
    here = sentences[index].span.of(document.text)
    before = sentences[index - 1].span.of(document.text) if index else ""
    after = sentences[index + 1].span.of(document.text) if index + 1 < len(sentences) else ""
    parts = [part for part in (document.title or "", before, here, after) if part]
    while len(parts) > 1 and len(" ".join(parts)) > _LONGEST_CONTEXT:
        parts.remove(max((part for part in parts if part != here), key=len, default=parts[0]))
    return " ".join(parts)[:_LONGEST_CONTEXT]


def _with_scores(claims: list[Claim], scorer: Scorer | None) -> list[Claim]:
    """Structural check-worthiness, combined with the learned one where there is a scorer."""
    if scorer is None or not claims:
        return claims
    learned = scorer([claim.text for claim in claims])
    scored: list[Claim] = []
    for claim, score in zip(claims, learned, strict=True):
        share = _LEARNED_SHARE if claim.kind.is_checkable else _LEARNED_SHARE / 2
        mixed = share * min(1.0, max(0.0, float(score))) + (1 - share) * claim.check_worthiness
        scored.append(replace(claim, check_worthiness=round(mixed, 4)))
    return scored
