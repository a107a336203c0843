"""Claims with given evidence and the right answer, in the formats that such sets come in.

The workbench's own: `{"id", "claim", "evidence": [{"title", "text"}], "label"}`, evidence also as plain
strings. FEVER's: labels SUPPORTS, REFUTES, NOT ENOUGH INFO, evidence as text or as places in its
wiki-pages. SciFact's: claims that name abstracts of its corpus.jsonl by number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.errors import ReadError
from factcheck.evaluate.files import objects_of
from factcheck.evaluate.pages import Abstracts, WikiPages, page_title
from factcheck.model import Verdict

LABELS = {
    "supported": Verdict.SUPPORTED,
    "supports": Verdict.SUPPORTED,
    "support": Verdict.SUPPORTED,
    "contradicted": Verdict.CONTRADICTED,
    "contradicts": Verdict.CONTRADICTED,
    "contradict": Verdict.CONTRADICTED,
    "refutes": Verdict.CONTRADICTED,
    "refuted": Verdict.CONTRADICTED,
    "unverifiable": Verdict.UNVERIFIABLE,
    "not enough info": Verdict.UNVERIFIABLE,
    "not_enough_info": Verdict.UNVERIFIABLE,
    "nei": Verdict.UNVERIFIABLE,
}
"""What sets call the three answers, in lower case."""
_TEXTS = ("evidence", "evidence_sentence", "context")
_CLAIMS = ("claim", "text")
_ANSWERS = ("label", "gold_label")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of evidence."""

    title: str
    """Of the page that it stands on; empty where unknown."""
    text: str


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A claim, what it is to be held against, and what a person makes of the two."""

    id: str
    claim: str
    evidence: tuple[Piece, ...]
    label: Verdict
    others: tuple[Piece, ...] = ()
    """Sentences of the same pages that are no evidence."""


def read_verdicts(path: Path, corpus: Path | None = None) -> list[VerdictRow]:
    """The rows of a file in any of the formats.

    `corpus` is FEVER's wiki-pages (a folder or a file) or SciFact's corpus.jsonl; the latter is looked for
    beside `path` where it is not given. ReadError names the line that cannot be understood and what is
    missing.
    """
    places = _Places(path, corpus)
    found = [row for number, raw in objects_of(path) for row in _rows(places, number, raw)]
    return places.filled(found)


def row_of(raw: dict[str, Any]) -> VerdictRow:
    """One row of the workbench's own format; ReadError where it is none."""
    (row,) = _rows(_Places(Path("row"), None), 1, raw)
    return row


class _Places:
    """Evidence that a file names by its place, and where its text is looked for."""

    def __init__(self, path: Path, corpus: Path | None) -> None:
        self.path = path
        self.corpus = corpus
        self._abstracts: Abstracts | None = None
        self.wanted: dict[str, set[int]] = {}
        """FEVER: page -> lines, collected first, because the pages are read once for all rows."""

    def where(self, number: int) -> str:
        return f"{self.path}, line {number}"

    def abstract(self, number: int, document: int) -> Piece:
        """One abstract of SciFact's corpus."""
        if self._abstracts is None:
            beside = self.corpus or next(
                (
                    one
                    for name in ("corpus.jsonl", "corpus.jsonl.gz")
                    if (one := self.path.parent / name).is_file()
                ),
                None,
            )
            if beside is None or not beside.is_file():
                raise ReadError(
                    f"{self.where(number)} names abstracts by number, and their text is missing: wanted is "
                    f"SciFact's corpus.jsonl beside {self.path.name}, or name it with --corpus."
                )
            self._abstracts = Abstracts(beside)
        return Piece(*self._abstracts.of(document, self.where(number)))

    def sentence(self, number: int, page: str, line: int) -> Piece:
        """One sentence of FEVER's pages, its text still to come."""
        if self.corpus is None:
            raise ReadError(
                f"{self.where(number)} names evidence by page and line ({page}, {line}) and its text is "
                "missing: name FEVER's wiki-pages (the folder or one .jsonl) with --corpus."
            )
        self.wanted.setdefault(page, set()).add(line)
        return Piece(page, f"\0{line}")

    def filled(self, rows: list[VerdictRow]) -> list[VerdictRow]:
        """`rows` with the sentences that were named by their place."""
        if not self.wanted or self.corpus is None:
            return rows
        pages = WikiPages(self.corpus, self.wanted)
        return [
            VerdictRow(row.id, row.claim, tuple(self._text(pages, one) for one in row.evidence), row.label)
            for row in rows
        ]

    def _text(self, pages: WikiPages, piece: Piece) -> Piece:
        if not piece.text.startswith("\0"):
            return piece
        return Piece(page_title(piece.title), pages.sentence(piece.title, int(piece.text[1:])))


def _rows(places: _Places, number: int, raw: dict[str, Any]) -> Iterator[VerdictRow]:
    claim = next((raw[name] for name in _CLAIMS if isinstance(raw.get(name), str)), None)
    if not isinstance(claim, str) or not claim.strip():
        raise ReadError(
            f"{places.where(number)}: wanted a 'claim', found the keys {', '.join(raw) or 'none'}."
        )
    key = str(raw.get("id", number))
    if "cited_doc_ids" in raw or isinstance(raw.get("evidence"), dict):
        yield from _scifact(places, number, raw, key, claim)
        return
    evidence = next((raw[name] for name in _TEXTS if name in raw), None)
    if evidence is None:
        raise ReadError(
            f"{places.where(number)}: wanted 'evidence' (texts, or FEVER's or SciFact's places of them), "
            f"found the keys {', '.join(raw)}."
        )
    label = next((raw[name] for name in _ANSWERS if name in raw), None)
    pieces = tuple(dict.fromkeys(_pieces(places, number, evidence)))
    others = tuple(dict.fromkeys(_pieces(places, number, raw.get("other_sentences", ()))))
    yield VerdictRow(key, claim, pieces, _label(places, number, label), others)


def _label(places: _Places, number: int, label: object) -> Verdict:
    known = LABELS.get(label.strip().lower()) if isinstance(label, str) else None
    if known is None:
        raise ReadError(
            f"{places.where(number)}: wanted a 'label' ({', '.join(Verdict)}, or FEVER's SUPPORTS, REFUTES, "
            f"NOT ENOUGH INFO), found {label!r}."
        )
    return known


def _pieces(places: _Places, number: int, evidence: object) -> Iterator[Piece]:
    """Every stretch of text that `evidence` holds or names; what names nothing (null) is passed over."""
    if isinstance(evidence, str):
        if evidence.strip():
            yield Piece("", evidence)
    elif isinstance(evidence, dict):
        if not isinstance(evidence.get("text"), str):
            raise ReadError(
                f"{places.where(number)}: wanted evidence with a 'text', found {str(evidence)[:60]!r}."
            )
        if evidence["text"].strip():
            yield Piece(str(evidence.get("title") or ""), evidence["text"])
    elif isinstance(evidence, list | tuple):
        yield from _listed(places, number, list(evidence))
    elif evidence is not None:
        raise ReadError(f"{places.where(number)}: wanted evidence as text, found {evidence!r}.")


def _listed(places: _Places, number: int, evidence: list[Any]) -> Iterator[Piece]:
    """A list of evidence, or one of FEVER's places: [annotation, set, page, line] or [page, line, text]."""
    if len(evidence) >= 4 and isinstance(evidence[0], int) and isinstance(evidence[2], str | None):
        page, line = evidence[2], evidence[3]
        if len(evidence) > 4 and isinstance(evidence[4], str):
            yield Piece(page_title(page or ""), evidence[4])
        elif page is not None and isinstance(line, int):
            yield places.sentence(number, page, line)
    elif len(evidence) == 3 and isinstance(evidence[0], str) and str(evidence[1]).lstrip("-").isdigit():
        yield Piece(page_title(evidence[0]), str(evidence[2]))
    elif len(evidence) == 2 and isinstance(evidence[0], str) and isinstance(evidence[1], int):
        yield places.sentence(number, evidence[0], evidence[1])
    else:
        for one in evidence:
            yield from _pieces(places, number, one)


def _scifact(places: _Places, number: int, raw: dict[str, Any], key: str, claim: str) -> Iterator[VerdictRow]:
    """A row for each abstract that the claim names: its own label, unverifiable where it is only cited."""
    evidence = raw.get("evidence")
    if not isinstance(evidence, dict):
        raise ReadError(
            f"{places.where(number)}: wanted 'evidence' by abstract, found {evidence!r}; SciFact's test "
            "claims come without answers."
        )
    cited = raw.get("cited_doc_ids") or []
    if not isinstance(cited, list):
        raise ReadError(f"{places.where(number)}: wanted a list in 'cited_doc_ids', found {cited!r}.")
    for document in dict.fromkeys([*evidence, *map(str, cited)]):
        found = evidence.get(document)
        label = _label(places, number, _first_label(found)) if found else Verdict.UNVERIFIABLE
        if not document.isdecimal():
            raise ReadError(f"{places.where(number)}: wanted the number of an abstract, found {document!r}.")
        piece = places.abstract(number, int(document))
        yield VerdictRow(f"{key}-{document}", claim, (piece,), label)


def _first_label(found: object) -> object:
    """The label of an abstract's first piece of evidence; None where there is none."""
    first = found[0] if isinstance(found, list) else None
    return first.get("label") if isinstance(first, dict) else None
