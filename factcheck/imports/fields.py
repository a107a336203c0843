"""The fields of one published fact-check, as a file states them, and the checked claim that they make.

Every importer ends here, so that all formats share one rule for what is needed and what may be missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.addresses import link
from factcheck.errors import FactcheckError, UnsupportedLanguage, UsageError
from factcheck.imports import Problem
from factcheck.language.patterns import lazy_pattern
from factcheck.language.scripts import detect_language
from factcheck.model import Language, Verdict
from factcheck.readers.decoding import clean
from factcheck.readers.options import declared_language
from factcheck.store import CheckedClaim

LONGEST_TEXT = 20_000
"""Characters of the longest claim that is taken: longer ones are articles, not claims."""
_LONGEST_WORDS = 2000
"""Characters of the longest rating, publisher and address that are taken."""
_LONGEST_DAY = 100
NOT_STATED = "not stated"
"""The verdict of a claim whose file gives none."""
_LISTED = 30
_DAY = lazy_pattern(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:?\d\d.{0,30})?")
_EMPTY = lazy_pattern(r"[\s\u200b-\u200f\u2060\ufeff\ufffd]*")


@dataclass(frozen=True, slots=True)
class FactCheckFields:
    """What a file says of one fact-check, in its own words; empty where it says nothing."""

    place: str
    text: str
    verdict: str
    publisher: str = ""
    url: str = ""
    published: str = ""
    language: str = ""
    """A name or BCP 47 tag."""
    ruling: Verdict | None = None


def iso_day(words: str) -> date | None:
    """The day of an ISO 8601 date or date and time; None for anything else."""
    found = _DAY.fullmatch(words)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def checked(
    fields: FactCheckFields, day: Callable[[str], date | None] = iso_day
) -> Iterator[CheckedClaim | Problem]:
    """The claim, behind a problem for each field that it goes without; a problem alone for one left out."""
    text, verdict = _sound(fields.text), " ".join(_sound(fields.verdict).split())
    publisher = " ".join(_sound(fields.publisher).split())
    url, published = fields.url.strip(), fields.published.strip()
    missing = _missing(text, verdict, publisher)
    if missing:
        yield problem(fields.place, f"wanted {missing}; it is left out")
        return
    if url and (len(url) > _LONGEST_WORDS or not link(url)):
        yield problem(fields.place, f"wanted an http address, found '{shown(url)}'; it is taken without one")
        url = ""
    found = day(published) if 0 < len(published) <= _LONGEST_DAY else None
    if published and found is None:
        wanted = "wanted a full date such as 2026-01-31"
        yield problem(fields.place, f"{wanted}, found '{shown(published)}'; it is taken without one")
    yield CheckedClaim(
        text=text,
        verdict=verdict,
        publisher=publisher or None,
        url=url or None,
        published=found,
        language=_language(fields.language, text),
        ruling=fields.ruling,
    )


def problem(place: str, message: str) -> Problem:
    """A problem whose message is one sentence, on one line."""
    sentence = message[:1].upper() + message[1:].rstrip(".") + "."
    return Problem(place, str(FactcheckError(clean(sentence)[0])))


def shown(words: str) -> str:
    """The beginning of somebody else's words, fit for a message."""
    line = " ".join(words[:200].split())
    line = "".join(character if character.isprintable() else "\ufffd" for character in line)
    return line if len(line) <= 60 else line[:59] + "…"


def listed(columns: Sequence[str]) -> str:
    """The columns of a table, for a message; the first ones of very many."""
    more = f" and {len(columns) - _LISTED} more" if len(columns) > _LISTED else ""
    return "the columns " + ", ".join(f"'{shown(column)}'" for column in columns[:_LISTED]) + more


def refuse_columns(form: str, columns: Mapping[str, str]) -> None:
    """UsageError where columns are named for a format that has its own fields."""
    if columns:
        raise UsageError(
            f"Columns can be named for csv, and this is read as {form}, which has fields of its own;"
            " leave the columns out, or name the format csv."
        )


def _sound(words: str) -> str:
    return clean(words)[0].strip()


def _missing(text: str, verdict: str, publisher: str) -> str:
    """What a claim lacks that it cannot be taken without, or has too much of; empty where it is sound."""
    if _EMPTY.fullmatch(text):
        return "the text of a claim, found none"
    if len(text) > LONGEST_TEXT:
        return f"a claim of at most {LONGEST_TEXT:,} characters, found {len(text):,}"
    if not verdict:
        return "a verdict, found none"
    for name, words in (("verdict", verdict), ("publisher", publisher)):
        if len(words) > _LONGEST_WORDS:
            return f"a {name} of at most {_LONGEST_WORDS:,} characters, found {len(words):,}"
    return ""


def _language(tag: str, text: str) -> Language:
    """As declared, `und` for a language that is not handled; by the text where nothing is declared."""
    try:
        declared = declared_language(tag)
    except UnsupportedLanguage:
        return Language.UND
    if declared is not None and declared is not Language.ZH:
        return declared
    found = detect_language(text)
    # A plain `zh` leaves the script open, and the text may tell it.
    return found if declared is None or found.is_chinese else Language.ZH
