"""Fetching from a real local server: limits, redirects and where a URL may lead."""

from __future__ import annotations

import re
import time
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from factcheck.errors import FetchError
from factcheck.readers.addresses import checked_url, is_public, resolve
from factcheck.readers.options import ReadOptions
from factcheck.readers.web import fetch

LOCAL = ReadOptions(allow_private=True, timeout=5)
TEXT = {"Content-Type": "text/plain; charset=big5"}


def test_a_page_with_charset_moment_and_final_url(site: Any) -> None:
    site.pages["/from"] = (302, {"Location": "/to#part"}, b"")
    site.pages["/to"] = (200, TEXT, "晶片".encode("cp950"))
    page = fetch(site.url("/from"), LOCAL)
    assert (page.data, page.url, page.charset) == ("晶片".encode("cp950"), site.url("/to"), "big5")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", page.accessed)
    assert site.hosts == [f"127.0.0.1:{site.port}"] * 2


def test_the_name_is_sent_though_the_address_is_connected_to(site: Any) -> None:
    site.pages["/"] = (200, TEXT, b"x")
    fetch(f"http://localhost:{site.port}/", LOCAL)
    assert site.hosts == [f"localhost:{site.port}"]


def test_loopback_is_refused_unless_allowed(site: Any) -> None:
    with pytest.raises(FetchError, match=r"127\.0\.0\.1, which is not a public address"):
        fetch(site.url("/"), ReadOptions())
    assert site.hosts == []


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://n.example/x", "gopher://n.example"])
def test_a_redirect_to_another_scheme_is_refused(site: Any, location: str) -> None:
    site.pages["/"] = (302, {"Location": location}, b"")
    with pytest.raises(FetchError, match="http or https"):
        fetch(site.url("/"), LOCAL)


def test_a_circle_of_redirects_ends(site: Any) -> None:
    site.pages["/"] = (302, {"Location": "/"}, b"")
    with pytest.raises(FetchError, match="more than 5 redirects"):
        fetch(site.url("/"), LOCAL)
    assert len(site.hosts) == 6


def test_size_is_bounded_as_declared_and_as_sent(site: Any) -> None:
    options = ReadOptions(allow_private=True, max_url_bytes=1000)
    site.pages["/declared"] = (200, {"Content-Length": "5000"}, b"x")
    site.pages["/sent"] = (200, {}, b"x" * 5000)
    with pytest.raises(FetchError, match="at most 1,000 bytes .* found 5,000"):
        fetch(site.url("/declared"), options)
    with pytest.raises(FetchError, match="found more than 1,000"):
        fetch(site.url("/sent"), options)


def test_time_is_bounded_even_where_bytes_keep_coming(site: Any) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)

    site.pages["/"] = (200, {}, drip)
    start = time.monotonic()
    with pytest.raises(FetchError, match=r"longer than 0\.4 s"):
        fetch(site.url("/"), ReadOptions(allow_private=True, timeout=0.4))
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(("path", "words"), [("/missing", "status 404")])
def test_an_error_page_is_not_read_as_an_article(site: Any, path: str, words: str) -> None:
    with pytest.raises(FetchError, match=words):
        fetch(site.url(path), LOCAL)


def test_a_closed_port_is_one_clear_line(site: Any) -> None:
    site.server.shutdown()
    site.server.server_close()
    with pytest.raises(FetchError, match="cannot be reached"):
        fetch(site.url("/"), LOCAL)


@pytest.mark.parametrize(
    "url",
    [
        "file:///x",
        "javascript://x",
        "http://",
        "http://u:p@n.example/",
        "http://n.example:99999/",
        "http://[::1",
    ],
)
def test_urls_that_are_not_followed(url: str) -> None:
    with pytest.raises(FetchError):
        checked_url(url)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2001:db8::1",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07::1", "::ffff:8.8.8.8"])
def test_addresses_that_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "127.1"])
def test_other_spellings_of_loopback_are_seen_through(host: str) -> None:
    with pytest.raises(FetchError):
        resolve(host, 80, allow_private=False)
