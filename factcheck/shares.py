"""Whether a folder lies on a network share, where two programs cannot write one SQLite database safely.

SQLite's write-ahead log needs memory that every program using the database shares, which a network file
system does not give (https://www.sqlite.org/wal.html, "Overview"), and its locks are not to be relied on
there (https://www.sqlite.org/useovernet.html).
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
"""Linux's list of what is mounted where, see proc_pid_mountinfo(5)."""
_SHARES = frozenset(
    [
        # A folder of a virtual machine's host, whose programs share no memory with ours. Not 9p, on which
        # some containers keep their whole disk.
        *("vboxsf", "prl_fs", "fuse.vmhgfs-fuse"),
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "ncpfs", "afs", "coda"),
        *("webdav", "davfs", "fuse.davfs2", "ftp", "fuse.curlftpfs", "fuse.sshfs", "macfuse"),
        *("ceph", "fuse.ceph", "glusterfs", "fuse.glusterfs", "lustre", "gpfs", "beegfs", "moosefs"),
        *("fuse.rclone", "fuse.s3fs", "fuse.gcsfuse", "fuse.goofys", "fuse.gvfsd-fuse", "gvfsd-fuse"),
    ]
)
_ESCAPE = re.compile(r"\\([0-7]{3})")
_MAC_MOUNT = re.compile(r"^.* on (?P<place>/.*) \((?P<kind>\w+)[,)]")


def share_of(path: Path) -> str | None:
    """Kind of the network file system that `path`, or the nearest folder above it, lies on; None for a disk.

    None as well where it cannot be told: not knowing is no accusation.
    """
    if sys.platform == "win32":
        return share_of_windows(str(path.absolute()))
    kind = kind_at(str(_existing(path).resolve()), mounts())
    return kind if kind in _SHARES else None


def share_of_windows(path: str) -> str | None:
    """`\\\\server\\folder` is a share, and so is its long form; a drive's letter does not tell."""
    plain = path.replace("/", "\\")
    if plain.startswith("\\\\?\\UNC\\"):
        return "smb"
    return "smb" if plain.startswith("\\\\") and plain[2:3] not in ("?", ".") else None


def _existing(path: Path) -> Path:
    absolute = path.absolute()
    return next((one for one in (absolute, *absolute.parents) if one.exists()), absolute)


def mounts() -> list[tuple[str, str]]:
    """Where something is mounted and of what kind, in the order in which it was; [] where nothing tells."""
    try:
        if MOUNTS.exists():
            return list(linux_mounts(MOUNTS.read_text("utf-8", "surrogateescape")))
        told = subprocess.run(["/sbin/mount"], capture_output=True, timeout=5, check=False)
        return list(mac_mounts(told.stdout.decode("utf-8", "surrogateescape")))
    except (OSError, subprocess.SubprocessError):
        return []


def linux_mounts(text: str) -> Iterator[tuple[str, str]]:
    """The lines of mountinfo: the fifth field is the place, the one after a lone hyphen the kind."""
    for line in text.splitlines():
        before, separator, after = line.partition(" - ")
        fields = before.split(" ")
        if separator and len(fields) >= 5:
            yield _ESCAPE.sub(lambda match: chr(int(match[1], 8)), fields[4]), after.split(" ")[0]


def mac_mounts(text: str) -> Iterator[tuple[str, str]]:
    """The lines that `mount` prints: `//ann@server/desk on /Volumes/desk (smbfs, nodev)`."""
    for line in text.splitlines():
        found = _MAC_MOUNT.match(line)
        if found:
            yield found["place"], found["kind"]


def kind_at(path: str, mounted: list[tuple[str, str]]) -> str | None:
    """Kind of the file system at an absolute path: the deepest mount above it, the latest of equals."""
    best, kind = -1, None
    for place, one in mounted:
        stem = place.rstrip("/")
        if (path == stem or path.startswith(f"{stem}/")) and len(stem) >= best:
            best, kind = len(stem), one
    return kind


def words_about(kind: str, folder: Path) -> str:
    """One sentence for a person whose workspace lies on a share, and one on what to do."""
    return (
        f"The workspace {folder} lies on a network share ({kind}), where two programs cannot use one database"
        " safely: decisions of one could be lost. Let one machine use it at a time, or work on a local copy."
    )
