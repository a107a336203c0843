"""Everything that reads a text, on texts made to harm: no exception, and offsets that lead to the text's words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import pytest
from fuzz.fuzzing import CORPUS, answered, fuzz
from fuzz.hostile import mutated, texts
from hypothesis import strategies as st

from factcheck.extract import extract, typed_claim
from factcheck.language.aliases import load_aliases
from factcheck.language.attribution import find_attribution
from factcheck.language.clauses import split_clauses
from factcheck.language.dates import find_dates
from factcheck.language.entities import find_entities
from factcheck.language.folding import fold
from factcheck.language.ignorable import bare, bare_with_places
from factcheck.language.invisible import visible
from factcheck.language.modality import find_modality
from factcheck.language.numerals import find_numerals
from factcheck.language.quantities import find_quantities
from factcheck.language.relative_dates import absolute_dates
from factcheck.language.scripts import detect_language, is_japanese_or_korean, script_counts
from factcheck.language.sentences import LONGEST, split_sentences
from factcheck.language.statements import classify, read_signals, structural_worthiness
from factcheck.language.structure import is_boilerplate, is_call_to_action, is_question, read_lines
from factcheck.language.tokens import bigrams, search_terms, words
from factcheck.model import Document, Language
from factcheck.prepare import Tools, prepare
from factcheck.split import split

_DAY = date(2025, 6, 1)
_DAYS = st.sampled_from([_DAY, date.min, date.max, date(2024, 2, 29), date(1900, 1, 1), None])
_SEEDS = [
    line
    for path in sorted((CORPUS / "txt").iterdir())
    for line in path.read_text("utf-8").splitlines()
    if line.strip()
]
_ARTICLES = [path.read_text("utf-8") for path in sorted((CORPUS / "txt").iterdir())]
sentences = st.one_of(texts, mutated(_SEEDS))
articles = st.one_of(
    st.lists(sentences, min_size=1, max_size=5).map("\n".join),
    mutated(_ARTICLES),
    st.lists(sentences, max_size=4).map("".join),
)


def _in_order(text: str, spans: Sequence[tuple[int, int]]) -> None:
    """Spans are not empty, lie inside the text, and follow each other without a common part."""
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text), (spans, text)
        last = end


def test_quantities() -> None:
    def check(text: str) -> None:
        found = find_quantities(text)
        _in_order(text, [(one.start, one.end) for one in found])
        for one in found:
            assert one.text == text[one.start : one.end]
            # Over 8 billion has no upper end.
            assert one.value is None or math.isfinite(one.value), one
            assert one.low <= one.high, one
        assert find_quantities(text) == found

    fuzz(sentences, check, ci=150)


@pytest.mark.parametrize(
    "text",
    [
        "0^-5 of it",
        "99999999999^60 dollars",
        "0e5555 units",
        "1e308 trillion",
        "9" * 400 + "/" + "9" * 400,
        "一" + "億" * 45 + "點五元",
        "one " + "trillion " * 30 + "point five",
        "(9e307) trillion",
        "民國" + "9" * 4400 + "年",
        "一" * 400 + "年前",
        "公司將" + "投資" * 3000,
        "9" * 4400 + " days ago",
    ],
)
def test_numbers_beyond_all_bounds_are_no_numbers(text: str) -> None:
    """Each of these once raised an error of arithmetic, or gave an infinite or undefined figure."""
    for day in (date.min, _DAY, date.max):
        assert all(one.value is None or abs(one.value) < 1e120 for one in find_quantities(text))
        find_dates(text, reference_date=day)
        assert typed_claim(text, published=day).quote == text


def test_numerals() -> None:
    def check(text: str) -> None:
        found = find_numerals(text)
        _in_order(text, [(one.start, one.end) for one in found])
        assert all(math.isfinite(one.value) for one in found)

    fuzz(sentences, check, ci=80)


def test_dates() -> None:
    def check(case: tuple[str, date | None]) -> None:
        text, day = case
        found = find_dates(text, reference_date=day)
        _in_order(text, [(one.start, one.end) for one in found])
        for one in found:
            assert one.text == text[one.start : one.end]
            assert (one.first_day is None) == (one.last_day is None), one
            assert one.first_day is None or one.last_day is None or one.first_day <= one.last_day, one
        assert find_dates(text, reference_date=day) == found
        absolute_dates(text, day).encode("utf-8")

    fuzz(st.tuples(sentences, _DAYS), check, ci=150)


def test_sentences_and_clauses() -> None:
    def check(text: str) -> None:
        found = split_sentences(text)
        _in_order(text, [(span.start, span.end) for span in found])
        for span in found:
            assert span.of(text) == span.of(text).strip() and span.end - span.start <= LONGEST
            clauses = split_clauses(span.of(text))
            _in_order(span.of(text), [(clause.start, clause.end) for clause in clauses])
        # Nothing that is not blank is lost between two sentences.
        assert "".join("".join(span.of(text) for span in found).split()) == "".join(text.split())

    fuzz(articles, check, ci=120)


def test_lines_and_layout() -> None:
    def check(text: str) -> None:
        lines = read_lines(text, title="曜川 revenue")
        _in_order(text, [(line.outer_start, line.end) for line in lines])
        assert all(line.outer_start <= line.start for line in lines)
        for asked in (is_boilerplate, is_call_to_action, is_question):
            asked(text)

    fuzz(articles, check)


def test_folding_and_tokens() -> None:
    def check(text: str) -> None:
        folded = fold(text)
        assert len(folded) == len(text)
        assert fold(folded) == folded
        plain, places = bare_with_places(text)
        assert plain == bare(text) and plain == "".join(text[place] for place in places)
        seen = visible(text)
        assert seen.places is None or len(seen.places) == len(seen.text)
        for read in (words, bigrams, search_terms):
            assert all(read(text)) and read(text) == read(folded)

    fuzz(sentences, check, ci=100)


def test_languages_and_cues() -> None:
    def check(text: str) -> None:
        assert isinstance(detect_language(text), Language)
        is_japanese_or_korean(text)
        assert all(0 <= count <= len(text) for count in script_counts(text))
        _in_order(text, [(cue.start, cue.end) for cue in find_modality(text)])
        attribution = find_attribution(text)
        assert attribution is None or attribution.text
        signals = read_signals(text)
        kind = classify(text, signals, attributed=attribution is not None)
        assert 0 <= structural_worthiness(signals, kind, attributed=attribution is not None) <= 1

    fuzz(sentences, check)


def test_names() -> None:
    aliases = load_aliases()

    def check(text: str) -> None:
        found = find_entities(text, aliases=aliases)
        _in_order(text, [(one.start, one.end) for one in found])
        assert all(one.text == text[one.start : one.end] for one in found)

    fuzz(sentences, check)


@pytest.mark.parametrize("language", [Language.EN, Language.HANT, Language.HANS, Language.MIXED])
def test_extraction(language: Language) -> None:
    def check(case: tuple[str, date | None]) -> None:
        text, day = case
        document = Document(text=text, language=language, title="曜川 Foundry", published=day)
        claims = extract(document)
        for claim in claims:
            assert claim.quote == text[claim.start : claim.end] and claim.document_id == document.id
            assert claim.text.strip() and 0 <= claim.check_worthiness <= 1
            claim.text.encode("utf-8")
        assert extract(document) == claims

    fuzz(st.tuples(articles, _DAYS), check, ci=30)


def test_typed_claims() -> None:
    def check(text: str) -> None:
        claim = answered(lambda: typed_claim(text, published=_DAY))
        assert claim is None or (claim.quote, claim.start, claim.end) == (text, 0, len(text))

    fuzz(sentences, check)


def test_passages() -> None:
    tools = Tools(load_aliases(), encoder=None)

    def check(text: str) -> None:
        document = Document(text=text, language=Language.MIXED, published=_DAY)
        passages = split(document)
        _in_order(text, [(one.start, one.end) for one in passages])
        assert all(one.text == text[one.start : one.end] for one in passages)
        prepared = prepare(tools, (document, document.card))
        assert prepared.passages == tuple(passages) and len(prepared.readings) == len(passages)

    fuzz(articles, check, ci=40)
