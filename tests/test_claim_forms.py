"""What comes out of every form a claim can take: cases that a linguist can read and add to.

The cases are the files in `claim_forms/`. A line with `==` names the form, `>` is the article (a
further `>` goes on on the next line), and the claims wanted follow in order, each as `kind: quote`.
Below a claim `reads:` gives its wording where it is not the quote and `by:` the speaker; without
these lines the wording is the quote and nobody is named. An article without claims is followed by
`nothing`. `on 2025-03-04` says when the articles below it were published, `on no day` that it is unknown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from factcheck.extract import extract
from factcheck.model import Document

FORMS = Path(__file__).parent / "claim_forms"
KINDS = ("factual", "forecast", "opinion", "question")
FEWEST = 100


@dataclass(frozen=True)
class Wanted:
    """One claim as it should come out."""

    kind: str
    quote: str
    reads: str
    by: str | None


@dataclass
class Case:
    """An article and its claims."""

    where: str
    form: str
    published: date | None
    lines: list[str] = field(default_factory=list)
    wanted: list[Wanted] = field(default_factory=list)


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of one file in order; ValueError names a line that has no meaning."""
    form, published, case = "", None, None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        mark, _, rest = line.strip().partition(" ")
        if not mark or mark == "#":
            continue
        if mark == ">":
            if case is None or case.wanted:
                if case is not None:
                    yield case
                case = Case(f"{path.stem}:{number}", form, published)
            case.lines.append(rest)
            continue
        if mark in ("==", "on", "nothing"):
            if case is not None:
                yield case
            case = None
            form = rest if mark == "==" else form
            if mark == "on":
                published = None if rest == "no day" else date.fromisoformat(rest)
        elif case is not None and mark.removesuffix(":") in KINDS:
            case.wanted.append(Wanted(mark.removesuffix(":"), rest, rest, None))
        elif case is not None and case.wanted and mark in ("reads:", "by:"):
            last = case.wanted[-1]
            reads, by = (rest, last.by) if mark == "reads:" else (last.reads, rest)
            case.wanted[-1] = Wanted(last.kind, last.quote, reads, by)
        else:
            raise ValueError(f"{path}, line {number}: {line!r} is no line of a case.")
    if case is not None:
        yield case


CASES = [case for path in sorted(FORMS.glob("*.txt")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.where}-{case.form}" for case in CASES])
def test_what_comes_out(case: Case) -> None:
    document = Document("\n".join(case.lines), published=case.published)
    found = extract(document)
    assert [Wanted(c.kind.value, c.quote, c.text, c.attribution) for c in found] == case.wanted
    assert all(claim.quote == document.text[claim.start : claim.end] for claim in found)


def test_every_form_has_its_cases_in_every_language() -> None:
    forms = {name: {case.form for case in CASES if case.where.startswith(name)} for name in LANGUAGES}
    assert len(CASES) >= FEWEST
    assert {
        name: sorted(forms["english"] - has) for name, has in forms.items() if forms["english"] - has
    } == {}
    assert min(Counter(case.where.split(":")[0] for case in CASES).values()) >= FEWEST // 5


LANGUAGES = ("english", "traditional", "simplified", "mixed")
