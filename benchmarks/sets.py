"""The sets that quality is measured on, and which of their rows may be counted.

Of a set that trains what ships only the held-back rows count; of the others every row does.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import ReadError
from factcheck.evaluate.rows import VerdictRow, read_verdicts, row_of
from training.data import VERDICTS, Row, data_folder, short, verdict_rows

HELD_BACK, ALL = "held back", "all"
MEASURED = (
    "verdict/climate_fever.jsonl.gz",
    "verdict/healthver_dev.jsonl.gz",
    "verdict/chef_dev.jsonl.gz",
    "verdict/chef_train.jsonl.gz",
    "verdict/numerical_zh.jsonl.gz",
    "verdict/logic_zh.jsonl.gz",
)
"""Verdict sets that train nothing that ships."""
FOUND = MEASURED[:4]
"""Those whose evidence a search found before people labelled it; that of the others was chosen or written."""
TRAINED = (*VERDICTS, "checkworthiness/checkthat2024_train.jsonl.gz")
"""Sets of which rows train what ships."""
DRCD = ("retrieval/drcd_docs.jsonl.gz", "retrieval/drcd_queries.jsonl.gz")
CHECKTHAT = ("retrieval/checkthat2020_claims.jsonl.gz", "retrieval/checkthat2020_dev.jsonl.gz")
CFEVER = "verdict/cfever_aicup_train.jsonl.gz"
NEWS = "retrieval/wmt_news_en_zh.jsonl.gz"
WORTHINESS = "checkworthiness/checkthat2024_dev.jsonl.gz"


class Split(NamedTuple):
    """Rows of one file that may be counted."""

    file: str
    """Below the data folder."""
    part: str
    """HELD_BACK or ALL."""
    rows: list[VerdictRow]

    @property
    def name(self) -> str:
        """The file's name without its endings."""
        return short(self.file)


def split_of(file: str) -> str:
    """Which rows of a file may be counted."""
    return HELD_BACK if file in TRAINED else ALL


def verdict_splits(*files: str) -> list[Split]:
    """The rows of each of `files` that may be counted; of all verdict sets where none is named."""
    return [
        Split(file, HELD_BACK, [row_of(row) for row in _held_back()[file]])
        if file in VERDICTS
        else Split(file, ALL, read_verdicts(path_of(file)))
        for file in files or (*VERDICTS, *MEASURED)
    ]


@lru_cache(maxsize=1)
def _held_back() -> dict[str, list[Row]]:
    """Which rows are held back takes all sets at once to say."""
    return verdict_rows(held_back=True)


def path_of(file: str) -> Path:
    """Where a set lies; ReadError where it is not there."""
    path = data_folder() / file
    if not path.is_file():
        raise ReadError(f"Wanted the set {path}, found no file; set FACTCHECK_DATA.")
    return path
