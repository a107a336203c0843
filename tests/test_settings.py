"""Each option has one value, a known origin, and a clear refusal for anything unusable."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

from factcheck.errors import SettingError
from factcheck.settings import FILE_NAME, Settings, load_settings


def write(folder: Path, text: str) -> None:
    (folder / FILE_NAME).write_text(text, encoding="utf-8")


def test_defaults_without_a_file_or_a_folder(tmp_path: Path) -> None:
    for folder in (tmp_path, None):
        settings, origins = load_settings(folder, {})
        assert settings == Settings()
        assert set(origins.values()) == {"default"}
        assert set(origins) == {option.name for option in fields(Settings)}


def test_the_nearest_origin_wins_and_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, 'top = 3\ncandidates = 30\nencoder = "模型"\ntimeout = 5\n')
    monkeypatch.setenv("FACTCHECK_TOP", "4")
    monkeypatch.setenv("FACTCHECK_CANDIDATES", "40")
    monkeypatch.setenv("FACTCHECK_ALLOW_PRIVATE", "Yes")
    settings, origins = load_settings(tmp_path, {"top": 6, "judge": None})
    assert (settings.top, settings.candidates, settings.encoder) == (6, 40, "模型")
    assert (settings.timeout, settings.allow_private, settings.judge) == (5.0, True, "builtin")
    assert origins["top"] == "argument"
    assert origins["candidates"] == "environment FACTCHECK_CANDIDATES"
    assert origins["encoder"] == str(tmp_path / FILE_NAME)
    assert origins["judge"] == "default"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("topp = 3", "factcheck.toml: 'topp' is no setting. Did you mean 'top'"),
        ("top = '3'", "'top' wants a whole number from 1 to 1,000, found '3'"),
        ("top = true", "'top' wants a whole number from 1 to 1,000, found True"),
        ("top = 0", "found 0"),
        ("top = 2.0", "found 2.0"),
        ("timeout = nan", "'timeout' wants a number from 0.1 to 3,600, found nan"),
        (f"timeout = {'9' * 400}", f"from 0.1 to 3,600, found {'9' * 79}…"),
        (f"top = 0x{'f' * 5000}", "found a number of thousands of digits"),
        (f"top = {'9' * 5000}", "no TOML"),
        ("allow_private = 1", "'allow_private' wants true or false, found 1"),
        ("language = 'fr'", "'language' wants one of '', en, zh-Hant"),
        ("encoder = ' '", "'encoder' wants text"),
        ("top 3", "no TOML"),
    ],
)
def test_an_unusable_file_is_one_line_with_wanted_and_found(tmp_path: Path, text: str, said: str) -> None:
    write(tmp_path, text)
    with pytest.raises(SettingError, match=re.escape(said)) as caught:
        load_settings(tmp_path, {})
    assert FILE_NAME in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("FACTCHECK_TOP", "five", "environment FACTCHECK_TOP: 'top' wants a whole number"),
        ("FACTCHECK_ALLOW_PRIVATE", "maybe", "wants true or false, found 'maybe'"),
        ("FACTCHECK_CANDIDATE", "5", "environment FACTCHECK_CANDIDATE.*Did you mean 'candidates'"),
    ],
)
def test_an_unusable_variable_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, text: str, said: str
) -> None:
    monkeypatch.setenv(name, text)
    with pytest.raises(SettingError, match=said):
        load_settings(None, {})


def test_variables_that_are_no_settings_are_left_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FACTCHECK_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("FACTCHECK_SOMEBODY_ELSES", "1")
    assert load_settings(tmp_path, {})[0] == Settings()


def test_arguments_are_checked_like_the_rest() -> None:
    with pytest.raises(SettingError, match="argument: 'top' wants"):
        load_settings(None, {"top": "7"})
    with pytest.raises(SettingError, match="argument: 'tops' is no setting"):
        load_settings(None, {"tops": 7})
    with pytest.raises(SettingError, match="'workers'"):
        Settings(workers=-1)


def test_the_digest_follows_what_changes_results_and_nothing_else() -> None:
    plain = Settings()
    assert re.fullmatch("[0-9a-f]{12}", plain.digest())
    other: dict[type, object] = {str: "zh-Hant", int: 7, float: 0.5, bool: True}
    for option in fields(Settings):
        choice = option.metadata["choices"][-1:]
        value = choice[0] if choice else other[type(option.default)]
        changed = replace(plain, **{option.name: value})  # type: ignore[arg-type]
        assert (changed.digest() != plain.digest()) is option.metadata["results"], option.name


def test_every_option_says_what_it_is() -> None:
    lines = inspect.getsource(Settings).splitlines()
    for option in fields(Settings):
        place = next(number for number, line in enumerate(lines) if line.startswith(f"    {option.name}:"))
        assert lines[place + 1].startswith('    """'), option.name
