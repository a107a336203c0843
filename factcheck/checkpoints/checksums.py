"""Whether the built-in models are the files that the package was made with.

`models/SHA256SUMS` is written by `python -m training.checksums`, and `sha256sum -c` reads it too. Opening a
model does not ask for it, as that would read every byte before the first answer; `factcheck doctor` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.checkpoints.weights import content_digest

MODELS = Path(__file__).resolve().parent.parent / "models"
SUMS = "SHA256SUMS"
CHECKED = ("*.safetensors", "tokenizer.json", "words.txt")
"""What a model is read from."""


def model_files(models: Path) -> list[Path]:
    """The files that have to be recorded, in order of name."""
    return sorted({path for pattern in CHECKED for path in models.glob(f"*/{pattern}")})


def sums(models: Path) -> str:
    """The lines of SHA256SUMS for the files as they are."""
    return "".join(
        f"{content_digest(path)}  {path.relative_to(models).as_posix()}\n" for path in model_files(models)
    )


def wrong_files(models: Path) -> Iterator[str]:
    """A sentence for each file that is not as recorded; reads every byte of them. Never raises OSError."""
    try:
        lines = (models / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        yield f"The checksums of the built-in models cannot be read: {error}."
        return
    recorded = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    present = {path.relative_to(models).as_posix() for path in model_files(models)}
    for name in sorted(present | set(recorded)):
        if name not in recorded:
            yield f"{models / name} is no file of this package: {SUMS} does not list it."
            continue
        try:
            found = content_digest(models / name)
        except OSError as error:
            yield f"{models / name} cannot be read: {error.strerror or error}."
            continue
        if found != recorded[name]:
            yield (
                f"{models / name} is not the file that came with the package: wanted sha256"
                f" {recorded[name][:12]}…, found {found[:12]}…."
            )
