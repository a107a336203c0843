"""Of what a statement holds: the whole or a part, one market or another, here or elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.comparing.alignment import WordVectors
from factcheck.comparing.divisions import apart, divided, everywhere, measures, named, parts, segments
from factcheck.comparing.figures import FigurePair
from factcheck.comparing.kept import kept
from factcheck.comparing.markets import other_market
from factcheck.comparing.ranks import ranks
from factcheck.comparing.statement import Statement
from factcheck.comparing.territories import territory_difference
from factcheck.comparing.trade import trade_difference
from factcheck.language.entities import EntityKind
from factcheck.language.patterns import lazy_pattern
from factcheck.model import Difference, DifferenceKind

Span = tuple[int, int]
Spans = tuple[Span, ...]
_TOTAL = lazy_pattern(
    r"\b(?:total|overall|all|combined|company-wide|entire|altogether|group)\b|(?<!老)总(?![部裁统理监经督编])|整体|全部|合计|共(?=[售产销])|全公司|集团(?=整体|合并|层面|全部|营收|收入)|累计|共计|全体"
)


def scope_difference(
    claim: Statement,
    sentence: Statement,
    title_places: Sequence[str] = (),
    figures: Sequence[FigurePair] = (),
    vectors: WordVectors | None = None,
) -> Difference | None:
    """The scope on which the two sides disagree; None where they agree or one says nothing.

    Looked for beside the `figures` that are held against each other, else beside all: a part of a market
    beside a figure narrows the figure, the same word elsewhere in the sentence does not. A rank has a
    scope as a figure has. `title_places` are where the sentence's report is about, for a figure of a
    whole held against one that names no place itself. Markets that no list knows need `vectors`.
    """
    for ours, theirs in compared_stretches(claim, sentence, figures):
        found = (
            _part_difference(claim, sentence, ours, theirs)
            or territory_difference(claim, sentence, (ours, theirs), title_places)
            or trade_difference(claim, sentence, ours, theirs)
        )
        if found is None and vectors is not None:
            found = other_market(claim, sentence, (ours, theirs), vectors)
        if found is not None:
            return found
    return None


def _part_difference(claim: Statement, sentence: Statement, ours: Spans, theirs: Spans) -> Difference | None:
    """Two parts of one division or two measures, one on each side; or a part beside a whole."""
    mine, others = _parts_named(claim, ours), _parts_named(sentence, theirs)
    found = divided(mine, others)
    if found is not None:
        return _difference(claim, found[0], sentence, found[1])
    one, other = segments(mine), segments(others)
    two = apart(one, other)
    if two is not None:
        return _difference(claim, one[two[0]], sentence, other[two[1]])
    measured = measures(mine), measures(others)
    if len(measured[0]) == len(measured[1]) == 1 and measured[0].keys() != measured[1].keys():
        (our_measure,), (their_measure,) = measured[0].values(), measured[1].values()
        return _difference(claim, our_measure, sentence, their_measure)
    our_total, their_total = _total(claim, ours), _total(sentence, theirs)
    if (our_total is None) == (their_total is None):
        return None
    # What a text names as a part in another clause may be the part of this total: 51 billion, 九成 of the total.
    only_ours = [span for name, span in parts(mine).items() if name not in _everywhere(sentence)]
    only_theirs = [span for name, span in parts(others).items() if name not in _everywhere(claim)]
    if our_total is not None and only_theirs:
        return _difference(claim, our_total, sentence, only_theirs[0])
    if their_total is not None and only_ours:
        return _difference(claim, only_ours[0], sentence, their_total)
    return None


@kept
def _parts_named(statement: Statement, stretches: Spans) -> dict[str, Span]:
    """The parts and measures that a text names in the stretches."""
    return named(_everywhere(statement), stretches)


@kept
def _everywhere(statement: Statement) -> dict[str, tuple[Span, ...]]:
    """The parts and measures that a text names, with every place of each."""
    return everywhere(_without_names(statement))


@kept
def _total(statement: Statement, stretches: Spans) -> Span | None:
    """The word in the stretches by which a text speaks of a whole."""
    found = (_TOTAL.search(statement.folded, *stretch) for stretch in stretches)
    return next((match.span() for match in found if match), None)


def compared_stretches(
    claim: Statement, sentence: Statement, figures: Sequence[FigurePair]
) -> Iterator[tuple[Spans, Spans]]:
    """Where each two figures that are held against each other stand, with their clauses back to the figure
    before; else where any figures or ranks stand."""
    paired = False
    for pair in figures:
        if pair.evidence is not None:
            paired = True
            ours = _widened(claim, ((pair.claim.start, pair.claim.end),))
            yield ours, _widened(sentence, ((pair.evidence.start, pair.evidence.end),))
    if not paired:
        ours = _all_stretches(claim)
        theirs = _all_stretches(sentence) if ours else ()
        if theirs:
            yield ours, theirs


@kept
def _all_stretches(statement: Statement) -> Spans:
    stated = _widened(statement, tuple((one.start, one.end) for one in statement.quantities))
    return stated or ((0, len(statement.text)),) * bool(ranks(statement))


@kept
def _widened(statement: Statement, spans: Spans) -> Spans:
    """Each span with its clause, from the figure before to the end of the clause."""
    found = []
    for start, end in spans:
        first, last = statement.clause_at(start)
        before = max((one.end for one in statement.quantities if one.end <= start), default=0)
        found.append((min(before, first) if before < first else max(first, before), max(last, end)))
    return tuple(found)


@kept
def _without_names(statement: Statement) -> str:
    """The folded text with its firms' and people's names blanked: Yaochuan Foundry is no foundry market."""
    words = statement.folded
    for name in statement.names:
        if name.kind is not EntityKind.PLACE and name.kind is not EntityKind.PRODUCT:
            words = words[: name.start] + " " * (name.end - name.start) + words[name.end :]
    return words


def _difference(claim: Statement, one: Span, sentence: Statement, other: Span) -> Difference:
    return Difference(DifferenceKind.SCOPE, claim.text[slice(*one)], sentence.text[slice(*other)])


def narrowings(statement: Statement) -> dict[str, str]:
    """What narrows the figures of a text, by a name of no language: {"hbm": "HBM"}."""
    found = _parts_named(
        statement, _widened(statement, tuple((q.start, q.end) for q in statement.quantities))
    )
    measured = measures(found)
    return {name: statement.text[start:end] for name, (start, end) in found.items() if name not in measured}
