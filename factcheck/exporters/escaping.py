"""Text from elsewhere made safe for each format, so that it can neither run nor style nor forge anything."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence

from factcheck.exporters.visible import visible

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>|~&$]|(?<=:)//|(?<=w)\.|(?<=\w)@")
_LEADING = re.compile(r"^(\s*\d*)([#+\-=.)])")
"""What at the beginning of a line makes a heading, a rule or a list of it."""
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What begins a formula for a spreadsheet; the wide forms do where Chinese or Japanese is set (OWASP)."""
_STEERING = frozenset(("Cc", "Cf", "Zl", "Zp", "Cs"))


def markdown(text: str) -> str:
    """`text` on one line of CommonMark in which nothing is markup, a link or a tag."""
    line = _MARKDOWN.sub(lambda match: f"\\{match[0]}", visible(text))
    return _LEADING.sub(r"\1\\\2", line)


def cell(text: str | None) -> str:
    """`text` for a cell of a spreadsheet, which reads what begins like a formula as one.

    Such a cell begins with an apostrophe, as spreadsheets mark text themselves; `uncelled` takes it off.
    """
    if not text:
        return ""
    return f"'{text}" if text.startswith(_FORMULA) or _is_quoted(text) else text


def uncelled(text: str) -> str:
    """The text that `cell` was given."""
    return text[1:] if _is_quoted(text) else text


def _is_quoted(text: str) -> bool:
    """Whether a text begins with an apostrophe that `cell` may have put there."""
    return text.lstrip("'").startswith(_FORMULA) and text.startswith("'")


def json_text(value: Mapping[str, object] | Sequence[object], *, indent: int | None = None) -> str:
    """`value` as JSON with its characters as they are, except those that steer a terminal or turn lines.

    Control, bidirectional and other invisible characters become escapes, which every JSON reader reads back.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if text.isprintable():
        return text
    return "".join(_escaped(char) if _steers(char) else char for char in text)


def _steers(char: str) -> bool:
    return char != "\n" and unicodedata.category(char) in _STEERING


def _escaped(char: str) -> str:
    return json.dumps(char)[1:-1]
