"""What the program depends on: written down, licensed so that it may, and enough without any extra."""

from __future__ import annotations

import os
import re
import sys
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from licences import NOT_INSTALLED, ROOT, closure, licence_of, pinned, project
from minimal import build_wheel, install, run
from nights import NIGHTLY
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

PAGE = ROOT / "docs" / "dependencies.md"
OF_THE_PINS = sys.platform == "linux" and sys.version_info[:2] == (3, 11)
"""Whether constraints.txt was made on such a Python: others need a library more or less."""
ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CNRI-Python",
    "ISC",
    "LGPL-2.1-or-later",
    "MIT",
    "MPL-2.0",
    "PSF-2.0",
    "Public Domain",
    "Zlib",
}
"""What a program under Apache-2.0 may depend on; docs/dependencies.md says why."""
INDIRECT = "## Indirect"
KINDS = {"", ".css", ".html", ".j2", ".js", ".json", ".jsonl", ".md", ".py", ".safetensors", ".svg"}
KINDS |= {".tcss", ".toml", ".txt", ".typed"}
"""Endings of the files of the program: none of a database, an index or anything that is run on loading."""


def rows(page: str) -> dict[str, list[str]]:
    """Cells after the name, by the package's canonical name, of every table."""
    found = re.findall(r"^\| `([^`]+)` \| (.+) \|$", page, re.MULTILINE)
    return {str(canonicalize_name(name)): cells.split(" | ") for name, cells in found}


def installed() -> list[str]:
    """The requirements that `make test` installs."""
    return [line for extra, lines in project().items() if extra not in NOT_INSTALLED for line in lines]


def indirect_table() -> str:
    """What comes with the direct ones: name, licence, who needs it, and whether every install has it."""
    needed, _ = closure(installed())
    always, _ = closure(project()[""])
    named = {str(canonicalize_name(Requirement(line).name)) for line in installed()}
    written = {str(canonicalize_name(name)): name for name in pinned()}
    lines = ["| package | licence | every install | needed by |", "|---|---|---|---|"]
    for name in sorted(set(needed) - named):
        by = ", ".join(f"`{written.get(one, one)}`" for one in sorted(needed[name]))
        lines.append(
            f"| `{written.get(name, name)}` | {licence_of(name)} | {'yes' if name in always else 'no'} | {by} |"
        )
    return "\n".join(lines) + "\n"


def test_the_table_of_what_comes_with_them_is_up_to_date() -> None:
    """After a change that is meant: GOLDEN=write, then read the difference."""
    page = PAGE.read_text("utf-8")
    head, _, rest = page.partition(INDIRECT)
    introduction, table, _ = rest.partition("| package |")
    if os.environ.get("GOLDEN") == "write":
        PAGE.write_text(f"{head}{INDIRECT}{introduction}{indirect_table()}", "utf-8")
    assert table
    written = PAGE.read_text("utf-8")
    assert set(rows(indirect_table())) <= set(rows(written))
    if OF_THE_PINS:
        assert written.endswith(indirect_table())


def test_every_dependency_has_its_row() -> None:
    direct = rows(PAGE.read_text("utf-8").partition(INDIRECT)[0])
    named = {str(canonicalize_name(Requirement(line).name)) for lines in project().values() for line in lines}
    assert sorted(named ^ direct.keys()) == []
    assert [name for name, cells in direct.items() if not all(cell.strip() for cell in cells)] == []


def test_every_pinned_version_has_a_row_and_every_installed_library_a_pin() -> None:
    pins = {str(canonicalize_name(name)) for name in pinned()}
    needed, wrong = closure(installed())
    assert wrong == []
    # These come with Python's own way of installing, in a version that fits it.
    assert sorted(set(needed) - pins - {"pip", "setuptools"}) == []
    if OF_THE_PINS:
        assert sorted(pins - set(needed)) == []
    assert sorted(pins - rows(PAGE.read_text("utf-8")).keys()) == []


def test_the_licences_are_those_that_the_libraries_state() -> None:
    page = rows(PAGE.read_text("utf-8"))
    stated = {name: licence_of(name) for name in closure(installed())[0]}
    assert {name: cells[0] for name, cells in page.items() if name in stated} == stated


def test_no_licence_is_outside_the_list() -> None:
    outside = []
    for name, cells in rows(PAGE.read_text("utf-8")).items():
        for part in cells[0].split(" AND "):
            if not ALLOWED.intersection(part.split(" OR ")):
                outside.append((name, part))
    assert outside == []
    page = PAGE.read_text("utf-8")
    unusual = {"MPL-2.0", "LGPL-2.1-or-later", "PSF-2.0", "CNRI-Python", "Public Domain", "BSL-1.0"}
    assert [one for one in sorted(unusual) if f"**{one}**" not in page] == []


def test_the_pins_are_within_the_ranges() -> None:
    pins = {str(canonicalize_name(name)): version for name, version in pinned().items()}
    for line in (one for lines in project().values() for one in lines):
        wanted = Requirement(line)
        version = pins[str(canonicalize_name(wanted.name))]
        assert SpecifierSet(str(wanted.specifier)).contains(version), line


def test_what_the_program_imports_is_what_it_asks_for() -> None:
    """Nothing is used that only comes along with something else."""
    providers = packages_distributions()
    named = {str(canonicalize_name(Requirement(line).name)) for lines in project().values() for line in lines}
    strange = set()
    for path in [*(ROOT / "factcheck").rglob("*.py"), *(ROOT / "tui").rglob("*.py")]:
        for module in re.findall(
            r"^\s*(?:from|import) ([a-zA-Z_]\w*)", path.read_text("utf-8"), re.MULTILINE
        ):
            owners = {str(canonicalize_name(one)) for one in providers.get(module, [])}
            if owners and not owners & (named | {"factcheck-workbench"}):
                strange.add((path.relative_to(ROOT).as_posix(), module))
    assert sorted(strange) == []


# -- the wheel, installed without extras -------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    install(wheel, folder)
    return folder


def test_the_wheel_has_every_file_of_the_program_and_no_other(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        about = {Path(name).name for name in names if ".dist-info/" in name}
        for name in ("factcheck/models/encoder/model.safetensors", "factcheck/examples/README.md"):
            assert packed.read(name) == (ROOT / name).read_bytes()
    held = {name for name in names if ".dist-info/" not in name}
    wanted = {
        path.relative_to(ROOT).as_posix()
        for part in ("factcheck", "tui")
        for path in (ROOT / part).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    examples = {
        f"factcheck/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "examples").rglob("*")
        if path.is_file()
    }
    assert held == wanted | examples
    assert about == {"LICENSE", "METADATA", "WHEEL", "RECORD", "entry_points.txt", "top_level.txt"}
    kinds = {Path(name).suffix for name in held}
    assert kinds - KINDS == set()


MAIN_JOB = """
import sys
from pathlib import Path
from factcheck.cli import main
examples = Path(sys.argv[1])
def run(*words):
    code = main(list(words))
    print("==", words[0], code, flush=True)
sources = sorted(str(path) for path in (examples / "sources").iterdir())[:6]
run("add", *sources)
Path("article.md").write_text(
    "Chengyue's revenue rose 87% in the first half of 2025.\\n\\n曜川第三季營收為812.7億元。\\n\\n"
    "澄岳芯科上半年营业收入53.6亿元。\\n", "utf-8")
run("check", "article.md")
run("claim", "Chengyue's revenue rose 87% in the first half of 2025")
run("search", "澄岳 營收")
run("report", "-o", "report.html", "--include-suggestions")
run("doctor")
run("backup", "copy")
run("review", "--web")
import tui.app
loaded = sorted({"torch", "transformers", "sentence_transformers", "sklearn", "pytest", "distributed"} & set(sys.modules))
print("loaded", loaded)
"""


def test_the_main_job_runs_without_any_extra(site: Path, tmp_path: Path) -> None:
    """Six of the examples as they come in the wheel; all of them nightly, as `factcheck demo`."""
    examples = site / "factcheck" / "examples"
    done = run(site, "-c", MAIN_JOB, str(examples), at=tmp_path)
    assert done.returncode == 0, done.stderr
    codes = dict(re.findall(r"^== (\w+) (\d+)$", done.stdout, re.MULTILINE))
    assert codes.pop("review") == "1"
    assert set(codes.values()) == {"0"}, done.stderr
    assert len(codes) == 7
    assert "pip install 'factcheck-workbench[web]'" in done.stderr
    assert "The workspace is sound." in done.stderr
    assert "loaded []" in done.stdout
    assert (tmp_path / "report.html").stat().st_size > 10_000
    if NIGHTLY:
        assert run(site, "-m", "factcheck", "demo", at=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("words", "extra"),
    [
        (["check", "--cluster", "tcp://127.0.0.1:1", "article.md"], "cluster"),
        (["evaluate", "retrieval", "--docs", "docs.jsonl", "--queries", "queries.jsonl"], "evaluate"),
        (["claim", "--encoder", ".", "曜川營收"], "models"),
    ],
)
def test_what_wants_an_extra_says_which(site: Path, tmp_path: Path, words: list[str], extra: str) -> None:
    (tmp_path / "article.md").write_text("曜川第三季營收為412.7億元。\n", encoding="utf-8")
    (tmp_path / "docs.jsonl").write_text('{"id": "1", "text": "曜川"}\n', encoding="utf-8")
    query = '{"id": "1", "text": "曜川", "relevant": ["1"]}\n'
    (tmp_path / "queries.jsonl").write_text(query, encoding="utf-8")
    (tmp_path / "config.json").write_text('{"model_type": "bert"}', encoding="utf-8")
    (tmp_path / "model.safetensors").write_bytes((2).to_bytes(8, "little") + b"{}")
    done = run(site, "-m", "factcheck", *words, at=tmp_path)
    assert done.returncode == 1, done.stdout
    (line,) = [one for one in done.stderr.splitlines() if "pip install" in one]
    assert f"'factcheck-workbench[{extra}]'" in line
    assert "Traceback" not in done.stderr
