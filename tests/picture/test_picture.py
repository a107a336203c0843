"""The picture in a terminal: golden at 80 cells in each language, and what must hold at every width."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console
from workspaces import filled

from factcheck import Workspace
from factcheck.comparing.marks import Mark
from factcheck.comparing.slots import Slot
from factcheck.encoders.static import StaticEncoder
from factcheck.explaining.account import Explanation, explain_claim
from factcheck.explaining.words import MARKS, RULES, SLOTS, TONGUES, rule_worded, slot_named, worded
from factcheck.judges import Judgement, Pair, Rule, Step
from factcheck.model import ClaimKind, Reason, Stance, Suggestion, Verdict
from factcheck.picture import explanation_parts
from factcheck.retrieve import Filters
from factcheck.verify import Cause, Verifier

GOLDEN = Path(__file__).parent / "golden"
CLAIMS = {
    "en": "Veltron loses $8 billion this quarter",
    "hant": "Veltron上半年在中國的數據中心總營收增長25%",
    "hans": "启明半导体2025年第二季度营收为40亿元",
    "mixed": "Veltron 的 Lark-9 chip 於7月15日獲准出口 300,000 units",
}


class _Rules:
    """A judge whose answers and steps stay when the weights are trained anew: the picture is under test."""

    name, revision = "rules", "1"

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        return [self._judged(pair) for pair in pairs]

    def _judged(self, pair: Pair) -> Judgement:
        comparison = pair.comparison
        steps = [Step(Rule.WEIGHED, 0.5, 0.25)]
        if comparison.keeps_apart:
            steps.append(Step(Rule.KEPT_APART, 0.15, 0.075))
        elif comparison.differences:
            steps.append(Step(Rule.DIFFERS_EXACTLY, 0.1, 0.65))
        elif any(figure.evidence is None for figure in comparison.figures):
            steps.append(Step(Rule.FIGURE_UNSTATED, 0.25, 0.25))
        elif comparison.figures:
            steps.append(Step(Rule.NOTHING_DIFFERS, 0.75, 0.0))
        last = steps[-1]
        return Judgement(last.supports, last.contradicts, last.neutral, steps=tuple(steps))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with filled(tmp_path_factory.mktemp("picture")) as workspace:
        yield workspace


def explained(workspace: Workspace, text: str, top: int = 2) -> Explanation:
    verifier = Verifier(
        _Rules(), workspace.readings, StaticEncoder.builtin(), top=5, aliases=workspace.aliases
    )
    machinery = replace(workspace.machinery, verifier=verifier, scorer=lambda texts: [0.5] * len(texts))
    return explain_claim(machinery, text, Filters(), top=top)


def drawn(explanation: Explanation, width: int, *, ascii_only: bool = False, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, markup=False, highlight=False, emoji=False,
        force_terminal=colour, color_system="truecolor" if colour else None,
    )  # fmt: skip
    for part in explanation_parts(explanation, width, ascii_only=ascii_only):
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


@pytest.mark.parametrize("name", CLAIMS)
def test_the_picture_at_80_cells(corpus: Workspace, name: str) -> None:
    """After a change that is meant: GOLDEN=write, then read the difference."""
    picture = drawn(explained(corpus, CLAIMS[name]), 80)
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / f"{name}.txt").write_text(picture, "utf-8")
    assert picture == (GOLDEN / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", CLAIMS)
@pytest.mark.parametrize("width", [40, 80, 100, 140, 160, 240])
def test_it_fits_and_loses_no_word(corpus: Workspace, name: str, width: int) -> None:
    explanation = explained(corpus, CLAIMS[name], top=3)
    picture = drawn(explanation, width)
    assert all(cell_len(line) <= width for line in picture.splitlines())
    assert CLAIMS[name].replace(" ", "") in picture.replace("\n", "").replace(" ", "")
    if width == 80:
        squeezed = "".join(picture.split())
        for one in explanation.passages:
            assert "".join(one.judged.evidence.hit.passage.text.split()) in squeezed


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("en", "Found and not compared, for being far from the claim: 7."),
        ("hant", "找到但與主張相距太遠、未予比對：7個。"),
        ("hans", "找到但与主张相距太远、未予比对：7个。"),
        ("mixed", "找到但與主張相距太遠、未予比對：7個。"),
    ],
)
def test_what_was_not_compared_for_being_far_is_told(corpus: Workspace, name: str, told: str) -> None:
    explanation = explained(corpus, CLAIMS[name])
    assert explanation.verified is not None
    assert "far from the claim" not in drawn(explanation, 160)
    far = replace(explanation, verified=replace(explanation.verified, far=7))
    assert told in drawn(far, 160)


def test_every_mark_is_drawn(corpus: Workspace) -> None:
    seen: set[Mark] = set()
    for text in CLAIMS.values():
        explanation = explained(corpus, text, top=5)
        picture = drawn(explanation, 160)
        for one in explanation.passages:
            for row in one.rows:
                seen.add(row.mark)
                assert any(f" {MARKS[row.mark][0]} " in f"{line} " for line in picture.splitlines())
    assert seen == set(Mark)


def test_the_bars_of_a_step_are_as_long_as_its_shares(corpus: Workspace) -> None:
    (line,) = [
        line
        for line in drawn(explained(corpus, CLAIMS["en"], top=1), 80).splitlines()
        if "as the judge weighs it" in line
    ]
    assert (line.count("█"), line.count("▒"), line.count("·")) == (10, 5, 5)
    assert line.split()[-3:] == ["50%", "25%", "25%"]


@pytest.mark.parametrize("name", CLAIMS)
def test_colour_adds_nothing_that_is_not_there_without_it(corpus: Workspace, name: str) -> None:
    from rich.text import Text

    explanation = explained(corpus, CLAIMS[name])
    coloured = drawn(explanation, 80, colour=True)
    assert "\x1b[" in coloured
    bare = "".join(f"{line.rstrip()}\n" for line in Text.from_ansi(coloured).plain.splitlines())
    assert bare == drawn(explanation, 80)


def test_a_terminal_of_ascii_gets_signs_that_it_can_show(corpus: Workspace) -> None:
    explanation = explained(corpus, CLAIMS["en"], top=1)
    picture = drawn(explanation, 80, ascii_only=True)
    foreign = {char for char in picture if not char.isascii()}
    sources = "".join(
        str(one.judged.evidence.hit.passage.text) + str(one.judged.evidence.hit.source.title)
        for one in explanation.passages
    )
    assert foreign - set(sources) <= set("“”─━│┃╴╶╺╸")


def test_hostile_text_stays_escaped(tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_text("Veltron lost \x1b[2J$8 billion\u202e in 2025.\n", encoding="utf-8")
    with Workspace(tmp_path / "workspace") as workspace:
        list(workspace.add([str(source)]))
        picture = drawn(workspace.explain("Veltron lost \x1b]0;x\x07$8 billion\u2066 in 2025"), 80)
    assert not set("\x1b\x07\u202e\u2066") & set(picture)
    for escape in ("\\x1b]0;x\\x07", "\\x1b[2J", "\\u202e", "\\u2066"):
        assert escape in picture


def test_what_was_stored_and_is_no_longer_so_is_one_line(corpus: Workspace) -> None:
    explanation = explained(corpus, CLAIMS["hant"])
    stored = Suggestion(Verdict.SUPPORTED, 0.61, None, "")
    old = replace(explanation, stored=stored)
    assert "上次查核時存下的是：獲來源支持 61%" in drawn(old, 160)
    assert "上次查核" not in drawn(replace(explanation, stored=explanation.finding.suggestion), 160)
    assert "上次查核" not in drawn(replace(old, filtered=True), 160)


def test_every_word_is_there_in_every_tongue() -> None:
    assert set(SLOTS) == set(Slot)
    assert set(RULES) == set(Rule)
    assert set(MARKS) == set(Mark)
    for tongue in TONGUES:
        for key in (*Verdict, *Reason, *Stance, *ClaimKind):
            assert worded(key, tongue)
        values = dict.fromkeys(("near", "far", "high", "low", "before", "after"), "7")
        for cause in Cause:
            assert "7" in worded(cause, tongue, **values)
    for english, chinese in (*SLOTS.values(), *RULES.values()):
        assert english.isascii() and not chinese.isascii()


def test_the_words_are_in_the_script_of_the_claim(corpus: Workspace) -> None:
    from factcheck.language.scripts import script_counts

    for name, heading in [
        ("en", "How the claim was read"),
        ("hant", "主張如何解讀"),
        ("hans", "主张如何解读"),
        ("mixed", "主張如何解讀"),
    ]:
        assert heading in drawn(explained(corpus, CLAIMS[name]), 80), name
    for tongue, other in (("hant", 1), ("hans", 0)):
        told = "".join(slot_named(slot, tongue) for slot in Slot)
        told += "".join(rule_worded(rule, tongue, "") for rule in Rule)
        counts = script_counts(told)
        assert counts[other] == 0 < counts[1 - other]
