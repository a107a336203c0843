"""Regular expressions compiled when first used.

The grammars of this package hold some three hundred of them, a fifth of a second to compile; one typed
claim needs a fraction of them, and a command that reads no text needs none.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _LazyPattern:
    """Stands for `re.compile(source, flags)`; after the first use its methods are the pattern's own."""

    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


def lazy_pattern(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A pattern to be kept as a module's constant. A faulty source raises re.error at its first use.

    It is no `re.Pattern` by type: call its methods, do not hand it to `re.search` and the like.
    """
    return cast("re.Pattern[str]", _LazyPattern(source, flags))
