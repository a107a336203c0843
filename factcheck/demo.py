"""The tour: a workspace from the examples, their articles checked, a report, and what to type next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import Outcome
    from factcheck.workspace import Workspace

REPORT = "report.html"


def examples_folder() -> Path:
    """Where the examples lie: beside the code in a checkout, else the copy installed with it.

    WorkspaceError when neither is there.
    """
    package = Path(__file__).resolve().parent
    for folder in (package.parent / "examples", package / "examples"):
        if (folder / "sources").is_dir() and (folder / "articles").is_dir():
            return folder
    raise WorkspaceError(
        f"The examples are missing: found them neither in {package.parent} nor in {package}. Install again."
    )


def build(workspace: Workspace, on_outcome: Callable[[Outcome], None]) -> list[Outcome]:
    """Add the example sources and check the example articles; the outcomes of the articles, in order."""
    examples = examples_folder()
    for outcome in workspace.add([str(examples / "sources")]):
        on_outcome(outcome)
    checked = []
    for outcome in workspace.check([str(examples / "articles")]):
        on_outcome(outcome)
        checked.append(outcome)
    return checked
