"""Two statements made to harm, held against each other: differences in their own words, and finite figures."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
from fuzz.fuzzing import fuzz
from fuzz.hostile import TELLING, mutated, texts
from hypothesis import strategies as st

from factcheck.comparing.comparison import compare
from factcheck.comparing.reading import pack, read_passage, unpack
from factcheck.comparing.slot_rows import slot_rows
from factcheck.comparing.slots import read_slots
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.judges import Pair, load_judge
from factcheck.judges.features import features
from factcheck.language.aliases import load_aliases
from factcheck.language.facts import fact_terms, find_facts

_DAY = date(2025, 12, 1)
_PAIRS = (
    "Veltron sold 300,000 chips in May.",
    "维尔特隆5月售出30万颗芯片，预计全年增长15%至30%。",
    "商務部4月9日禁止出口，7月15日恢復；SIA稱三年損失80億美元。",
    "The ministry denied that it lost $8 billion, or 8%, over three years.",
)
_said = st.one_of(texts, mutated([*_PAIRS, *TELLING]))
_both = st.one_of(st.tuples(_said, _said), _said.map(lambda one: (one, one)))


def test_statements() -> None:
    """What is read of a passage survives its row in the database, and the comparison its figures."""
    encoder, aliases = StaticEncoder.builtin(), load_aliases()

    def check(case: tuple[str, str]) -> None:
        text, other = case
        claim = read_statement(text, reference_date=_DAY, aliases=aliases)
        facts = find_facts(other, reference_date=_DAY, aliases=aliases)
        assert all(fact_terms(facts))
        reading = read_passage(other, facts, title=text[:50], context=text, published=_DAY, aliases=aliases)
        assert unpack(other, pack(reading), title=text[:50], context=text) == reading
        found = compare(claim, reading.statement, encoder, reading.context)
        for one in found.differences:
            # A negation stands on one side alone.
            assert one.claim or one.evidence
        assert 0 <= found.alignment.coverage <= 1.0001 and math.isfinite(found.alignment.similarity)
        assert np.isfinite(features(found)).all()
        read_slots(claim)
        slot_rows(claim, reading, found)

    fuzz(_both, check, ci=80)


def test_judgements() -> None:
    encoder, judge = StaticEncoder.builtin(), load_judge("builtin")

    def check(case: tuple[str, str]) -> None:
        ours, theirs = (read_statement(text, reference_date=_DAY) for text in case)
        pair = Pair(case[0], case[1], compare(ours, theirs, encoder))
        (judgement,) = judge.judge([pair])
        shares = (judgement.supports, judgement.contradicts, judgement.neutral)
        assert all(0 <= share <= 1 for share in shares) and math.isclose(sum(shares), 1, abs_tol=1e-5)
        assert judge.judge([pair]) == [judgement]

    fuzz(_both, check, ci=50)
