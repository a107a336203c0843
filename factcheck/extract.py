"""The step from an article to its claims: spans, standalone wording, kind, attribution, check-worthiness."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from factcheck.errors import UsageError
from factcheck.language.attribution import find_attribution, mentions_speech, starts_with_speech
from factcheck.language.clauses import split_clauses, trim
from factcheck.language.english_subjects import relative_alone
from factcheck.language.folding import fold
from factcheck.language.ignorable import bare, bare_with_places
from factcheck.language.modality import CueKind, find_modality
from factcheck.language.patterns import lazy_pattern
from factcheck.language.prose_sentences import Marks, ProseSentence, prose_sentences, without_marks
from factcheck.language.relative_dates import absolute_dates, other_year
from factcheck.language.scripts import detect_language, has_han, script_counts
from factcheck.language.sentences import Span
from factcheck.language.speakers import Attribution
from factcheck.language.statements import classify, read_signals, structural_worthiness
from factcheck.language.structure import (
    is_call_to_action,
)
from factcheck.language.subjects import (
    Subject,
    as_subject,
    find_subject,
    local_subject,
    names_somebody_else,
    stand_alone,
)
from factcheck.model import Claim, ClaimKind, Document, Language, span_id

Scorer = Callable[[Sequence[str]], Sequence[float]]
"""Texts -> check-worthiness of each, in [0, 1]."""

LONGEST_TYPED = 20_000
"""Code points of the longest typed claim, as of the longest one that is imported."""
_LONGEST_CONTEXT = 400
"""Code points of title and neighbouring sentences kept with a claim."""
_LEARNED_SHARE = 0.6
"""Weight of a learned scorer beside the structural signals."""
_THING_FIRST = lazy_pattern(r"[它其](?![们中他余])|[Ii]ts?\b")
_PRONOUN = lazy_pattern(r"^(?:他|她|它|其|该[公机])|^(?:he|she|it|they)$")
_POSSESSIVE_FIRST = lazy_pattern(r"(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s")
_REFERRING_FIRST = lazy_pattern(r"(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\b")
_PERSON_FIRST = lazy_pattern(r"[他她](?![们人])|(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
_QUOTED = lazy_pattern(r"^[“「\"『].+[”」\"』]$")


@dataclass(slots=True)
class _Memory:
    """What earlier clauses leave for later ones: subject, speaker, condition."""

    subject: Subject | None = None
    local: Subject | None = None
    """Of the running sentence, where it need not be a name ("the hospital")."""
    owner: Subject | None = None
    """Whose thing `local` is, where the clause before began with its: the one that "it" means next."""
    person: Subject | None = None
    sure: bool = True
    """Whether he or she can only be `person`."""
    before: str = ""
    """The clause before in the running sentence."""
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
    marks = Marks.of(document.text)
    sentences = prose_sentences(document, marks)
    claims: list[Claim] = []
    for index, sentence in enumerate(sentences):
        if index == 0 or sentence.line != sentences[index - 1].line:
            memory = _Memory()
        memory.speaker = memory.condition = memory.local = None
        memory.before = ""
        context = _context(document, sentences, index)
        claims += _claims_of(document, sentence.span, memory, context, marks)
    return _with_scores(claims, scorer)


def typed_text(text: str) -> str:
    """What somebody typed, lone surrogates replaced; UsageError for more than `LONGEST_TYPED` code points."""
    if len(text) > LONGEST_TYPED:
        raise UsageError(
            f"Wanted a statement of at most {LONGEST_TYPED:,} characters, found {len(text):,};"
            " put a longer text into a file and check that."
        )
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def typed_claim(text: str, *, scorer: Scorer | None = None, published: date | None = None) -> Claim:
    """One typed claim: the quote is `text`, offsets 0 to its length, no document.

    `published` is the day that relative dates are counted from, where known. UsageError as `typed_text`.
    """
    text = typed_text(text)
    words = bare(text)
    core = trim(words, 0, len(words)).of(words) or text
    attribution = find_attribution(core)
    said_by = attribution.text if attribution else None
    claim = _claim(core, Span(0, len(text)), text, core, said_by, detect_language(core))
    wording = absolute_dates(words.strip(), published)
    # A claim that somebody types is to be checked, whatever it looks like.
    kind = claim.kind if claim.kind.is_checkable else ClaimKind.FACTUAL
    claim = replace(claim, id=span_id("", 0, len(text), wording), text=wording, kind=kind)
    return _with_scores([claim], scorer)[0]


def _claims_of(
    document: Document, sentence: Span, memory: _Memory, context: str, marks: Marks
) -> list[Claim]:
    """The claims of one sentence; `memory` is read and brought up to date."""
    words = sentence.of(document.text)
    claims: list[Claim] = []
    elsewhere = other_year(words, document.published)
    calling = is_call_to_action(words)
    asked = words.rstrip('”’"」』）) ').endswith(("?", "？"))
    for number, clause in enumerate(split_clauses(words)):
        start, end = without_marks(
            document.text, sentence.start + clause.start, sentence.start + clause.end, marks
        )
        span = Span(start, end)
        quote = span.of(document.text)
        if len(re.findall(r"[^\W\d_]", quote)) < 2:
            continue
        said_by, inherited = _speaker(quote, memory, later=number > 0)
        wording = _wording(quote, memory, later=number > 0)
        language = _language(quote, document.language)
        claim = _claim(quote, span, document.text, wording, said_by, language, inherited=inherited)
        if elsewhere is None or clause.start <= elsewhere:
            wording = absolute_dates(wording, document.published)
        if asked and clause.end >= len(words.rstrip('?？”」』" ')):
            claim = replace(claim, kind=ClaimKind.QUESTION)
        elif calling:
            claim = replace(claim, kind=ClaimKind.OPINION)
        key = span_id(document.id, span.start, span.end, wording)
        claims.append(replace(claim, id=key, text=wording, document_id=document.id, context=context))
        _remember(quote, wording, memory)
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
    quote: str,
    span: Span,
    text: str,
    wording: str,
    said_by: str | None,
    language: Language,
    *,
    inherited: bool = False,
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
        language=language,
        kind=kind,
        attribution=said_by,
        check_worthiness=structural_worthiness(signals, kind, attributed=said_by is not None),
    )


def _speaker(quote: str, memory: _Memory, *, later: bool) -> tuple[str | None, bool]:
    """Who says the clause, and whether that stands in an earlier clause of the sentence only.

    Named in the clause; else the subject of the clause before where this one begins with a verb of
    speech (..., 並強調); else whoever was named earlier. A pronoun is read as its antecedent.
    """
    attribution = find_attribution(quote)
    if attribution is not None:
        said_by = _resolved(attribution, memory)
        # 由《晨報》披露 says where it comes from; what follows is the article's own again.
        memory.speaker = None if attribution.passive else said_by
        return said_by, False
    if later and memory.local is not None and starts_with_speech(quote):
        memory.speaker = memory.local.text
        return memory.speaker, False
    if mentions_speech(quote):
        memory.speaker = None
    return memory.speaker, True


def _resolved(attribution: Attribution, memory: _Memory) -> str:
    """The speaker's words, or those of the person that a pronoun stands for where that is safe."""
    words = attribution.text
    if _PRONOUN.match(words.lower()) and memory.person is not None:
        return memory.person.text
    innermost = as_subject(attribution.speakers[0])
    if innermost is not None:
        memory.person = innermost
    return words


def _wording(quote: str, memory: _Memory, *, later: bool) -> str:
    """The clause as it reads on its own, its dates still as they stand."""
    if _PERSON_FIRST.match(quote):
        own_words = find_attribution(quote)
        # "He said": who spoke before goes on speaking. Any other he has to be the only one named.
        carried = memory.person if memory.sure or own_words is not None else None
    else:
        # What a later clause leaves unsaid stands in its own sentence or nowhere that is safe.
        carried = memory.local if later else memory.subject
        if later and memory.owner is not None and _REFERRING_FIRST.match(quote):
            # Its revenue rose and it plans to hire: who owns the one is meant by the other.
            carried = memory.owner
    wording = stand_alone(quote, carried, elided=later)
    if wording[:1].islower() and later:
        wording = relative_alone(wording, memory.before)
    if (
        later
        and memory.condition
        and _has_cue(quote, CueKind.FORECAST)
        and not wording.startswith(memory.condition)
    ):
        wording = memory.condition + wording
    return wording


def _has_cue(text: str, kind: CueKind) -> bool:
    """Whether a cue of `kind` stands in `text`."""
    return any(cue.kind is kind for cue in find_modality(text))


def _remember(quote: str, wording: str, memory: _Memory) -> None:
    """Keep the subject of the clause, and the condition that it opens with, for what follows.

    `wording` is the clause with what it leaves unsaid: Its chip is then Harbor's chip.
    """
    span = find_subject(quote)
    subject = as_subject(span.of(quote)) if span else None
    memory.before = quote
    memory.owner = None
    if _POSSESSIVE_FIRST.match(quote):
        owned = find_subject(wording)
        owner = (
            memory.person if memory.sure and _PERSON_FIRST.match(quote) else memory.local or memory.subject
        )
        memory.owner, memory.local = owner, local_subject(owned.of(wording)) if owned else None
    elif _PERSON_FIRST.match(quote):
        memory.local = memory.person if memory.sure else None
    elif _THING_FIRST.match(quote):
        memory.local = memory.local or memory.subject
    elif span is not None:
        memory.local = local_subject(span.of(quote))
    if subject is not None:
        memory.subject = subject
        if subject.is_person:
            memory.person = subject
    if memory.person is not None and not _PERSON_FIRST.match(quote):
        memory.sure = not names_somebody_else(quote, memory.person)
    condition = (
        re.match(r"(?:如果|若(?!干)|一旦|倘若|假如)[^,，。;；]{2,40}[,，]", fold(quote).replace(",", ","))
        if has_han(quote)
        else None
    )
    if condition:
        memory.condition = quote[: condition.end()]


def _context(document: Document, sentences: list[ProseSentence], index: int) -> str:
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
