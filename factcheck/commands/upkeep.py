"""`doctor` and `evaluate`: the state of a workspace, and scores against gold data."""

from __future__ import annotations

import click

from factcheck.commands.options import (
    Request,
    encoder_option,
    json_option,
    judge_option,
    pass_request,
    top_option,
    workspace_option,
)
from factcheck.console import counted, emit, grid, say, show


@click.command(short_help="Verify the workspace and show the settings in force.")
@click.option("--repair", is_flag=True, help="Mend what can be mended.")
@json_option
@workspace_option
@pass_request
def doctor(request: Request, repair: bool, as_json: bool) -> int:
    """Verify the workspace and show the settings in force, with where each comes from.

    Exit code 1 when a problem is left.
    """
    from factcheck import doctor as inspection

    with request.open() as workspace:
        workspace.folder.require_existing()
        if repair:
            for line in inspection.repair(workspace):
                say(line)
        diagnosis = inspection.diagnose(workspace)
        settings = workspace.settings
        rows = [
            (name, _value(getattr(settings, name)), workspace.origins[name]) for name in workspace.origins
        ]
    problems = diagnosis.problems
    if as_json:
        emit(
            {
                "workspace": str(workspace.folder.path),
                "problems": [{"what": one.what, "remedy": one.remedy} for one in problems],
                "settings": [{"name": name, "value": value, "from": origin} for name, value, origin in rows],
            }
        )
    else:
        show(grid(("Setting", "Value", "From"), rows, whole=1))
    for problem in problems:
        say(f"problem: {problem.what} {problem.remedy}")
    say(counted(len(problems), "problem") + "." if problems else "The workspace is sound.")
    return int(bool(problems))


@click.group(short_help="Scores against data with known answers.")
def evaluate() -> None:
    """Measure the workbench against data with known answers."""


@evaluate.command(short_help="Extraction, evidence and suggestions against marked articles.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@top_option
@encoder_option
@judge_option
@json_option
@workspace_option
@pass_request
def gold(request: Request, file: str, as_json: bool) -> None:
    """Compare what is found in the workspace's articles with the claims marked in FILE (JSON Lines)."""
    from factcheck.evaluate import evaluate_gold

    with request.open() as workspace:
        workspace.folder.require_existing()
        result = evaluate_gold(workspace, file)
    if as_json:
        emit(result)
        return
    metrics = result["metrics"]
    rows = [(name, f"{value:.3f}") for name, value in metrics.items()] if isinstance(metrics, dict) else []
    show(grid(("Metric", "Value"), rows, whole=2))
    say(f"{result['n']} claims in {result['seconds']} s.")


def _value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value) or "(found from the input)"
