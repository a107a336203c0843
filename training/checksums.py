"""Record the sha256 of the built-in models' files: run this whenever one of them was made anew.

python -m training.checksums
"""

from __future__ import annotations

from factcheck.checkpoints.checksums import MODELS, SUMS, sums


def main() -> None:
    """Write models/SHA256SUMS."""
    text = sums(MODELS)
    (MODELS / SUMS).write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
