"""What makes two installations give the same results: the version, the reading rules, the built-in models."""

from __future__ import annotations

from dataclasses import dataclass, fields

from factcheck import __version__
from factcheck.comparing.reading import rules
from factcheck.encoders.builtin import BuiltinEncoder
from factcheck.errors import FactcheckError
from factcheck.judges import BUILTIN, load_judge

_MEND = "Install the same factcheck-workbench on every machine and start its workers again."
_SHOWN = 12
_NAMES = {
    "version": "version",
    "rules": "reading rules",
    "encoder": "built-in encoder",
    "judge": "built-in judge",
}


class CannotBegin(FactcheckError):
    """A worker that cannot do its part for any job, so that the run ends instead of setting all aside."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """One installation."""

    version: str
    rules: str
    encoder: str
    judge: str

    def require_same(self, other: Stamp, where: str) -> None:
        """CannotBegin, naming `where` and both values, unless `other` is the same installation."""
        for one in fields(self):
            wanted, found = getattr(self, one.name), getattr(other, one.name)
            if wanted != found:
                raise CannotBegin(
                    f"Wanted {_NAMES[one.name]} {wanted[:_SHOWN]} on every worker, found {found[:_SHOWN]} on"
                    f" {where}. {_MEND}"
                )


def stamp_here() -> Stamp:
    """The stamp of the installation at hand."""
    return Stamp(__version__, rules(), BuiltinEncoder.builtin().revision, load_judge(BUILTIN).revision)
