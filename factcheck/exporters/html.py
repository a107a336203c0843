"""The HTML report: one file without scripts or anything fetched, for a phone, a screen and paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.addresses import link
from factcheck.exporters.method import method_lines, unchecked_lines, what_is_shown
from factcheck.exporters.visible import visible
from factcheck.exporters.wording import Wording
from factcheck.model import Card, Language, Stance
from factcheck.queue import ReviewedEvidence
from factcheck.reported import Entry, Report, Section
from factcheck.vocabulary import file_name

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"
_TAGS = {Language.MIXED: "zh", Language.UND: ""}


class HtmlExporter:
    """A self-contained page; every text in it is escaped, links lead to http and https only."""

    name = "html"
    suffix = ".html"

    def export(self, report: Report) -> bytes:
        """The page as UTF-8."""
        return _rendered("report.html.j2", report)


def pages(report: Report) -> Iterator[tuple[str, bytes]]:
    """File name and page of an overview and of each article, which link to one another."""
    yield "index.html", _rendered("overview.html.j2", report)
    for section in report.sections:
        yield page_name(section), _rendered("article.html.j2", report, section=section)


def page_name(section: Section) -> str:
    """The file of one article's page; the same in every report."""
    return f"article-{section.card.id[:12]}.html" if section.card else "typed.html"


def _rendered(template: str, report: Report, **more: object) -> bytes:
    words = Wording(report.language)
    page = _environment().get_template(template)
    text = page.render(
        report=report,
        words=words,
        method_lines=list(method_lines(report, words)),
        unchecked_lines=unchecked_lines(report, words),
        what_is_shown=what_is_shown(report, words),
        **more,
    )
    return text.encode("utf-8", "backslashreplace")


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
        "link": link,
        "lang": _lang,
        "percent": _percent,
        "name": _name,
        "file": file_name,
        "page": page_name,
        "parts": _parts,
        "chart": _chart,
        "telling": _telling,
        "silent": _silent,
    }
    return environment


def _seen(text: str) -> str:
    """Text with steering characters visible; line breaks stay."""
    return visible(text, keep="\n")


def _lang(language: Language) -> str:
    """The BCP 47 tag for fonts and screen readers; empty where there is none."""
    return _TAGS.get(language, str(language))


def _percent(number: float) -> str:
    return f"{number:.0%}"


def _name(card: Card | None, words: Wording) -> str:
    return visible(words.document(card))


def _parts(evidence: ReviewedEvidence) -> tuple[str, str, str]:
    """The passage before, in and after its deciding sentence."""
    passage = evidence.passage
    first, last = evidence.evidence.sentence if evidence.evidence else (passage.start, passage.end)
    start = min(max(first - passage.start, 0), len(passage.text))
    end = min(max(last - passage.start, start), len(passage.text))
    if start == end:
        start, end = 0, len(passage.text)
    return passage.text[:start], passage.text[start:end], passage.text[end:]


def _chart(counts: Iterable[tuple[str, int]]) -> list[dict[str, object]]:
    """Bars of one strip a hundred wide: word, count, where each begins and how wide it is."""
    kept = [(word, count) for word, count in counts if count]
    every = sum(count for _, count in kept)
    bars, begun = [], 0
    for word, count in kept:
        start, begun = 100 * begun / every, begun + count
        bars.append(
            {"word": word, "count": count, "x": f"{start:.2f}", "width": f"{100 * count / every:.2f}"}
        )
    return bars


def _telling(entry: Entry) -> list[ReviewedEvidence]:
    """What the verdict rests on, the closest passage, and those that take a side or differ in something."""
    return [one for place, one in enumerate(entry.evidence) if place == 0 or _tells(entry, one)]


def _silent(entry: Entry) -> list[ReviewedEvidence]:
    """The passages that `_telling` leaves."""
    return [one for place, one in enumerate(entry.evidence) if place > 0 and not _tells(entry, one)]


def _tells(entry: Entry, one: ReviewedEvidence) -> bool:
    if entry.rests_on(one) or one.pinned_by or one.brought_by or one.evidence is None:
        return True
    return one.evidence.stance is not Stance.NEUTRAL or bool(one.evidence.differences)
