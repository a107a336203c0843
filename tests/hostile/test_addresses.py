"""Where a URL may lead: never to this machine or its neighbours, however the address is spelt, also after a
redirect and where a name answers differently each time. Real servers, and a real name server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hostile.own_network import NO_NETWORK, PUBLIC
from readers.conftest import Site

from factcheck.cli import main
from factcheck.errors import FetchError
from factcheck.readers.addresses import is_public
from factcheck.readers.options import ReadOptions
from factcheck.readers.web import fetch

_HOME = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "127.0.0.1.",
    "127.255.255.254",
    "0.0.0.0",
    "0",
    "localhost",
    "LocalHost",
    "localhost.",
    "１２７.０.０.１",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "%31%32%37.0.0.1",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
]
_NEIGHBOURS = [
    "10.0.0.1",
    "172.16.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "0xa9fea9fe",
    "2852039166",
    "100.100.100.200",
    "[fe80::1]",
    "[fd00:ec2::254]",
    "[::ffff:169.254.169.254]",
    "[64:ff9b::a9fe:a9fe]",
    "[64:ff9b:1::a00:1]",
    "[ff02::1]",
    "224.0.0.1",
    "255.255.255.255",
]
"""Private networks, link-local ones, and where clouds keep their machines' secrets."""


@pytest.fixture
def site() -> Any:
    running = Site()
    yield running
    running.server.shutdown()
    running.server.server_close()


@pytest.mark.parametrize("host", _HOME)
def test_this_machine_is_not_asked_however_it_is_spelt(site: Any, host: str) -> None:
    with pytest.raises(FetchError) as refused:
        fetch(f"http://{host}:{site.port}/", ReadOptions(timeout=5))
    assert "\n" not in str(refused.value)
    assert site.hosts == []


@pytest.mark.parametrize("host", _NEIGHBOURS)
def test_nor_are_its_neighbours(host: str) -> None:
    with pytest.raises(FetchError, match="not a public address"):
        fetch(f"http://{host}/latest/meta-data/", ReadOptions(timeout=2))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        "ftp://example.org/x",
        "gopher://127.0.0.1:6379/_INFO",
        "data:text/plain,x",
        "dict://127.0.0.1/",
        "javascript://example.org/%0aalert(1)",
        "jar:http://example.org/x!/",
        "http+unix://%2Fvar%2Frun%2Fdocker.sock/info",
        "//127.0.0.1/",
        "http:///etc/passwd",
        "http://user:secret@example.org/",
        "http://example.org:0/",
        "http://example.org\\@127.0.0.1/",
        "http://exa mple.org/",
        "http://example.org\r\nHost: 127.0.0.1/",
    ],
)
def test_other_schemes_and_forged_hosts_are_refused(url: str) -> None:
    with pytest.raises(FetchError) as refused:
        fetch(url, ReadOptions(timeout=2))
    assert "secret" not in str(refused.value)


def test_commands_refuse_them_in_one_line(
    site: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    site.pages["/"] = (200, {"Content-Type": "text/plain"}, b"Veltron sold 300,000 chips in 2025.")
    for command in ("add", "check"):
        assert main(["--workspace", "w", command, f"http://2130706433:{site.port}/"]) == 1
        err = capsys.readouterr().err
        assert "not a public address" in err and "Traceback" not in err
    assert site.hosts == []
    assert main(["--workspace", "w", "add", "--allow-private", f"http://127.0.0.1:{site.port}/"]) == 0
    assert len(site.hosts) == 1


def _fetched(urls: list[str]) -> dict[str, dict[str, Any]]:
    """What fetching each URL gave in a network in which `public.example` is on the internet."""
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("own_network.py"))],
        input=json.dumps(urls),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    if done.returncode == NO_NETWORK:
        pytest.skip("this machine gives no process a network of its own")
    assert done.returncode == 0, done.stderr
    return {one["url"]: one for one in json.loads(done.stdout)}


def test_redirects_and_names_lead_to_public_addresses_only() -> None:
    secret = [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "169.254.169.254",
    ]
    secret += ["private.example", "both.example", "metadata.example"]
    redirects = [f"http://public.example/to?http://{host}/" for host in secret]
    twice = "http://public.example/to?http://public.example/to?http://127.0.0.1/"
    schemes = [
        f"http://public.example/to?{url}" for url in ("file:///etc/passwd", "gopher://127.0.0.1/", "data:,x")
    ]
    plain = [f"http://{name}/" for name in ("private.example", "both.example", "metadata.example")]
    again = "http://public.example/to?http://rebound.example/"
    found = _fetched(
        ["http://public.example/", *redirects, twice, *schemes, *plain, "http://rebound.example/", again]
    )
    for url in (*redirects, twice, *plain):
        assert "which is not a public address" in found[url]["got"], found[url]
    for url in schemes:
        assert found[url]["got"].startswith("refused: ") and "\n" not in found[url]["got"], found[url]
    for one in found.values():
        assert all(seen.startswith(PUBLIC) for seen in one["seen"]), one
    assert found["http://public.example/"]["got"] == f"secret of {PUBLIC}"
    # The name is looked up once: its first answer was public, and that is what was connected to.
    rebound = found["http://rebound.example/"]
    assert (rebound["got"], rebound["asked"]) == (f"secret of {PUBLIC}", ["rebound.example"])
    # Its second answer, a private one, was given here: refused, and not asked again.
    assert "which is not a public address" in found[again]["got"]
    assert found[again]["asked"] == ["public.example", "rebound.example"]


@pytest.mark.parametrize(
    "address",
    [
        "64:ff9b:1::a00:1",
        "::127.0.0.1",
        "::ffff:0:127.0.0.1",
        "2001:0:7f00:1::",
        "192.0.0.8",
        "fec0::1",
        "3fff::1",
    ],
)
def test_addresses_that_carry_or_reserve_others_are_not_public(address: str) -> None:
    assert not is_public(address)
