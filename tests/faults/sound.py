"""What holds for a workspace after a fault, and when the work that it struck has been finished."""

from __future__ import annotations

import json
from pathlib import Path

from factcheck import Workspace
from factcheck.doctor import Problem, diagnose, repair
from factcheck.generations import IN_FORCE


def opens_sound(folder: Path, where: object = "") -> tuple[Problem, ...]:
    """The workspace opens, and doctor finds nothing wrong or mends what it names, which is given."""
    with Workspace(folder, workers=1) as workspace:
        problems = diagnose(workspace).problems
        assert all("factcheck doctor --repair" in one.remedy for one in problems), (where, problems)
        done = list(repair(workspace))
        assert bool(done) == bool(problems), (where, problems, done)
        assert diagnose(workspace).problems == (), (where, done)
    return problems


def finished(folder: Path, where: object = "") -> None:
    """Nothing is wrong, and nothing lies about that a stop left."""
    with Workspace(folder, workers=1) as workspace:
        assert diagnose(workspace).problems == (), where
        assert workspace.vectors.matches(workspace.store), where
    left = {path.name for path in (folder / "embeddings").iterdir() if path.suffix != ".lock"}
    generation = json.loads((folder / "embeddings" / IN_FORCE).read_text("utf-8"))["generation"]
    assert left == {IN_FORCE, generation}, where
    assert not list(folder.glob("*.new")), where
