"""Texts that FEVER and SciFact keep apart from their claims."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from factcheck.errors import ReadError
from factcheck.evaluate.files import objects_of

_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-COLON-": ":"}


def page_title(name: str) -> str:
    """A page's title as people write it: FEVER's underscores and brackets undone."""
    for written, meant in _BRACKETS.items():
        name = name.replace(written, meant)
    return name.replace("_", " ").strip()


class Abstracts:
    """SciFact's corpus: number -> (title, abstract)."""

    def __init__(self, path: Path) -> None:
        """ReadError where a line is no abstract."""
        self._path = path
        self._found: dict[int, tuple[str, str]] = {}
        for number, raw in objects_of(path):
            try:
                self._found[int(raw["doc_id"])] = (
                    str(raw.get("title") or ""),
                    " ".join(sentence.strip() for sentence in raw["abstract"]),
                )
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                raise ReadError(
                    f"{path}, line {number}: wanted 'doc_id', 'title' and 'abstract' (a list of sentences), "
                    f"found the keys {', '.join(raw)}."
                ) from error

    def of(self, document: int, where: str) -> tuple[str, str]:
        """Title and text of one abstract; ReadError, with the place that names it, where it is not there."""
        if document not in self._found:
            raise ReadError(
                f"{where} names abstract {document}, which is not among the {len(self._found):,} of "
                f"{self._path}. Give the corpus that belongs to these claims with --corpus."
            )
        return self._found[document]


class WikiPages:
    """The sentences of FEVER's wiki-pages that are asked for: read once, the rest passed over."""

    def __init__(self, path: Path, wanted: Mapping[str, Collection[int]]) -> None:
        """`path` is one .jsonl (also .gz) or the folder of them; `wanted` gives the lines of each page."""
        self._path = path
        self._found: dict[tuple[str, int], str] = {}
        names = sorted(path.glob("*.jsonl*")) if path.is_dir() else [path]
        if not names:
            raise ReadError(f"Wanted FEVER's wiki-pages in {path}, found no .jsonl file.")
        for name in names:
            for raw in self._pages(name):
                lines = wanted.get(str(raw.get("id", "")))
                if lines is not None:
                    self._keep(str(raw["id"]), str(raw.get("lines", "")), lines)

    def _pages(self, path: Path) -> Iterator[dict[str, object]]:
        try:
            with (
                gzip.open(path, "rt", encoding="utf-8")
                if path.suffix == ".gz"
                else path.open(encoding="utf-8") as file
            ):
                for line in file:
                    if line.strip():
                        found = json.loads(line)
                        if not isinstance(found, dict):
                            raise ValueError(f"a line holds no object but {line[:40]!r}")
                        yield found
        except (OSError, EOFError, ValueError, zlib.error, RecursionError) as error:
            raise ReadError(f"Cannot read the wiki-pages {path}: {error}. Wanted is JSON Lines.") from error

    def _keep(self, page: str, lines: str, wanted: Collection[int]) -> None:
        for line in lines.split("\n"):
            number, _, rest = line.partition("\t")
            if number.isdecimal() and int(number) in wanted:
                self._found[page, int(number)] = rest.partition("\t")[0]

    def sentence(self, page: str, line: int) -> str:
        """One sentence; empty where the page has no such line, as happens in FEVER."""
        return self._found.get((page, line), "")
