"""The documentation against the program: every command with its help, every command line in the README."""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from factcheck.cli import main, program
from factcheck.language.entities import EntityKind, find_entities, load_aliases
from factcheck.language.learnt import LearntName
from factcheck.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = ROOT / "docs" / "commands.md"
INTRODUCTION = "The texts between the marks below"


def commands(group: click.Group = program, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command, groups before what is in them, in the order of `--help`."""
    with click.Context(group) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            yield (*path, name)
            if isinstance(command, click.Group):
                yield from commands(command, (*path, name))


def help_of(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> str:
    assert main([*path, "--help"]) == 0
    return capsys.readouterr().out.strip()


def test_every_command_is_documented_with_its_help(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a change that is meant: GOLDEN=write, then read the difference."""
    monkeypatch.setenv("COLUMNS", "100")
    introduction = COMMANDS.read_text("utf-8").partition("## `")[0]
    blocks = [f"## `factcheck`\n```\n{help_of((), capsys)}\n```\n"]
    for path in commands():
        blocks.append(f"## `factcheck {' '.join(path)}`\n```\n{help_of(path, capsys)}\n```\n")
    wanted = introduction + "\n".join(blocks)
    if os.environ.get("GOLDEN") == "write":
        COMMANDS.write_text(wanted, "utf-8")
    assert INTRODUCTION in introduction
    assert COMMANDS.read_text("utf-8") == wanted


def test_every_option_has_a_help_text() -> None:
    for path in [(), *commands()]:
        command: click.Command = program
        for name in path:
            assert isinstance(command, click.Group)
            command = command.commands[name]
        silent = [one.name for one in command.params if isinstance(one, click.Option) and not one.help]
        assert not silent, path


def test_every_json_key_is_documented(tmp_path: Path) -> None:
    import report_samples as samples
    from workspaces import filled

    from factcheck.explaining.row import explanation_row
    from factcheck.exporters.outcomes import card_row, name_row, outcome_row
    from factcheck.exporters.rows import finding_row
    from factcheck.model import Outcome, OutcomeStatus

    page = (ROOT / "docs" / "json.md").read_text("utf-8")
    documented = set(re.findall(r"`([a-z_.]+)`", page))
    documented |= {part for name in documented for part in name.split(".")}

    def keys(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for key, inner in value.items():
                yield key
                yield from keys(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from keys(inner)

    rows = [finding_row(finding) for finding in samples.findings()]
    rows += [card_row(samples.NOTICE.card), outcome_row(Outcome("a", OutcomeStatus.ADDED, samples.EN.card))]
    learnt = LearntName("frost", EntityKind.ORGANISATION, ("Frost", "霜原"), (samples.EN.id,))
    rows.append(name_row(learnt, [samples.EN.card]))
    with filled(tmp_path) as workspace:
        rows.append(explanation_row(workspace.explain("Veltron損失80億美元")))
    assert set(keys(rows)) <= documented


def shell_lines(page: str) -> Iterator[list[str]]:
    """The `factcheck ...` lines of the page's sh blocks, as words, with comments left out."""
    for block in re.findall(r"```sh\n(.*?)```", page, re.DOTALL):
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            if words[:1] == ["factcheck"]:
                yield words[1:]


def test_the_commands_of_the_readme_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = list(shell_lines((ROOT / "README.md").read_text("utf-8")))
    assert len(lines) >= 5
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for line in lines:
        assert main(line) == 0, (line, capsys.readouterr().err)


def test_the_commands_of_the_page_on_models_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = list(shell_lines((ROOT / "docs" / "any-model.md").read_text("utf-8")))
    assert len(lines) >= 5
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for line in lines:
        assert main(line) == 0, (line, capsys.readouterr().err)
    assert "The workspace is sound." in capsys.readouterr().err


def test_the_commands_of_the_page_on_reports_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = list(shell_lines((ROOT / "docs" / "reports.md").read_text("utf-8")))
    assert len(lines) >= 7
    monkeypatch.chdir(tmp_path)
    assert main(["add", str(ROOT / "examples" / "sources")]) == 0
    assert main(["check", str(ROOT / "examples" / "articles")]) == 0
    for line in lines:
        assert main(line) == 0, (line, capsys.readouterr().err)


def test_the_transcript_of_the_readme_is_what_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Verdicts, slots and evidence; the confidence, and how a stance came about, move with the models."""
    blocks = re.findall(r"```text\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    monkeypatch.setenv("COLUMNS", "88")
    monkeypatch.setenv("FACTCHECK_WORKSPACE", str(tmp_path))
    assert main(["add", str(ROOT / "examples" / "sources")]) == 0
    shown = [part for block in blocks for part in re.split(r"^\$ factcheck ", block, flags=re.MULTILINE)[1:]]
    assert len(shown) == 3
    for part in shown:
        command, _, output = part.partition("\n")
        capsys.readouterr()
        assert main(shlex.split(command)) == 0
        happened = "\n".join(line.rstrip() for line in capsys.readouterr().out.splitlines())
        assert _lasting(happened) == _lasting(output)


def _lasting(output: str) -> str:
    """What does not move when a model is trained anew."""
    return re.sub(r"\d+%,? ", "", output.partition("   Words met")[0].strip())


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert blocks
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {"__name__": "readme"})


def test_the_settings_named_in_the_documentation_exist() -> None:
    page = COMMANDS.read_text("utf-8") + (ROOT / "README.md").read_text("utf-8")
    named = {name.lower() for name in re.findall(r"FACTCHECK_([A-Z_]+)", page)}
    assert named - {"workspace", "debug", "data", "reviewer"} <= set(Settings.__dataclass_fields__)


def test_the_changelog_has_this_version_or_a_coming_one() -> None:
    from factcheck import __version__

    page = (ROOT / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## \[([^\]]+)\]", page, re.MULTILINE)
    assert headings[0] in ("Unreleased", __version__)


def test_the_table_of_names_in_the_docs_is_read(tmp_path: Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "names.md").read_text("utf-8"), re.DOTALL)
    own = tmp_path / "aliases.toml"
    own.write_text(block, encoding="utf-8")
    table = load_aliases(own)
    found = find_entities("子午芯 sold the 雲雀 chip near 云雀山.", aliases=table)
    assert [mention.key for mention in found] == ["meridian", "lark 9"]


def test_the_judge_s_figures_in_the_docs_are_those_of_its_training() -> None:
    made = json.loads((ROOT / "factcheck" / "models" / "judge" / "training.json").read_text("utf-8"))
    text = (ROOT / "docs" / "models.md").read_text("utf-8")
    scores = {name: found for name, found in made.items() if isinstance(found, dict) and "accuracy" in found}
    assert len(scores) >= 6
    for name, found in scores.items():
        short = name.removeprefix("verdict/").removesuffix(".jsonl.gz")
        row = f"| {short} | {found['n']:,} | {found['accuracy']:.3f} | {found['standard_error']:.3f} | {found['ece']:.3f} |"
        assert row in text
