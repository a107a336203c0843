"""Installed distributions: what each is licensed under, and what a set of requirements brings with it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
OWN = "factcheck-workbench"
NOT_INSTALLED = ("onnx", "openvino")
"""Extras that `make test` does not install."""
SAME = {
    "Apache-2.0": (
        "Apache 2",
        "Apache 2.0",
        "Apache 2.0 License",
        "Apache License 2.0",
        "Apache License, Version 2.0",
        "Apache Software License",
    ),
    "MIT": ("MIT License",),
    "BSD": ("BSD License",),
    "BSD-2-Clause": ("BSD 2-Clause License", "The BSD 2-Clause License"),
    "ISC": ("ISC License", "ISC License (ISCL)"),
    "MPL-2.0": ("Mozilla Public License 2.0 (MPL 2.0)",),
    "PSF-2.0": ("Python Software Foundation License",),
}
"""By the one name: other words for it that metadata use. BSD: they do not say with how many clauses."""
_NAMES = {word: name for name, words in SAME.items() for word in words}
_OF_A_CARD = ("nvidia-", "cuda-", "triton")
"""What torch brings for an accelerator, where it is built for one; `make test` needs none."""
_LONGEST = 60
"""Code points from which the field holds the licence itself instead of its name."""


def licence_of(name: str) -> str:
    """What the installed metadata say, in one spelling; "" where they say nothing."""
    about = distribution(name).metadata
    names = ("License-Expression", "License")
    stated, field = (str((about.get_all(name) or [""])[0]).strip() for name in names)
    if not stated and field and "\n" not in field and len(field) <= _LONGEST:
        stated = field
    if not stated:
        kinds = [one for one in about.get_all("Classifier") or [] if one.startswith("License ::")]
        stated = " AND ".join(one.rpartition("::")[2].strip() for one in kinds)
    return _NAMES.get(stated, stated)


@cache
def project() -> dict[str, list[str]]:
    """Requirements of this project as pyproject.toml has them, by extra; "" for those of every install."""
    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found = {"": about["dependencies"], **about["optional-dependencies"]}
    return {extra: [one for one in wanted if Requirement(one).name != OWN] for extra, wanted in found.items()}


def requirements(distribution_: Distribution, extras: Iterable[str]) -> list[Requirement]:
    """What a distribution needs here, with these of its extras."""
    wanted = [Requirement(line) for line in distribution_.requires or []]
    return [
        one
        for one in wanted
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ("", *extras))
    ]


def closure(wanted: Iterable[str]) -> tuple[dict[str, set[str]], list[str]]:
    """Everything that `wanted` brings with it, by canonical name, with who needs it; and what does not fit.

    What does not fit is missing or installed in a version outside the range.
    """
    needed: dict[str, set[str]] = {}
    wrong: list[str] = []
    seen: set[tuple[str, frozenset[str]]] = set()
    todo = [(OWN, Requirement(line)) for line in wanted]
    while todo:
        by, one = todo.pop()
        name = canonicalize_name(one.name)
        if name.startswith(_OF_A_CARD):
            continue
        needed.setdefault(name, set()).add(by)
        try:
            found = distribution(one.name)
        except PackageNotFoundError:
            wrong.append(f"{by} needs {one}, which is not installed")
            continue
        if not one.specifier.contains(found.version, prereleases=True):
            wrong.append(f"{by} needs {one}, installed is {found.version}")
        if (name, frozenset(one.extras)) not in seen:
            seen.add((name, frozenset(one.extras)))
            todo += [(name, other) for other in requirements(found, one.extras)]
    return needed, wrong


def pinned() -> dict[str, str]:
    """constraints.txt: versions by the names as they stand there."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return dict(line.split("==") for line in lines if "==" in line)
