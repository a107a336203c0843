"""Which models there are: built in, on this machine, and worth fetching. Loads none of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.checkpoints.description import Description, Purpose, describe
from factcheck.checkpoints.places import installed, locate
from factcheck.checkpoints.weights import builtin_revision
from factcheck.encoders.prompts import NO_PROMPTS, Prompts, prompts_for
from factcheck.errors import ModelError
from factcheck.judges import BUILTIN, THOROUGH
from factcheck.rerankers import NONE
from factcheck.settings import Settings
from factcheck.suggested import SUGGESTED, Mark, Suggestion

_BUILTIN = Path(__file__).resolve().parent / "models"
_FOLDERS = (
    ("encoder", BUILTIN, Purpose.ENCODER, 256),
    ("judge", BUILTIN, Purpose.JUDGE, None),
    (THOROUGH, THOROUGH, Purpose.JUDGE, None),
    ("worthiness", BUILTIN, Purpose.WORTHINESS, None),
)
"""Folder, the name that the settings know it by, purpose and dimension."""
_LICENCE = "apache-2.0"
_COMMIT = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True, slots=True)
class Listed:
    """One model and what is known of it without loading it."""

    name: str
    """What `models use`, --encoder, --judge or --reranker take."""
    origin: str
    """`builtin`, `installed` or `suggested`."""
    purpose: Purpose
    in_force: bool
    """Whether the settings name it."""
    path: str = ""
    """Folder of its files; empty where they are not here."""
    revision: str = ""
    """Of a built-in model 12 hex digits of its weights, of a download its commit; empty where unknown."""
    bytes: int | None = None
    """Size of its weights on disk."""
    parameters: int | None = None
    """In millions, as published."""
    dimension: int | None = None
    prompts: Prompts = NO_PROMPTS
    labels: tuple[str, ...] = ()
    licence: str = ""
    note: str = ""
    marks: tuple[Mark, ...] = field(default=())


def listed(settings: Settings) -> list[Listed]:
    """Every model: built in, on this machine by name, then those worth fetching that are not here."""
    here = list(_installed(settings))
    names = {one.name for one in here}
    fetchable = [_suggested(one, settings) for one in SUGGESTED if one.name not in names]
    return [*_builtin(settings), *here, *fetchable]


def _builtin(settings: Settings) -> Iterator[Listed]:
    for folder, name, purpose, dimension in _FOLDERS:
        # In the order in which the models themselves reckon their revision.
        weights = [
            file for kind in ("*.safetensors", "words.txt") for file in sorted((_BUILTIN / folder).glob(kind))
        ]
        if weights:
            yield Listed(
                name=name,
                origin="builtin",
                purpose=purpose,
                in_force=purpose is Purpose.WORTHINESS or _names(settings, purpose) == name,
                path=str(_BUILTIN / folder),
                revision=builtin_revision(*weights),
                bytes=sum(file.stat().st_size for file in weights),
                dimension=dimension,
                licence=_LICENCE,
                marks=tuple(_measured(_BUILTIN / folder / "training.json")),
            )


def _measured(path: Path) -> Iterator[Mark]:
    """What training measured on rows that it held back."""
    made = json.loads(path.read_text(encoding="utf-8"))
    for name, found in made.items():
        if isinstance(found, dict) and "accuracy" in found:
            rows = name.removeprefix("verdict/").removesuffix(".jsonl.gz")
            yield Mark(f"accuracy on held-back rows of {rows}", found["accuracy"], "measured")


def _installed(settings: Settings) -> Iterator[Listed]:
    suggested = {one.name: one for one in SUGGESTED}
    used = _used(settings)
    known_places = sorted(installed())
    real = {folder.resolve() for _, folder in known_places}
    elsewhere = [(name, place) for name, place in used.values() if place.resolve() not in real]
    for name, folder in (*known_places, *dict.fromkeys(elsewhere)):
        found = describe(folder)
        if found.purpose is Purpose.OTHER:
            continue
        known = suggested.get(name)
        yield Listed(
            name=name,
            origin="installed",
            purpose=found.purpose,
            in_force=found.purpose in used and used[found.purpose][1].resolve() == folder.resolve(),
            path=str(folder),
            revision=folder.name if _COMMIT.fullmatch(folder.name) else "",
            bytes=found.bytes,
            parameters=(known.parameters or None) if known else None,
            dimension=found.dimension,
            prompts=_prompts(name, found),
            labels=found.labels,
            licence=found.licence or (known.licence if known else ""),
            note=known.note if known else "",
            marks=known.marks if known else (),
        )


def _used(settings: Settings) -> dict[Purpose, tuple[str, Path]]:
    """By purpose, name and folder of the models in force that are neither built in nor gone."""
    places = {}
    for purpose in (Purpose.ENCODER, Purpose.JUDGE, Purpose.RERANKER):
        name = _names(settings, purpose)
        if name not in (BUILTIN, THOROUGH, NONE):
            try:
                places[purpose] = (name, locate(name, purpose))
            except ModelError:
                # Listing is how a person finds out what there is instead.
                continue
    return places


def _prompts(name: str, found: Description) -> Prompts:
    return prompts_for(name, found.prompts) if found.purpose is Purpose.ENCODER else NO_PROMPTS


def _suggested(one: Suggestion, settings: Settings) -> Listed:
    return Listed(
        name=one.name,
        origin="suggested",
        purpose=one.purpose,
        in_force=_names(settings, one.purpose) == one.name,
        parameters=one.parameters or None,
        dimension=one.dimension,
        prompts=prompts_for(one.name, {}) if one.purpose is Purpose.ENCODER else NO_PROMPTS,
        licence=one.licence,
        note=one.note,
        marks=one.marks,
    )


def _names(settings: Settings, purpose: Purpose) -> str:
    """The name that the settings have for a purpose."""
    named: Mapping[Purpose, str] = {
        Purpose.ENCODER: settings.encoder,
        Purpose.JUDGE: settings.judge,
        Purpose.RERANKER: settings.reranker,
    }
    return named.get(purpose, "")
