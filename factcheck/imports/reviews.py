"""One ClaimReview object -> a checked claim: publishers write every field in several shapes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from factcheck.imports import Problem
from factcheck.imports.fields import NOT_STATED, FactCheckFields, checked, problem
from factcheck.imports.ratings import ruling_of
from factcheck.store import CheckedClaim


def read_review(review: Mapping[str, object], place: str) -> Iterator[CheckedClaim | Problem]:
    """The claim that a ClaimReview is about, behind the problems that it has."""
    rating = _first(review.get("reviewRating"))
    fields = rating if isinstance(rating, dict) else {"alternateName": rating}
    value, best, worst = (_number(fields.get(name)) for name in ("ratingValue", "bestRating", "worstRating"))
    verdict = _words(fields.get("alternateName")) or _words(fields.get("name"))
    verdict = verdict or _of_scale(_words(fields.get("ratingValue")), _words(fields.get("bestRating")))
    claim = _words(review.get("claimReviewed"))
    if claim and not verdict:
        yield problem(place, f"wanted a reviewRating, found none; the claim is taken as '{NOT_STATED}'")
    yield from checked(
        FactCheckFields(
            place,
            text=claim,
            verdict=verdict or NOT_STATED,
            publisher=_named(review.get("author")) or _named(review.get("publisher")),
            url=_words(review.get("url")),
            published=_words(review.get("datePublished")),
            language=_language(review.get("inLanguage")),
            ruling=ruling_of(verdict, value=value, best=best, worst=worst),
        )
    )


def _first(value: object) -> object:
    """A list's first element, since JSON-LD may put any value into one."""
    return next(iter(value), None) if isinstance(value, list) else value


def _words(value: object) -> str:
    """A string, a number or a JSON-LD value object as words; empty for anything else."""
    value = _first(value)
    if isinstance(value, dict):
        value = value.get("@value", value.get("@id"))
    if isinstance(value, str):
        return value.strip()
    return "" if _number(value) is None else str(value)


def _number(value: object) -> float | None:
    """A finite number, be it written as a string; None for anything else."""
    value = _first(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _of_scale(value: str, best: str) -> str:
    """A rating that has no words: "4 of 5", or the value alone where its scale is not stated."""
    is_scale = _number(value) is not None and _number(best) is not None
    return f"{value} of {best}" if is_scale else value


def _named(value: object) -> str:
    """The name of an author or publisher: an object, a string, or a list of them."""
    names = [_name(one) for one in (value if isinstance(value, list) else [value])]
    return ", ".join(dict.fromkeys(name for name in names if name))


def _name(value: object) -> str:
    return _words(value.get("name")) if isinstance(value, dict) else _words(value)


def _language(value: object) -> str:
    """A language's tag: as a string, or as a Language object with the tag for its alternate name."""
    value = _first(value)
    if isinstance(value, dict):
        return _words(value.get("alternateName")) or _words(value.get("name")) or _words(value)
    return _words(value)
