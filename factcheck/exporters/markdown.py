"""The Markdown report: CommonMark with tables, for wikis, repositories and mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import category

from factcheck.addresses import link
from factcheck.exporters.escaping import markdown as safe
from factcheck.exporters.method import method_lines, unchecked_lines, what_is_shown
from factcheck.exporters.wording import Wording
from factcheck.model import Card, Match
from factcheck.queue import ReviewedEvidence, Standing
from factcheck.reported import Entry, Report, Section


class MarkdownExporter:
    """Nothing of an article or a source is markup in it."""

    name = "md"
    suffix = ".md"

    def export(self, report: Report) -> bytes:
        """UTF-8, one blank line between blocks."""
        blocks = _Page(report).blocks()
        return ("\n\n".join(blocks) + "\n").encode("utf-8", "backslashreplace")


class _Page:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._words = Wording(report.language)

    def blocks(self) -> Iterator[str]:
        report, words = self._report, self._words
        yield f"# {words('title')}"
        counts = words("reviewed_of", reviewed=report.reviewed, claims=report.claims)
        yield f"**{counts}** {what_is_shown(report, words)}"
        if report.since:
            yield words("since", day=report.since.isoformat())
        if report.publisher:
            yield safe(words("published_by", name=report.publisher.name))
        yield from self._counts(report)
        for section in report.sections:
            yield from self._section(section)
        yield from self._corrections()
        yield from self._method()

    def _counts(self, part: Report | Section) -> Iterator[str]:
        words = self._words
        if any(entry.reviewed for entry in part.entries):
            yield f"{words('verdicts')}: " + ", ".join(f"{words(word)} {count}" for word, count in part.tally)
        if any(not entry.reviewed for entry in part.entries):
            told = ", ".join(f"{words(word)} {count}" for word, count in part.suggested)
            yield f"{words('suggestions')}: {told}"

    def _section(self, section: Section) -> Iterator[str]:
        words = self._words
        yield f"## {self._title(section.card)}"
        if section.card is not None:
            yield self._byline(section.card)
        if not section.entries and section.left_out:
            yield words.counted("none_reviewed", section.left_out)
        elif not section.entries:
            yield words("no_claims")
        for entry in section.entries:
            yield from self._entry(entry)
        if section.entries and section.left_out:
            yield words("more_left_out", count=section.left_out)

    def _title(self, card: Card | None) -> str:
        return safe(self._words.document(card))

    def _byline(self, card: Card) -> str:
        told = [safe(card.author)] if card.author else []
        told.append(card.published.isoformat() if card.published else self._words("undated"))
        address = link(card.url)
        told += [f"<{address}>"] if address else []
        return ", ".join(told)

    def _entry(self, entry: Entry) -> Iterator[str]:
        words, claim = self._words, entry.claim
        yield f"### {self._heading(entry)}"
        yield f"> {_in_context(entry)}"
        if claim.text != claim.quote:
            yield f"{words('read_as')}: {safe(claim.text)}"
        if claim.attribution:
            yield f"{words('said_by')}: {safe(claim.attribution)}"
        if entry.ruling.sides:
            yield "\n".join(self._side(entry, one) for one in entry.ruling.sides)
        if entry.cautions:
            yield "\n".join(
                f"- ⚠ {words(one.caution, what=self._title(one.document))}" for one in entry.cautions
            )
        if entry.suggestion is not None:
            said = words.verdict(entry.suggestion.verdict, entry.suggestion.reason)
            share = f"{entry.suggestion.confidence:.0%}"
            head = f"{words('had_suggested', verdict=said, share=share)} " if entry.reviewed else ""
            yield f"{head}{safe(entry.suggestion.rationale)}"
        if entry.matches:
            yield "\n".join(self._match(one) for one in entry.matches)
        if entry.evidence:
            yield "\n".join(line for one in entry.evidence for line in self._evidence(entry, one))
        else:
            yield words("no_passage")

    def _heading(self, entry: Entry) -> str:
        words = self._words
        if entry.reviewed:
            return words.verdict(entry.ruling.word, entry.ruling.reason)
        if entry.suggestion is None:
            return words("")
        said = words("suggested_is", verdict=words.verdict(entry.suggestion.verdict, entry.suggestion.reason))
        return f"{said} · {words('machine', share=f'{entry.suggestion.confidence:.0%}')}"

    def _side(self, entry: Entry, one: Standing) -> str:
        words = self._words
        said = words.verdict(one.word, one.reason)
        if one is entry.ruling.adjudication:
            said = f"{words('adjudication')}: {said}"
        day = f", {one.at[:10]}" if one.at else ""
        note = f". {safe(one.note)}" if one.note else ""
        return f"- {words('whose', who=safe(one.reviewer), what=said)}{day}{note}"

    def _match(self, match: Match) -> str:
        told = self._words("checked_before", level=self._words(match.level), score=f"{match.score:.2f}")
        who = f", {safe(match.publisher)}" if match.publisher else ""
        address = f", <{link(match.url)}>" if link(match.url) else ""
        return f"- {told} {safe(match.text)}: {safe(match.verdict)}{who}{address}"

    def _evidence(self, entry: Entry, one: ReviewedEvidence) -> Iterator[str]:
        words = self._words
        marks = [words(one.evidence.stance)] if one.evidence else []
        marks += [words("rests_on")] if entry.reviewed and entry.rests_on(one) else []
        marks += [words("pinned_by", who=safe(one.pinned_by))] if one.pinned_by else []
        marks += [words("brought_by", who=safe(one.brought_by))] if one.brought_by else []
        yield f"- **{', '.join(marks) or '-'}**: “{safe(one.passage.text)}”"
        yield f"  {self.source(one.source)}"
        for difference in one.evidence.differences if one.evidence else ():
            ours = safe(difference.claim) or words("unstated")
            theirs = safe(difference.evidence) or words("unstated")
            yield (
                f"  - {words(difference.kind)}: {words('claim_side')} “{ours}”,"
                f" {words('source_side')} “{theirs}”"
            )

    def source(self, card: Card) -> str:
        """A source as a reader finds it again."""
        words, told = self._words, [self._title(card)]
        told += [safe(card.author)] if card.author else []
        told.append(card.published.isoformat() if card.published else words("undated"))
        told += [f"<{link(card.url)}>"] if link(card.url) else []
        told += [f"{words('archived')}: <{link(card.archived)}>"] if link(card.archived) else []
        told += [words("accessed", day=card.accessed[:10])] if card.accessed else []
        told += [words("tier", tier=safe(card.tier))] if card.tier else []
        return ", ".join(told)

    def _corrections(self) -> Iterator[str]:
        words = self._words
        yield f"## {words('corrections')}"
        if not self._report.corrections:
            yield words("no_corrections")
        else:
            lines = [_table(words(name) for name in ("when", "claim", "old", "new", "why", "who"))]
            lines.append(_table("---" for _ in range(6)))
            for one in self._report.corrections:
                old = words("own_change", old=words(one.old)) if one.own else words(one.old)
                told = (one.at[:10], safe(one.text), old, words(one.new), safe(one.why or ""), safe(one.who))
                lines.append(_table(told))
            yield "\n".join(lines)
        yield words("slips")

    def _method(self) -> Iterator[str]:
        words, method = self._words, self._report.method
        yield f"## {words('method')}"
        yield from (safe(line) for line in method_lines(self._report, words))
        models = [
            f"- {words('encoder')} {safe(one.encoder)}, {words('judge')} {safe(one.judge)},"
            f" {words('settings')} {one.settings}, {words('version')} {one.version}"
            for one in method.provenance
        ]
        if models:
            yield "\n".join(models)
        yield f"### {words('not_checked')}"
        yield "\n".join(f"- {safe(line)}" for line in unchecked_lines(self._report, words))
        yield f"### {words('replicate')}"
        yield words("replicate_how", version=self._report.version)
        if self._report.cited:
            yield f"### {words('sources_quoted')}"
            yield "\n".join(f"1. {self.source(card)}, sha256 {card.id}" for card in self._report.cited)
        yield f"{words('as_of', at=self._report.as_of)}. {words('made_by', version=self._report.version)}"


def _in_context(entry: Entry) -> str:
    """The quote in bold among the words around it; where bold may not begin or end, a mark stays outside."""
    quote = entry.claim.quote
    first, last = _unbordered(entry.before, quote), len(quote) - _unbordered(entry.after[::-1], quote[::-1])
    bold = f"**{safe(quote[first:last])}**" if first < last else ""
    return f"{safe(entry.before)}{safe(quote[:first])}{bold}{safe(quote[last:])}{safe(entry.after)}"


def _unbordered(outside: str, inside: str) -> int:
    """How many characters at the beginning of `inside` cannot be bold behind `outside`.

    To CommonMark the asterisks of `說。**他` are text: between a letter and a mark, bold is the letter's.
    """
    before = outside[-1:]
    for place, char in enumerate(inside):
        if _is_letter(char) or not (char.isspace() or _is_letter(before)):
            return place
        before = char
    return 0


def _is_letter(char: str) -> bool:
    """Whether a character is neither a blank nor a mark, as CommonMark tells them."""
    return bool(char) and not char.isspace() and category(char)[0] not in "PS"


def _table(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
