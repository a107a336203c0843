"""Run code as a user to whom a folder is read-only, also where the tests themselves run as root."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

_DROP = "import os\nif os.getuid() == 0: os.setuid(65534)\n"


def run_without_write_access(imports: str, code: str, folder: Path) -> list[str]:
    """The lines that `code` prints; it finds the folder in sys.argv[1].

    `imports` run before rights are dropped, because the package itself may lie where only root reads.
    """
    inside = [folder, *folder.rglob("*")]
    above = [part for part in folder.parents if Path(tempfile.gettempdir()) in part.parents]
    modes = {part: part.stat().st_mode for part in (*inside, *above)}
    try:
        for part in above:
            part.chmod(0o755)
        for part in inside:
            part.chmod(0o555 if part.is_dir() else 0o444)
        done = subprocess.run(
            [sys.executable, "-c", f"{imports}\n{_DROP}{code}", str(folder)],
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
    finally:
        for part, mode in modes.items():
            part.chmod(mode)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
