"""What an article, a source, a name or a note may say to run, style, overwrite or forge something: one list.

Each text stands in a sentence of each kind of text (English, Traditional and Simplified Chinese, mixed).
"""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar

STEERING = {
    "colour": "\x1b[31mred\x1b[0m",
    "clear": "\x1b[2J\x1b[H\x1b[1A\x1b[2K",
    "report the cursor": "\x1b[6n\x1b[c",
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "device string": "\x1bP1$r0m\x1b\\ \x90+q\x9c",
    "c1": "\x9b31m \x9d0;owned\x9c \x85 \x8d",
    "overwrite": "supported\r\x08\x08\x08forged\x0b\x0c\x7f",
    "turned": "\u202eright to left\u202c \u2066isolated\u2069 \u200f\u061c\u200e",
    "lines": "one\u2028two\u2029three",
    "tags": "\U000e0041\U000e007f",
}
"""For terminals: CSI, OSC 0, 8 and 52, DCS, C1, overwriting, bidirectional controls."""
MARKUP = {
    "style": "[red]red[/red] [bold on blue]x[/]",
    "click": "[@click=app.quit]quit[/] [@click=screen.do('decide')]x[/]",
    "rich link": "[link=https://evil.example]y[/link]",
    "unbalanced": "[/] [/red] [[ ]] \\[red] [not a style]",
    "emoji": ":skull: :smile:",
}
"""For Rich and Textual."""
HTML = {
    "script": "</script><script>alert(1)</script>",
    "attribute": "\" onmouseover=\"alert(1)\" x=\"' onfocus='alert(1)' autofocus='",
    "picture": "<img src=x onerror=alert(1)><svg onload=alert(1)><use href=data:image/svg+xml,x></svg>",
    "closing": "</mark></bdi></p></article></style></title></textarea><!-- --> <![CDATA[ ]]> <?php ?>",
    "style": "<style>body{display:none}</style><link rel=stylesheet href=https://evil.example/x.css>",
    "page": "<meta http-equiv=refresh content=0;url=https://evil.example><base href=https://evil.example>",
    "entities": "&lt;b&gt; &#60;script&#62; &amp;lt; ＜script＞",
}
MARKDOWN = {
    "link": "[click](https://evil.example) [x][1] [1]: https://evil.example <https://evil.example>",
    "picture": "![x](https://evil.example/x.png)",
    "fence": "```\ncode\n``` ~~~ `x` ``y``",
    "heading": "# heading\n## another\n===\n---",
    "list": "- item\n* item\n1. item\n> quote",
    "table": "| a | b |\n|---|---|\n| c | d |",
    "raw": '<b>raw</b> <a href="javascript:alert(1)">x</a>',
    "weight": "**bold** __bold__ *it* _it_ ~~gone~~ $x$ \\* \\",
    "bare": "https://evil.example www.evil.example eve@evil.example",
}
FORMULAS = {
    "equals": "=cmd|'/C calc'!A0",
    "plus": "+1+1",
    "minus": "-1+1",
    "at": "@SUM(1+1)",
    "tab": "\t=1+1",
    "return": "\r=1+1",
    "feed": "\n=1+1",
    "wide": "＝1+1",
    "wide plus": "＋1+1",
    "wide minus": "－1+1",
    "wide at": "＠SUM(1+1)",
    "apostrophe": "'=1+1",
    "separator": '";=1+1;"\r\n=1+1,"',
    "link": '=HYPERLINK("https://evil.example","x")',
}
"""For spreadsheets; some of them only where they begin a cell."""
QUERIES = {
    "sql": "'; DROP TABLE documents; --",
    "quotes": '" \' ` ""',
    "operators": "AND OR NOT +must -not",
    "field": 'words:x facts:* title:"x" number:[0 TO 9]',
    "near": 'NEAR(a b, 3) "a b"~2 a^9',
    "wildcards": "* ? % _ a* %_%",
    "brackets": "( [ { ^ ~ \\ / & | ! :",
}
TEMPLATES = {
    "jinja": "{{ 7*7 }} {% include '/etc/passwd' %} {# gone #} {{ report.version }}",
    "shell": "${HOME} $(id) `id` $HOME",
    "percent": "%s %d %(name)s %n %%",
    "braces": "{0} {what} {who} {} {name!r} {self.__class__} {{x}}",
    "tcss": "$primary ${{ x }} <%= 7*7 %> #{7*7}",
}
PATHS = {
    "up": "../../../../etc/passwd",
    "absolute": "/etc/passwd",
    "windows": "..\\..\\x C:\\Windows\\x \\\\host\\share",
    "device": "CON",
    "device file": "NUL.txt",
    "nothing": "a\x00b",
    "dots": "..",
    "long": "長" * 3000,
    "stream": "x.txt:stream",
    "dash": "-rf",
    "home": "~root/x",
}
URLS = {
    "script": "javascript:alert(1)",
    "script in capitals": "JaVaScRiPt:alert(1)",
    "script behind a blank": " javascript:alert(1)",
    "script in two lines": "java\nscript:alert(1)",
    "data": "data:text/html,<script>alert(1)</script>",
    "vbscript": "vbscript:msgbox(1)",
    "file": "file:///etc/passwd",
    "no scheme": "//evil.example/x",
    "quoted": 'https://evil.example/"onmouseover="alert(1)',
    "tag": "https://evil.example/><script>alert(1)</script>",
    "escape": "https://evil.example/\x1b]8;;x\x07",
    "turned": "https://evil.example/\u202egro.elpmaxe",
    "lines": "https://evil.example/\r\nSet-Cookie: x",
}
"""None of them may be a link."""
IDEAS: dict[str, dict[str, str]] = {
    "steering": STEERING,
    "markup": MARKUP,
    "html": HTML,
    "markdown": MARKDOWN,
    "formulas": FORMULAS,
    "queries": QUERIES,
    "templates": TEMPLATES,
    "paths": PATHS,
    "urls": URLS,
}
CARRIERS = {
    "en": "{} said Veltron sold 300,000 Lark-9 chips in 2025. {}",
    "zh-Hant": "{}表示，Veltron在2025年售出30萬片雲雀晶片。{}",
    "zh-Hans": "{}表示，Veltron在2025年售出30万片云雀芯片。{}",
    "mixed": "{} 指出 Veltron 在2025年 sold 30萬片 Lark-9。{}",
}
EVERY = [text for texts in IDEAS.values() for text in texts.values()]
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")

FREE = frozenset(
    [
        *("title", "author", "url", "path", "archived", "tier", "text", "quote", "attribution", "rationale"),
        *(
            "claim",
            "evidence",
            "publisher",
            "note",
            "reviewer",
            "pinned_by",
            "brought_by",
            "who",
            "why",
            "name",
        ),
        *("before", "after", "prefix", "suffix", "encoder", "judge", "failures", "verdict"),
    ]
)
"""Fields of a report that hold words from elsewhere; those that are enums or ids are left as they are."""
T = TypeVar("T")


def carried(text: str, language: str) -> str:
    """`text` at the beginning and the end of a sentence."""
    return CARRIERS[language].replace("{}", text)


def steers(shown: str, *, keep: str = "\n") -> set[str]:
    """Characters of `shown` that would steer a terminal or turn a line around."""
    return {
        char
        for char in shown
        if char not in keep
        and (
            unicodedata.category(char) in ("Cc", "Cs")
            or char in _TURNING
            or "\U000e0000" <= char <= "\U000e007f"
        )
    }


def rewritten(value: T, change: Callable[[str], str], field: str = "") -> T:
    """A report, or a part of it, with every word from elsewhere replaced: `change` is given the field's name."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return change(field) if field in FREE else value  # type: ignore[return-value]
    if isinstance(value, tuple):
        # Beside what failed, strings in a row are ids.
        parts = [rewritten(one, change, field if field == "failures" else "") for one in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)  # type: ignore[return-value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed: dict[str, Any] = {
            one.name: rewritten(getattr(value, one.name), change, one.name)
            for one in dataclasses.fields(value)
            if one.init
        }
        return dataclasses.replace(value, **changed)
    return value
