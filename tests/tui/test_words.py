"""The language of the labels."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from factcheck.errors import UnknownName
from factcheck.language.tongues import TONGUES, tongue_named
from factcheck.model import Verdict
from tui.words import Speech


@pytest.mark.parametrize(
    ("named", "tongue"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("zh", "zh-Hant"),
        ("ZH-hans", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-HK", "zh-Hant"),
        ("zh-Hans-HK", "zh-Hans"),
    ],
)
def test_a_language_by_name(named: str, tongue: str) -> None:
    assert tongue_named(named) == tongue


@pytest.mark.parametrize(
    ("locale", "tongue"),
    [
        ("en_GB.UTF-8", "en"),
        ("zh_CN.UTF-8", "zh-Hans"),
        ("zh_TW.Big5", "zh-Hant"),
        ("zh_Hans_CN.UTF-8", "zh-Hans"),
        ("zh_SG@pinyin", "zh-Hans"),
        ("de_DE.UTF-8", "en"),
        ("C.UTF-8", "en"),
        ("zh", "zh-Hant"),
    ],
)
def test_else_that_of_the_locale(locale: str, tongue: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert tongue_named(None) == tongue


def test_another_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownName, match="language of the screen 'fr'"):
        tongue_named("fr")
    with pytest.raises(UnknownName, match="'zhuang'"):
        tongue_named("zhuang")


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_question_fits_the_narrowest_screen(tongue: str) -> None:
    speech = Speech(tongue)
    longest = max((speech(verdict) for verdict in Verdict), key=cell_len)
    for name in ("note", "why_none", "why_none_passage", "why_changes", "why_settles"):
        assert cell_len(speech(name, verdict=longest, key="e")) <= 78, name
