"""The one table of actions: each has a hand, words in both languages, and a key of its own."""

from __future__ import annotations

import re

import pytest

from tui.actions import ACTIONS, Pane, reaching
from tui.hands import _SUBJECTS
from tui.words import Speech, known_words


def test_every_action_has_one_hand_and_every_hand_its_action() -> None:
    hands = [name for subject in _SUBJECTS for name in vars(subject) if not name.startswith("_")]
    assert sorted(hands) == sorted(action.id for action in ACTIONS)


@pytest.mark.parametrize("pane", Pane)
def test_no_key_does_two_things_in_a_pane(pane: Pane) -> None:
    keys = [key for action in reaching(ACTIONS, pane) for key in action.keys]
    assert sorted(keys) == sorted(set(keys))


def test_labels_and_help_are_said_in_both_languages() -> None:
    for action in ACTIONS:
        assert all(action.label) and all(action.help)
        assert re.search("[一-鿿]", action.help[1])
        assert not re.search("[一-鿿]", action.help[0])


def test_words_have_the_same_places_in_both_languages() -> None:
    for name, (english, chinese) in known_words().items():
        assert set(re.findall(r"{\w*", english)) == set(re.findall(r"{\w*", chinese)), name


def test_simplified_words_hold_no_traditional_character() -> None:
    speech = Speech("zh-Hans")
    assert speech("queue") == "队列"
    assert speech("supported") == "获来源支持"
