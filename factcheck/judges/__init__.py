"""Judges: (passage, claim) -> stance, with a probability for each of the three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from factcheck.checkpoints.loading import Runtime
from factcheck.comparing.comparison import Comparison
from factcheck.judges.pushes import Push
from factcheck.judges.steps import Rule, Step
from factcheck.model import Stance
from factcheck.registry import Registry

BUILTIN, THOROUGH = "builtin", "thorough"
"""Names of the judges that come with the package."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What a judge is asked about."""

    claim: str
    passage: str
    comparison: Comparison
    """What was found slot by slot; a judge may use it or read for itself."""
    around: str = ""
    """The title and the sentences beside the passage, where these are known."""
    given: bool = False
    """Whether a person or a data set holds the passage against the claim; else the search found it."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Probabilities of the three stances; they sum to 1."""

    supports: float
    contradicts: float
    neutral: float
    apart: float = 0.0
    """Part of `neutral`: about the claim's matter, but over another period or scope, by another speaker or
    told as less than done. Worth showing, though it takes no side."""
    steps: tuple[Step, ...] = field(default=(), compare=False)
    """How a judge with rules came to it, the last with these probabilities; empty where it has none."""

    @property
    def bearing(self) -> float:
        """Probability that the sentence is about the claim's matter at all."""
        return self.supports + self.contradicts + self.apart

    @property
    def stance(self) -> Stance:
        """The likeliest; neutral on a tie."""
        if self.neutral >= max(self.supports, self.contradicts):
            return Stance.NEUTRAL
        return Stance.SUPPORTS if self.supports >= self.contradicts else Stance.CONTRADICTS

    @property
    def score(self) -> float:
        """Probability of the stance."""
        return max(self.supports, self.contradicts, self.neutral)


class Judge(Protocol):
    """Says what passages mean for claims."""

    name: str

    @property
    def revision(self) -> str:
        """Digest of the weights, 12 hex digits."""
        ...

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """One judgement a pair, in order."""
        ...


@runtime_checkable
class Weighing(Protocol):
    """A judge that can say what it was moved by."""

    def pushes(self, pair: Pair) -> tuple[Push, ...]:
        """What each slot put into the judgement before any rule."""
        ...


def judges() -> Registry[Judge]:
    """The judges by name; anything else is taken for a CrossEncoder's name or path."""
    registry: Registry[Judge] = Registry("judge")
    registry.register(BUILTIN, _builtin)
    registry.register(THOROUGH, _thorough)
    return registry


def load_judge(name: str, *, runtime: Runtime | None = None) -> Judge:
    """The judge called `name`, or the CrossEncoder of that name or path; ModelError where there is none."""
    known = judges()
    if name in known:
        return known.make(name)
    from factcheck.judges.cross_encoder import CrossEncoderJudge

    return CrossEncoderJudge(name, runtime)


def _builtin() -> Judge:
    from factcheck.judges.builtin import BuiltinJudge

    return BuiltinJudge()


def _thorough() -> Judge:
    from factcheck.judges.thorough import ThoroughJudge

    return ThoroughJudge()


__all__ = [
    "BUILTIN",
    "THOROUGH",
    "Judge",
    "Judgement",
    "Pair",
    "Push",
    "Rule",
    "Step",
    "Weighing",
    "judges",
    "load_judge",
]
