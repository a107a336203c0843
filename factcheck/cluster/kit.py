"""What a worker reads and judges with: sent as content, opened once in its process, and kept.

Readings, names and already checked claims ask a store; in a worker the rows that came with the work answer.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import cast

from factcheck.check import Scorer
from factcheck.checkpoints.loading import Runtime
from factcheck.cluster.stamps import CannotBegin, Stamp, stamp_here
from factcheck.encoders import Encoder, load_encoder
from factcheck.encoders.static import StaticEncoder
from factcheck.errors import FactcheckError
from factcheck.judges import load_judge
from factcheck.language.entities import AliasTable, load_aliases
from factcheck.language.learnt import LearntNames
from factcheck.late_interaction import LateInteraction
from factcheck.match import Memory
from factcheck.model import Document, Provenance
from factcheck.readings import Readings
from factcheck.rerankers import Reranker, load_reranker
from factcheck.retrieve import near_from
from factcheck.settings import Settings
from factcheck.store import CheckedClaim, Store
from factcheck.verify import Verifier
from factcheck.worthiness import Worthiness

_ARTICLES = 64
"""Articles whose names are held between extracting their claims and judging them."""
_TABLES = 4
"""Tables of names that a worker keeps open: runs of several workspaces may share it."""

turn = threading.RLock()
"""Held by what uses an opened kit: its caches are made for one thread, and `dask worker` may have many."""


@dataclass(frozen=True, slots=True)
class Kit:
    """What one run of `check` is made with, without the passages."""

    key: str
    """Differs between any two runs."""
    stamp: Stamp
    settings: Settings
    provenance: Provenance
    dimension: int
    """Of the encoder's vectors."""
    reranker: str
    """Name and revision; empty for none."""
    own_aliases: bytes | None
    """The workspace's own table of names."""
    corpus_revision: str
    glosses: Mapping[str, str] = field(default_factory=dict)
    """By source, in the order of adding, what it declares of names."""
    checked: Sequence[CheckedClaim] = ()


class Carried:
    """Answers for the store with what came along: see the same names there."""

    read_only = True

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.rows: dict[str, str] = {}
        """Readings of the passages at hand, by id."""
        self.parts: dict[str, str] = {}
        """Short forms of the sources at hand."""

    def corpus_revision(self) -> str:
        return self._kit.corpus_revision

    def glosses(self, revision: str) -> dict[str, str]:
        return dict(self._kit.glosses)

    def unglossed(self, revision: str) -> list[str]:
        return []

    def short_forms(self, document_id: str, revision: str) -> str | None:
        return self.parts[document_id]

    def readings(self, passage_ids: Sequence[str], revision: str) -> dict[str, str]:
        return {key: self.rows[key] for key in passage_ids if key in self.rows}

    def memory_state(self) -> tuple[int, int, int]:
        return 0, 0, 0

    def memory(self) -> list[CheckedClaim]:
        return list(self._kit.checked)


def named(reranker: Reranker | None) -> str:
    """A reranker's name and revision; empty for none."""
    return f"{reranker.name}@{reranker.revision}" if reranker is not None else ""


class Instruments:
    """A kit, opened."""

    def __init__(self, kit: Kit) -> None:
        """CannotBegin where this installation is another, or has not the models that are wanted."""
        settings = kit.settings
        require_stamp(kit.stamp)
        runtime = Runtime(settings.backend, settings.device)
        self.encoder: Encoder = load_encoder(settings.encoder, dimension=kit.dimension, runtime=runtime)
        judge = load_judge(settings.judge, runtime=runtime)
        _require("encoder", kit.provenance.encoder, f"{self.encoder.name}@{self.encoder.revision}")
        _require("judge", kit.provenance.judge, f"{judge.name}@{judge.revision}")
        words = StaticEncoder.builtin()
        self.carried = Carried(kit)
        # What asks it asks only what it answers.
        store = cast(Store, self.carried)
        self.settings, self.provenance = settings, kit.provenance
        self.aliases = aliases_of(kit.own_aliases)
        self.readings = Readings(store, self.aliases)
        self.reranker: Reranker | None = load_reranker(settings.reranker, runtime=runtime)
        _require("reranker", kit.reranker, named(self.reranker))
        self.closer = LateInteraction.builtin()
        self.scorer: Scorer = Worthiness(words).score
        self.memory = Memory(store, self.encoder)
        self.verifier = Verifier(
            judge,
            self.readings,
            words,
            top=settings.top,
            near=near_from(self.encoder, self.reranker),
            aliases=self.aliases,
        )
        self._names = lru_cache(maxsize=_ARTICLES)(self.readings.names.of_article)

    def names(self, article: Document) -> LearntNames:
        """The names in force for an article."""
        return self._names(article.text)


def _require(what: str, wanted: str, found: str) -> None:
    if wanted != found:
        raise CannotBegin(f"Wanted the {what} {wanted} on every worker, found {found} on {worker_name()}.")


_held: dict[str, Instruments] = {}


def opened(kit: Kit) -> Instruments:
    """The kit, opened in this process; called with `turn` held."""
    if kit.key not in _held:
        try:
            made = Instruments(kit)
        except CannotBegin:
            raise
        except FactcheckError as error:
            raise CannotBegin(f"The worker {worker_name()} cannot begin: {error}") from error
        _held.clear()
        _held[kit.key] = made
    return _held[kit.key]


@lru_cache(maxsize=_TABLES)
def aliases_of(own: bytes | None) -> AliasTable:
    """The tables of names with a workspace's own, given as the content of its file."""
    if own is None:
        return load_aliases()
    with tempfile.TemporaryDirectory(prefix="factcheck-names-") as folder:
        path = Path(folder) / "aliases.toml"
        path.write_bytes(own)
        return load_aliases(path)


@lru_cache(maxsize=_TABLES)
def require_stamp(wanted: Stamp) -> None:
    """CannotBegin unless this installation is the coordinator's; a worker that joins late is asked here."""
    wanted.require_same(stamp_here(), f"the worker {worker_name()}")


def worker_name() -> str:
    """The address of the Dask worker at hand; in any other process that it is none."""
    from distributed import get_worker

    try:
        return str(get_worker().address)
    except ValueError:
        return "(no worker)"
