"""How far reviewers agree: against published examples, scikit-learn and the formulas written out."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.agreement import NO_CLAIM, ONE_ANSWER, Agreement, Rater, agreement_of

ANSWERS = ["supported", "contradicted", "unverifiable", "not_a_claim"]
Said = dict[str, dict[str, str]]


def claims(*ratings: str) -> Said:
    """One claim a word; its letters are what the reviewers a, b, c, ... said, a dot nothing."""
    return {
        f"{number:03}": {
            name: answer for name, answer in zip("abcdefgh", word, strict=False) if answer != "."
        }
        for number, word in enumerate(ratings)
    }


def table(*rows: Sequence[int]) -> list[str]:
    """The claims behind a table of what the first reviewer (rows) and the second (columns) said."""
    return [
        f"{left}{right}"
        for left, row in enumerate(rows)
        for right, times in enumerate(row)
        for _ in range(times)
    ]


def counted(*rows: Sequence[int]) -> Said:
    """The claims behind a table of how many raters gave each answer; raters are nobody in particular."""
    return {
        f"{number:03}": {
            str(rater): str(answer)
            for rater, answer in enumerate(answer for answer, times in enumerate(row) for _ in range(times))
        }
        for number, row in enumerate(rows)
    }


said = st.dictionaries(
    st.integers(0, 99).map(str),
    st.dictionaries(st.sampled_from(["ann", "ben", "芷若", "cy", "di"]), st.sampled_from(ANSWERS)),
    max_size=30,
)


# -- published examples ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "kappa"),
    [
        # Wikipedia, "Cohen's kappa": grant proposals, and the two tables of the same observed agreement.
        ([(20, 5), (10, 15)], 0.4),
        ([(45, 15), (25, 15)], 0.1304),
        ([(25, 35), (5, 35)], 0.2593),
    ],
)
def test_cohens_kappa_of_published_tables(rows: list[tuple[int, int]], kappa: float) -> None:
    (pair,) = agreement_of(claims(*table(*rows))).pairs
    assert pair.cohen == pytest.approx(kappa, abs=5e-5)
    assert (pair.left, pair.right, pair.claims) == ("a", "b", sum(map(sum, rows)))
    assert pair.percent == (rows[0][0] + rows[1][1]) / pair.claims


def test_fleiss_kappa_of_a_published_table() -> None:
    """Wikipedia, "Fleiss' kappa": ten subjects, fourteen raters, five answers."""
    found = agreement_of(
        counted(
            (0, 0, 0, 0, 14),
            (0, 2, 6, 4, 2),
            (0, 0, 3, 5, 6),
            (0, 3, 9, 2, 0),
            (2, 2, 8, 1, 1),
            (7, 7, 0, 0, 0),
            (3, 2, 6, 3, 0),
            (2, 5, 3, 2, 2),
            (6, 5, 2, 1, 0),
            (0, 2, 2, 3, 7),
        )
    )
    assert found.fleiss == pytest.approx(0.210, abs=5e-4)
    assert found.percent == pytest.approx(0.378, abs=5e-4)
    assert (found.fleiss_claims, found.fleiss_raters) == (10, 14)


def test_krippendorffs_alpha_of_published_tables() -> None:
    """Wikipedia, "Krippendorff's alpha": three coders, fifteen units; Krippendorff (2011), example C."""
    three = [".....34121133.3", "1.213343.......", "..21344.21133.4"]
    found = agreement_of(claims(*map("".join, zip(*three, strict=True))))
    assert found.alpha == pytest.approx(0.691, abs=5e-4)
    assert found.claims == 12
    four = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
    found = agreement_of(claims(*map("".join, zip(*four, strict=True))))
    assert found.alpha == pytest.approx(0.743, abs=5e-4)


# -- against others ----------------------------------------------------------------------------


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ANSWERS), st.sampled_from(ANSWERS)), min_size=1, max_size=60))
def test_cohens_kappa_is_scikit_learns(both: list[tuple[str, str]]) -> None:
    from sklearn.metrics import cohen_kappa_score

    (pair,) = agreement_of(
        {str(number): {"ann": left, "ben": right} for number, (left, right) in enumerate(both)}
    ).pairs
    left, right = zip(*both, strict=True)
    if len({*left, *right}) == 1:
        assert pair.cohen is None and pair.cohen_why == ONE_ANSWER
    else:
        assert pair.cohen == pytest.approx(cohen_kappa_score(left, right), abs=1e-12)
        assert pair.cohen_why == ""


def plain_fleiss(ratings: Said, raters: int) -> float:
    """As Fleiss (1971) writes it, in shares."""
    rows = [Counter(one.values()) for one in ratings.values() if len(one) == raters]
    shares = [sum(row[answer] for row in rows) / (len(rows) * raters) for answer in ANSWERS]
    extents = [sum(row[answer] ** 2 for answer in ANSWERS) - raters for row in rows]
    observed = sum(extents) / (len(rows) * raters * (raters - 1))
    expected = sum(share**2 for share in shares)
    return (observed - expected) / (1 - expected)


def plain_alpha(ratings: Said) -> float:
    """One less the observed over the expected disagreement, as Krippendorff (2011) writes it for nominal data."""
    rows = [Counter(one.values()) for one in ratings.values() if len(one) > 1]
    total = Counter(answer for row in rows for answer in row.elements())
    number = total.total()
    observed = sum(
        (row.total() ** 2 - sum(times**2 for times in row.values())) / (row.total() - 1) for row in rows
    )
    expected = number**2 - sum(times**2 for times in total.values())
    return 1 - (number - 1) * observed / expected


@settings(deadline=None)
@given(said)
def test_all_together_as_the_formulas_have_it(ratings: Said) -> None:
    found = agreement_of(ratings)
    if found.fleiss is not None:
        assert found.fleiss == pytest.approx(plain_fleiss(ratings, found.fleiss_raters), abs=1e-12)
    if found.alpha is not None:
        assert found.alpha == pytest.approx(plain_alpha(ratings), abs=1e-12)


# -- what is counted ---------------------------------------------------------------------------


def test_claims_reviewers_and_the_share_of_pairs() -> None:
    found = agreement_of(claims("ssc", "ss.", "s..", "..c", ".cc", "..."))
    assert found.claims == 3
    assert found.reviewers == (Rater("a", 3, 2), Rater("b", 3, 3), Rater("c", 3, 2))
    assert found.percent == (1 + 1 + 1) / (3 + 1 + 1)
    assert [(one.left, one.right, one.claims, one.percent) for one in found.pairs] == [
        ("a", "b", 2, 1.0),
        ("a", "c", 1, 0.0),
        ("b", "c", 2, 0.5),
    ]


def test_a_pair_that_shares_no_claim_is_left_out() -> None:
    found = agreement_of(claims("ss..", "..cs"))
    assert [(one.left, one.right) for one in found.pairs] == [("a", "b"), ("c", "d")]


def test_the_most_divided_claims_come_first_then_by_id() -> None:
    found = agreement_of(claims("sssc", "sscc", "ssss", "scu.", "sssc", "s...", "sc.."))
    assert found.disagreements == ("003", "006", "001", "000", "004")


@pytest.mark.parametrize(
    ("ratings", "over"),
    [
        (["sc.", "sc.", "scs"], (2, 2)),
        (["sc.", "scs"], (1, 3)),
        (["sc.", "s..", "s..", "s.."], (1, 2)),
        (["s..", "..."], (0, 0)),
    ],
)
def test_fleiss_takes_the_most_common_number_of_ratings(ratings: list[str], over: tuple[int, int]) -> None:
    found = agreement_of(claims(*ratings))
    assert (found.fleiss_claims, found.fleiss_raters) == over


# -- where nothing is defined ------------------------------------------------------------------


def undefined(found: Agreement) -> list[float | None]:
    return [found.fleiss, found.alpha, *(pair.cohen for pair in found.pairs)]


def test_one_answer_throughout_has_no_coefficient_but_a_share() -> None:
    found = agreement_of(claims("sss", "sss", "ss."))
    assert (found.percent, found.disagreements) == (1.0, ())
    assert undefined(found) == [None] * 5
    assert {found.fleiss_why, found.alpha_why, *(pair.cohen_why for pair in found.pairs)} == {ONE_ANSWER}


@pytest.mark.parametrize("ratings", [[], ["..."], ["s..", ".c.", "..u"]])
def test_without_two_ratings_of_any_claim_nothing_is_defined(ratings: list[str]) -> None:
    found = agreement_of(claims(*ratings))
    assert (found.claims, found.percent, found.pairs, found.disagreements) == (0, None, (), ())
    assert undefined(found) == [None, None]
    assert found.fleiss_why == found.alpha_why == NO_CLAIM
    assert sum(one.claims for one in found.reviewers) == sum(len(word.replace(".", "")) for word in ratings)


def test_one_coefficient_may_be_defined_where_another_is_not() -> None:
    """All claims with three ratings say the same; a claim with two does not."""
    found = agreement_of(claims("sss", "sss", "sc."))
    assert found.fleiss is None and found.fleiss_why == ONE_ANSWER
    assert found.alpha is not None and found.alpha_why == ""
    assert [pair.cohen is None for pair in found.pairs] == [False, True, True]


def test_agreeing_and_differing_throughout() -> None:
    same = agreement_of(claims("ss", "cc", "uu"))
    assert (same.percent, same.fleiss, same.alpha, same.pairs[0].cohen) == (1.0, 1.0, 1.0, 1.0)
    other = agreement_of(claims("sc", "cs"))
    assert (other.percent, other.pairs[0].cohen) == (0.0, -1.0)
    assert agreement_of(claims("sc")).pairs[0].cohen == 0.0


# -- what makes no difference ------------------------------------------------------------------


def numbers(found: Agreement) -> Iterable[object]:
    yield from (found.claims, found.percent, found.fleiss, found.fleiss_claims, found.fleiss_raters)
    yield found.alpha is None or pytest.approx(found.alpha, abs=1e-12)


@settings(deadline=None)
@given(said, st.randoms(use_true_random=False))
def test_the_order_of_claims_and_reviewers_makes_no_difference(ratings: Said, chance: random.Random) -> None:
    shuffled = {
        claim: dict(chance.sample(sorted(ratings[claim].items()), len(ratings[claim])))
        for claim in chance.sample(sorted(ratings), len(ratings))
    }
    assert agreement_of(shuffled) == agreement_of(ratings)


@settings(deadline=None)
@given(said, st.permutations(["ann", "ben", "芷若", "cy", "di"]))
def test_the_names_of_reviewers_make_no_difference(ratings: Said, names: list[str]) -> None:
    renamed = dict(zip(sorted(names), names, strict=True))
    before = agreement_of(ratings)
    after = agreement_of(
        {claim: {renamed[name]: answer for name, answer in one.items()} for claim, one in ratings.items()}
    )
    assert list(numbers(before)) == list(numbers(after))
    assert before.disagreements == after.disagreements
    assert {
        frozenset((renamed[one.left], renamed[one.right])): (one.percent, one.cohen) for one in before.pairs
    } == {frozenset((one.left, one.right)): (one.percent, one.cohen) for one in after.pairs}


@settings(deadline=None)
@given(said)
def test_every_number_is_in_its_range_and_none_is_nan(ratings: Said) -> None:
    found = agreement_of(ratings)
    shares = [one.percent for one in found.pairs] + [found.percent] * (found.percent is not None)
    assert all(share is not None and 0.0 <= share <= 1.0 for share in shares)
    for value in undefined(found):
        assert value is None or (-1.0 <= value <= 1.0 and not math.isnan(value))
    assert (found.percent == 1.0) == (found.claims > 0 and not found.disagreements)
