"""The training sets: where they lie, how they are read, and which rows are held back.

The folder is FACTCHECK_DATA, else `../shared` beside the repository; the sets lie in its `data/`, whose
README names the terms of each. Only sets marked *ship* may be given to anything that trains a model.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from factcheck.errors import ReadError
from factcheck.language.sentences import split_sentences

Row = dict[str, Any]
Pair = tuple[str, str]

PARALLEL = (
    "parallel/statutes_en_hant.tsv.gz",
    "parallel/python_docs_en_hans.tsv.gz",
    "parallel/tensorflow_docs_en_hans.tsv.gz",
    "parallel/captions_en_hans.tsv.gz",
    "parallel/tatoeba_en_zh.tsv.gz",
)
_MOST = {"parallel/statutes_en_hant.tsv.gz": 60_000}
"""Of a set that would outweigh the others."""
LEXICON = "lexicon/cedict.txt.gz"
VERDICTS = (
    "verdict/fever_dev_pairs.jsonl.gz",
    "verdict/fever_symmetric_v2_dev.jsonl.gz",
    "verdict/foolmetwice_dev.jsonl.gz",
    "verdict/scifact.jsonl.gz",
    "verdict/cfever_aicup_train.jsonl.gz",
)
"""The verdict sets that may train what ships."""
SUPPORTS, CONTRADICTS, NEUTRAL = 0, 1, 2
"""Stances as columns, in the order of the judge's log odds."""
STANCES = {"supported": SUPPORTS, "contradicted": CONTRADICTS, "unverifiable": NEUTRAL}
"""By the label of a verdict row."""


def short(name: str) -> str:
    """What tables call a set: its file's name without folder and endings."""
    return Path(name).name.partition(".")[0]


def data_folder() -> Path:
    """The folder of the sets; ReadError where it is absent."""
    root = Path(__file__).resolve().parent.parent
    folder = Path(os.environ.get("FACTCHECK_DATA", root.parent / "shared")) / "data"
    if not folder.is_dir():
        raise ReadError(f"Wanted the training data in {folder}, found no folder; set FACTCHECK_DATA.")
    return folder


def lines(name: str) -> Iterator[str]:
    """The lines of the set `name` (a path below the data folder), without their ends."""
    with gzip.open(data_folder() / name, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            yield line.rstrip("\n")


def rows(name: str) -> list[Row]:
    """The rows of a JSON-lines set."""
    return [json.loads(line) for line in lines(name)]


def digest(name: str) -> str:
    """sha256 of the set's file as it lies there, in hex."""
    return hashlib.sha256((data_folder() / name).read_bytes()).hexdigest()


def is_held_back(key: str) -> bool:
    """Whether a page title (or a claim, or an English sentence) is in the held-back tenth."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 10 == 0


def parallel_pairs(name: str, *, held_back: bool = False) -> list[Pair]:
    """(English, Chinese) of one parallel set, each pair once; the rows to train on, or the held-back ones."""
    found: dict[Pair, None] = {}
    for line in lines(name):
        english, _, chinese = line.partition("\t")
        if english.strip() and chinese.strip() and is_held_back(english) == held_back:
            found[(english, chinese)] = None
    return list(found)


def some_translations(chance: random.Random) -> list[Pair]:
    """(English, Chinese) of every parallel set, at most `_MOST` of each, shuffled within a set."""
    found: list[Pair] = []
    for name in PARALLEL:
        own = parallel_pairs(name)
        chance.shuffle(own)
        found += own[: _MOST.get(name, len(own))]
    return found


def dictionary_pairs() -> list[tuple[str, list[str]]]:
    """(headword, its English glosses) of the lexicon, in both scripts where they differ."""
    found: list[tuple[str, list[str]]] = []
    for line in lines(LEXICON):
        if line.startswith("#") or "/" not in line:
            continue
        head, _, glosses = line.partition("/")
        words = head.split(" ")[:2]
        meanings = [gloss for gloss in glosses.rstrip("/").split("/") if _is_meaning(gloss)]
        if meanings and len(words) == 2:
            found.extend((word, meanings) for word in dict.fromkeys(words))
    return found


def _is_meaning(gloss: str) -> bool:
    """Whether a gloss says what the word means, not how it is written, counted or read."""
    notes = ("CL:", "see ", "see also", "variant of", "old variant", "also written", "Taiwan pr.", "also pr.")
    return bool(gloss.strip()) and not gloss.startswith(notes) and "[" not in gloss


def sentences_of(text: str) -> list[str]:
    """The sentences of an evidence text, in order."""
    return [span.of(text) for span in split_sentences(text)]


def verdict_rows(*, held_back: bool) -> dict[str, list[Row]]:
    """Set -> its rows, for every verdict set that may ship: those to train on, or the held-back ones.

    A row is held back by its page titles, or by its claim where no page is named; whatever shares a claim or
    an evidence text with a held-back row follows it, across sets, until nothing moves any more.
    """
    every = [(name, row) for name in VERDICTS for row in rows(name)]
    keys = [_keys(row) for _, row in every]
    held = {index for index, (_, row) in enumerate(every) if any(map(is_held_back, _pages(row)))}
    fresh = held
    holders = _holders(keys)
    while fresh:
        touched = {index for held_row in fresh for key in keys[held_row] for index in holders[key]}
        fresh = touched - held
        held = held | fresh
    found: dict[str, list[Row]] = {name: [] for name in VERDICTS}
    for index, (name, row) in enumerate(every):
        if (index in held) == held_back:
            found[name].append(row)
    return found


def _pages(row: Row) -> Sequence[str]:
    titles = [piece["title"] for piece in row["evidence"] if piece["title"]]
    return titles or [row["claim"]]


def _keys(row: Row) -> list[str]:
    """What two rows must not share across the divide."""
    return ["c" + row["claim"], *("e" + piece["text"] for piece in row["evidence"])]


def _holders(keys: Iterable[list[str]]) -> dict[str, list[int]]:
    holders: dict[str, list[int]] = {}
    for index, own in enumerate(keys):
        for key in own:
            holders.setdefault(key, []).append(index)
    return holders
