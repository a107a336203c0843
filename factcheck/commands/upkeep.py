"""`doctor`: the state of a workspace."""

from __future__ import annotations

import click

from factcheck.commands.options import Request, json_option, pass_request, workspace_option
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
        if repair:
            for line in inspection.repair(workspace):
                say(line)
        diagnosis = inspection.diagnose(workspace)
        place = str(workspace.folder.path)
    problems, settings = diagnosis.problems, diagnosis.settings
    if as_json:
        emit(
            {
                "workspace": place,
                "problems": [{"what": one.what, "remedy": one.remedy} for one in problems],
                "settings": [{"name": one.name, "value": one.value, "from": one.origin} for one in settings],
                "facts": [{"name": one.name, "value": one.value} for one in diagnosis.facts],
            }
        )
    else:
        show(
            grid(
                ("Setting", "Value", "From"), [(s.name, _value(s.value), s.origin) for s in settings], whole=1
            ),
            "",
            grid(("Fact", "Value"), [(fact.name, _value(fact.value)) for fact in diagnosis.facts], whole=1),
        )
    for problem in problems:
        say(f"problem: {problem.what.removesuffix('.')}. {problem.remedy}".rstrip())
    say(counted(len(problems), "problem") + "." if problems else "The workspace is sound.")
    return int(bool(problems))


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return f"{value:,}"
    return str(value) or "(found from the input)"
