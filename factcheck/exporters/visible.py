"""Text from elsewhere made safe to show: what would steer a terminal or turn lines around becomes visible."""

from __future__ import annotations

import re
import unicodedata

_HARMLESS = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Format characters that neither move nor reorder anything: soft hyphen, zero-width spaces and joiners."""
_HIDDEN = re.compile(r"(?<=\w)[\u200b\u200c\u200d\u2060\ufeff]+(?=\w)")
"""Those that divide a word or a figure unseen; a soft hyphen does so by right, a joiner joins pictures."""


def visible(text: str, *, keep: str = "") -> str:
    """`text` with control, bidirectional and other steering characters as escapes such as \\x1b or \\u202e.

    A zero-width character inside a word or a figure is escaped as well. White space other than a space
    (tab, line breaks) becomes one space, except the characters in `keep`.
    """
    if text.isprintable():
        return text
    text = _HIDDEN.sub(lambda match: "".join(map(_escape, match[0])), text)
    return "".join(char if char in keep else _shown(char) for char in text)


def _shown(char: str) -> str:
    if char.isprintable() or char in _HARMLESS:
        return char
    if char in "\t\n\r\v\f\u2028\u2029" or unicodedata.category(char) == "Zs":
        return " "
    # Unassigned and private characters show as a box and steer nothing.
    if unicodedata.category(char) in ("Cc", "Cf", "Cs"):
        return _escape(char)
    return char


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
