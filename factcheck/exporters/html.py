"""The HTML report: one file without scripts or anything fetched, for a phone, a screen and paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.exporters import Entry, Report
from factcheck.exporters.visible import visible
from factcheck.model import Card, Evidence, Language, Stance, Verdict

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"
_LINK = re.compile(r"https?://[^\s]+", re.IGNORECASE)
_TAGS = {Language.MIXED: "zh", Language.UND: ""}


class HtmlExporter:
    """A self-contained page; every text in it is escaped, links lead to http and https only."""

    name = "html"
    suffix = ".html"

    def export(self, report: Report) -> bytes:
        """The page as UTF-8."""
        page = _environment().get_template("report.html.j2").render(report=report)
        return page.encode("utf-8", "backslashreplace")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # The same bytes on every system.
        newline_sequence="\n",
    )
    environment.filters |= {
        "seen": _seen,
        "link": _link,
        "lang": _lang,
        "percent": _percent,
        "name": _name,
        "parts": _parts,
        "tally": _tally,
        "decided": _decided,
        "words": _words,
        "telling": _telling,
        "silent": _silent,
    }
    return environment


def _seen(text: str) -> str:
    """Text with steering characters visible; line breaks stay."""
    return visible(text, keep="\n")


def _link(url: str | None) -> str:
    """The address if a reader may follow it, else nothing: never a script or a local file."""
    return url if url is not None and _LINK.fullmatch(url) else ""


def _lang(language: Language) -> str:
    """The BCP 47 tag for fonts and screen readers; empty where there is none."""
    return _TAGS.get(language, str(language))


def _percent(number: float) -> str:
    return f"{number:.0%}"


def _name(card: Card | None) -> str:
    """What a reader calls a document: its title, else its file or address."""
    if card is None:
        return "Typed claims"
    return visible(card.title or card.path or card.url or f"Document {card.id[:12]}")


def _parts(evidence: Evidence) -> tuple[str, str, str]:
    """The passage before, in and after its deciding sentence."""
    passage = evidence.hit.passage
    start = min(max(evidence.sentence[0] - passage.start, 0), len(passage.text))
    end = min(max(evidence.sentence[1] - passage.start, start), len(passage.text))
    if start == end:
        start, end = 0, len(passage.text)
    return passage.text[:start], passage.text[start:end], passage.text[end:]


def _tally(entries: Iterable[Entry]) -> list[tuple[Verdict, int]]:
    """How many claims have each suggestion, in the order of the enum, none left out."""
    counts = Counter(entry.finding.suggestion.verdict for entry in entries)
    return [(verdict, counts[verdict]) for verdict in Verdict]


def _decided(entries: Iterable[Entry]) -> list[tuple[str, int]]:
    """How many claims have each verdict, in the order of the enum, and on how many reviewers disagree."""
    counts = Counter(entry.verdict or "disputed" for entry in entries)
    every = [(str(verdict), counts[verdict]) for verdict in Verdict]
    return [*every, *([("disputed", counts["disputed"])] if counts["disputed"] else [])]


def _words(value: str) -> str:
    """An enum's value as words."""
    return str(value).replace("_", " ")


def _telling(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The closest passage, and those that take a side or differ in something."""
    return [one for place, one in enumerate(evidence) if place == 0 or _tells(one)]


def _silent(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The passages that `_telling` leaves."""
    return [one for place, one in enumerate(evidence) if place > 0 and not _tells(one)]


def _tells(evidence: Evidence) -> bool:
    return evidence.stance is not Stance.NEUTRAL or bool(evidence.differences)
