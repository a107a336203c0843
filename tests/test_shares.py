"""Network shares told from disks, by what the operating systems print."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import shares

LINUX = r"""
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:26 / /mnt/news\040desk rw,nosuid shared:9 - nfs4 server:/export/desk rw,vers=4.2
31 30 254:1 / /mnt/news\040desk/local rw - ext4 /dev/vdb rw
32 22 0:40 / /home/ann/far rw,nodev - fuse.sshfs ann@far:/ rw,user_id=0
33 22 0:41 / /srv rw - cifs //nas/srv rw
34 22 254:2 / /srv rw - xfs /dev/vdc rw
35 22 254:0 /var/bind /bound rw - ext4 /dev/vda rw
a broken line
"""
MAC = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ann@nas._smb._tcp.local/news desk on /Volumes/news desk (smbfs, nodev, nosuid, mounted by ann)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ann/work", "ext4"),
        ("/", "ext4"),
        ("/mnt/news desk", "nfs4"),
        ("/mnt/news desk/2025/q3", "nfs4"),
        ("/mnt/news desk/local/ws", "ext4"),
        ("/mnt/news desktop", "ext4"),
        ("/home/ann/far/ws", "fuse.sshfs"),
        ("/home/ann/farther", "ext4"),
        ("/srv/ws", "xfs"),
        ("/bound", "ext4"),
    ],
)
def test_the_deepest_and_latest_mount_counts(path: str, kind: str) -> None:
    assert shares.kind_at(path, list(shares.linux_mounts(LINUX))) == kind


def test_the_lines_of_macos() -> None:
    mounted = list(shares.mac_mounts(MAC))
    assert shares.kind_at("/Volumes/news desk/ws", mounted) == "smbfs"
    assert shares.kind_at("/Users/ann/ws", mounted) == "apfs"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (r"\\nas\desk\ws", "smb"),
        (r"\\?\UNC\nas\desk", "smb"),
        ("//nas/desk", "smb"),
        (r"C:\ws", None),
        (r"\\?\C:\ws", None),
        (r"\\.\pipe", None),
    ],
)
def test_paths_of_windows(path: str, kind: str | None) -> None:
    assert shares.share_of_windows(path) == kind


def test_a_folder_that_is_yet_to_be_made_is_told_by_the_one_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = tmp_path / "mountinfo"
    place = str(tmp_path.resolve() / "share").replace(" ", r"\040")
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")
    listed.write_text(f"22 1 8:0 / / rw - ext4 /dev/sda rw\n23 22 0:9 / {place} rw - cifs //nas/x rw\n")
    monkeypatch.setattr(shares, "MOUNTS", listed)
    assert shares.share_of(tmp_path / "share" / "new" / "ws") == "cifs"
    assert shares.share_of(tmp_path / "link" / "ws") == "cifs"
    assert shares.share_of(tmp_path / "other") is None


def test_what_cannot_be_told_is_no_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = tmp_path / "mountinfo"
    listed.write_bytes(b"\xff\xfe nothing of use\n")
    monkeypatch.setattr(shares, "MOUNTS", listed)
    assert shares.share_of(tmp_path) is None


def test_the_words_name_folder_and_kind() -> None:
    words = shares.words_about("nfs4", Path("desk"))
    assert "desk" in words and "(nfs4)" in words and "one machine" in words
