"""A person's own keys: `keys.toml` in the workspace, else in the configuration folder.

    supported = "1"
    undo = ["backspace", "ctrl+z"]

A key is written as it is typed ("?", "Z") or by its name ("space", "ctrl+p", "pagedown").
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

from factcheck.errors import SettingError
from tui.actions import BY_ID, Action, Pane, with_keys

FILE_NAME = "keys.toml"
_NAMES = frozenset(
    [
        "space",
        "tab",
        "enter",
        "escape",
        "backspace",
        "delete",
        "insert",
        "up",
        "down",
        "left",
        "right",
        "home",
        "end",
        "pageup",
        "pagedown",
    ]
) | {f"f{number}" for number in range(1, 25)}
_MODIFIERS = ("ctrl", "shift", "alt")
_TAKEN = frozenset({"ctrl+c"})
"""Terminals and Textual keep these for themselves."""


def places(workspace: Path) -> tuple[Path, ...]:
    """Where the file is looked for; the first outranks the second, action by action."""
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return workspace / FILE_NAME, home / "factcheck" / FILE_NAME


def load_actions(workspace: Path) -> tuple[Action, ...]:
    """The table of actions with the keys in force; SettingError names file, entry and what would do."""
    own: dict[str, tuple[str, ...]] = {}
    origin: dict[str, Path] = {}
    for path in reversed(places(workspace)):
        chosen = _read(path)
        own |= chosen
        origin |= dict.fromkeys(chosen, path)
    actions = with_keys(own)
    _refuse_doubles(actions, origin)
    return actions


def _read(path: Path) -> dict[str, tuple[str, ...]]:
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingError(f'{path} cannot be used: {error}. Write one `action = "key"` a line.') from error
    return {_known(name, path): _keys(name, value, path) for name, value in rows.items()}


def _known(name: str, path: Path) -> str:
    if name in BY_ID:
        return name
    near = difflib.get_close_matches(name, BY_ID, n=1, cutoff=0.4)
    hint = f" Did you mean '{near[0]}'?" if near else ""
    raise SettingError(f"{path}: '{name}' is no action.{hint} Known: {', '.join(BY_ID)}.")


def _keys(name: str, value: object, path: Path) -> tuple[str, ...]:
    written = [value] if isinstance(value, str) else value
    if not isinstance(written, list) or not all(isinstance(key, str) for key in written):
        raise SettingError(f"{path}: '{name}' wants a key or a list of keys in quotes, found {value!r}.")
    return tuple(_key(name, key, path) for key in written)


def _key(name: str, written: str, path: Path) -> str:
    """A key as Textual names it."""
    from textual.keys import _character_to_key

    *modifiers, last = written.split("+") if len(written) > 1 else [written]
    usable = (len(last) == 1 and last.isprintable()) or last.lower() in _NAMES
    if not usable or any(one.lower() not in _MODIFIERS for one in modifiers):
        near = difflib.get_close_matches(last.lower(), _NAMES, n=1, cutoff=0.5)
        hint = f" Did you mean '{'+'.join([*modifiers, near[0]])}'?" if near else ""
        raise SettingError(
            f"{path}: '{name}' wants a key such as 's', 'space' or 'ctrl+p', found '{written}'.{hint}"
        )
    last = _character_to_key(last) if len(last) == 1 else last.lower()
    key = "+".join([*(one.lower() for one in modifiers), last])
    if key in _TAKEN:
        raise SettingError(
            f"{path}: '{name}' cannot have '{written}': the terminal keeps it. Choose another key."
        )
    return key


def _refuse_doubles(actions: tuple[Action, ...], origin: Mapping[str, Path]) -> None:
    """One key does one thing in a pane; which of two was meant nobody can tell."""
    for pane in Pane:
        taken: dict[str, str] = {}
        for action in actions:
            if action.pane not in (pane, Pane.ANYWHERE):
                continue
            for key in action.keys:
                if key in taken:
                    chosen, other = (action.id, taken[key])[:: 1 if action.id in origin else -1]
                    raise SettingError(
                        f"{origin[chosen]}: '{chosen}' has the key '{key}', which '{other}' has already."
                        f" Give '{other}' another key as well, or choose a free one."
                    )
                taken[key] = action.id
