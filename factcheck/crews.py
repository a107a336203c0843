"""Who does the work of a run: the process at hand, and others beside it where there is much to do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from factcheck.check import Article, Examined, Machinery, examine
from factcheck.crew import Alone, Context, Crew, Result, Work, cores
from factcheck.encoders import Encoder
from factcheck.encoders.builtin import BuiltinEncoder
from factcheck.folder import Folder
from factcheck.language.entities import AliasTable
from factcheck.model import Card, Document
from factcheck.prepare import Prepared, Tools, prepare, tools


def preparers(
    workers: int, aliases: AliasTable, own_aliases: Path | None, encoder: Encoder, cluster: str = ""
) -> Crew[tuple[Document, Card], Prepared]:
    """Who prepares sources: the workers at `cluster`, else `workers` processes, 0: one for each core.

    Only the built-in encoder is so quick to open that each worker has its own.
    """
    builtin = encoder if isinstance(encoder, BuiltinEncoder) else None
    if cluster:
        from factcheck.cluster.preparing import ClusterPreparers

        return ClusterPreparers(cluster, _content(own_aliases), encodes=builtin is not None)
    opening = partial(tools, own_aliases, encodes=builtin is not None)
    return _crew(workers, prepare, Tools(aliases, builtin), opening)


def examiners(
    workers: int, machinery: Machinery, opening: Callable[[], Machinery]
) -> Crew[Article, Examined]:
    """Who examines articles; `opening` is how a worker opens its own machinery."""
    return _crew(workers, examine, machinery, opening)


def cluster_examiners(
    cluster: str,
    folder: Folder,
    machinery: Machinery,
    own_aliases: Path | None,
    told: Callable[[str], None],
) -> Crew[Article, Examined]:
    """Who examines articles on a cluster: workers that share the corpus of the workspace in `folder`.

    `told` hears, in sentences, what takes time and what was lost.
    """
    from factcheck.cluster.examining import ClusterExaminers

    return ClusterExaminers(cluster, folder, machinery, _content(own_aliases), told)


def _content(own_aliases: Path | None) -> bytes | None:
    """A table of names as workers elsewhere get it."""
    return own_aliases.read_bytes() if own_aliases is not None else None


def _crew(
    workers: int,
    work: Callable[[Context, Work], Result],
    context: Context,
    opening: Callable[[], Context],
) -> Crew[Work, Result]:
    alone = Alone(work, context)
    count = workers or cores()
    if sys.platform == "win32":
        # More handles than that Windows cannot wait for; concurrent.futures refuses them.
        count = min(count, 61)
    if count == 1:
        return alone
    # What starts processes is imported only for them.
    from factcheck.processes import Processes

    return Processes(work, opening, alone, workers=count)
