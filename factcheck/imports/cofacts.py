"""Cofacts' open data: messages that people forwarded, and the volunteers' replies to them.

Three tables, in a folder or a ZIP archive: `articles.csv` (id, text), `replies.csv` (id, type, createdAt)
and `article_replies.csv` (articleId, replyId, replyType, status), as described in the README of
https://github.com/cofacts/opendata. A folder may hold each of them packed, as Cofacts publishes them
(`articles.csv.zip`). A message with several replies makes one claim, dated by the latest of
them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from factcheck.errors import ReadError
from factcheck.imports import Problem
from factcheck.imports.archives import Tables, table_names
from factcheck.imports.fields import FactCheckFields, checked, problem, refuse_columns, shown
from factcheck.imports.tables import Row
from factcheck.model import Verdict
from factcheck.store import CheckedClaim

_WANTED = {
    "articles": ("id", "text"),
    "replies": ("id", "createdAt"),
    "article_replies": ("articleId", "replyId", "status"),
}
"""The tables and the columns that each of them needs."""
_RULINGS = {
    "RUMOR": Verdict.CONTRADICTED,
    "NOT_RUMOR": Verdict.SUPPORTED,
    "NON_RUMOR": Verdict.SUPPORTED,
}
"""What a reply's type says of the message; other types say neither that it is true nor that it is false."""


@dataclass(frozen=True, slots=True)
class _Reply:
    kind: str
    written: str
    """ISO 8601 moment; empty where it is not known."""


class CofactsImporter:
    """Every message that volunteers called a rumour, or none."""

    name = "cofacts"

    def recognises(self, path: Path) -> bool:
        """A folder or an archive that holds the three tables."""
        return table_names(path) >= set(_WANTED)

    def read(self, path: Path, columns: Mapping[str, str]) -> Iterator[CheckedClaim | Problem]:
        """As `Importer.read` says; columns are refused, and so is an archive that unpacks into too much."""
        refuse_columns(self.name, columns)
        found = table_names(path)
        if not found >= set(_WANTED):
            wanted = ", ".join(f"{name}.csv" for name in _WANTED)
            here = ", ".join(f"{name}.csv" for name in sorted(found)[:20]) or "none of them"
            raise ReadError(f"Wanted {wanted} in a folder or a ZIP archive, found {here} in '{path}'.")
        tables = Tables(path, _WANTED)
        replies: dict[str, _Reply] = {}
        answers: dict[str, list[_Reply]] = {}
        passed_over: Counter[str] = Counter()
        yield from _read_replies(tables, replies)
        yield from _read_answers(tables, replies, answers, passed_over)
        yield from _read_articles(tables, answers)
        if answers:
            passed_over["are to articles that articles.csv has not"] += sum(map(len, answers.values()))
        for what, count in sorted(passed_over.items()):
            yield problem("article_replies.csv", f"{count:,} replies {what}; they are passed over")


def _read_replies(tables: Tables, replies: dict[str, _Reply]) -> Iterator[Problem]:
    """Fill `replies` by id."""
    for row in tables.rows("replies"):
        if isinstance(row, Row):
            cells = row.cells
            replies[cells.get("id", "")] = _Reply(cells.get("type", ""), cells.get("createdAt", "").strip())
        else:
            yield row


def _read_answers(
    tables: Tables, replies: Mapping[str, _Reply], answers: dict[str, list[_Reply]], passed_over: Counter[str]
) -> Iterator[Problem]:
    """Fill `answers` with the replies to each article that count, and tally why others do not."""
    for row in tables.rows("article_replies"):
        if not isinstance(row, Row):
            yield row
            continue
        cells = row.cells
        reply = replies.get(cells.get("replyId", ""), _Reply("", ""))
        kind = (cells.get("replyType", "") or reply.kind).strip().upper()
        status = cells.get("status", "").strip().upper()
        if status != "NORMAL":
            passed_over[f"have the status {shown(status) or 'none'}"] += 1
        elif kind not in _RULINGS:
            passed_over[f"are of the type {shown(kind) or 'none'}"] += 1
        else:
            answers.setdefault(cells.get("articleId", ""), []).append(_Reply(kind, reply.written))


def _read_articles(tables: Tables, answers: dict[str, list[_Reply]]) -> Iterator[CheckedClaim | Problem]:
    """A claim for each article with a reply that counts; what is read is taken out of `answers`."""
    for row in tables.rows("articles"):
        if not isinstance(row, Row):
            yield row
            continue
        key = row.cells.get("id", "")
        given = sorted(answers.pop(key, []), key=lambda reply: reply.written)
        if given:
            kinds = list(dict.fromkeys(reply.kind for reply in given))
            rulings = {_RULINGS[kind] for kind in kinds}
            yield from checked(
                FactCheckFields(
                    row.place,
                    text=row.cells.get("text", ""),
                    verdict=", ".join(kinds),
                    publisher="Cofacts",
                    url=f"https://cofacts.tw/article/{quote(key, safe='')}",
                    published=given[-1].written,
                    # Volunteers who disagree leave it to the reader.
                    ruling=rulings.pop() if len(rulings) == 1 else None,
                )
            )
