"""A network of its own for one process: public addresses on loopback, real servers, and a real name server.

Run as a program it reads a JSON list of URLs from standard input and prints what fetching each gave, with what
the servers saw. Exit code 3 where this machine allows no such network.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import socket
import struct
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from pathlib import Path

PUBLIC = "93.184.215.14"
NO_NETWORK = 3
_NEWNS, _NEWNET = 0x20000, 0x40000000
_PRIVATE, _BIND = 0x4000 | 0x40000, 0x1000
NAMES = {
    "public.example": [[PUBLIC]],
    "private.example": [["127.0.0.1"]],
    "both.example": [[PUBLIC, "127.0.0.1"]],
    "metadata.example": [["169.254.169.254"]],
    # Another answer each time: what was looked at is what has to be connected to.
    "rebound.example": [[PUBLIC], ["127.0.0.1"]],
}
"""The addresses of each name, answer by answer."""


def enter() -> bool:
    """Leave the machine's network and its names behind; false where that is not allowed."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not sys.platform.startswith("linux") or libc.unshare(_NEWNS | _NEWNET):
        return False
    libc.mount(None, b"/", None, _PRIVATE, None)
    for place, words in (
        ("/etc/resolv.conf", "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n"),
        ("/etc/hosts", "127.0.0.1 localhost\n::1 localhost\n"),
        ("/etc/nsswitch.conf", "hosts: files dns\n"),
    ):
        with tempfile.NamedTemporaryFile("w", delete=False) as file:
            file.write(words)
        if Path(place).exists() and libc.mount(file.name.encode(), place.encode(), None, _BIND, None):
            return False
    with socket.socket() as control:
        for name, address in ((b"lo", "127.0.0.1"), (b"lo:1", PUBLIC), (b"lo:2", "169.254.169.254")):
            chosen = struct.pack("16sH2x4s8x", name, socket.AF_INET, socket.inet_aton(address))
            fcntl.ioctl(control, 0x8916, chosen)
            fcntl.ioctl(control, 0x8914, struct.pack("16sh14x", name, 0x41))
    return True


class Names(threading.Thread):
    """A name server: A records from NAMES, nothing else."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 53))
        self._answers = {name: cycle(answers) for name, answers in NAMES.items()}
        self.asked: list[str] = []

    def run(self) -> None:
        while True:
            query, sender = self._socket.recvfrom(4096)
            self._socket.sendto(self._answer(query), sender)

    def _answer(self, query: bytes) -> bytes:
        labels, at = [], 12
        while query[at]:
            labels.append(query[at + 1 : at + 1 + query[at]].decode("ascii"))
            at += query[at] + 1
        name, question = ".".join(labels).lower(), query[12 : at + 5]
        addresses: list[str] = []
        if struct.unpack("!H", query[at + 1 : at + 3])[0] == 1 and name in self._answers:
            self.asked.append(name)
            addresses = next(self._answers[name])
        code = 0 if name in self._answers else 3
        head = query[:2] + struct.pack("!HHHHH", 0x8180 | code, 1, len(addresses), 0, 0)
        body = b"".join(
            b"\xc0\x0c" + struct.pack("!HHIH", 1, 1, 0, 4) + socket.inet_aton(address)
            for address in addresses
        )
        return head + question + body


class Site(BaseHTTPRequestHandler):
    """`/` is a page; `/to?URL` redirects to URL."""

    seen: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.seen.append(f"{self.connection.getsockname()[0]} {self.headers['Host']}{self.path}")
        target = self.path.partition("?")[2] if self.path.startswith("/to?") else ""
        self.send_response(302 if target else 200)
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(b"" if target else b"secret of " + str(self.connection.getsockname()[0]).encode())

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: what was asked for is in `seen`."""


def main() -> int:
    """Fetch every URL of standard input in a network of its own."""
    urls = json.load(sys.stdin)
    if not enter():
        return NO_NETWORK
    if not urls:
        return 0
    names = Names()
    names.start()
    for address in ("127.0.0.1", PUBLIC, "169.254.169.254"):
        server = ThreadingHTTPServer((address, 80), Site)
        threading.Thread(target=server.serve_forever, daemon=True).start()
    from factcheck.errors import FetchError
    from factcheck.readers.options import ReadOptions
    from factcheck.readers.web import fetch

    told = []
    for url in urls:
        Site.seen.clear()
        names.asked.clear()
        try:
            got = fetch(url, ReadOptions(timeout=5)).data.decode()
        except FetchError as error:
            got = f"refused: {error}"
        told.append({"url": url, "got": got, "seen": list(Site.seen), "asked": list(names.asked)})
    sys.stdout.write(json.dumps(told))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
