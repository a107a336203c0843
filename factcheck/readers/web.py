"""Fetching a URL, and nothing it links to: bounded in time, size, redirects and in where it may lead.

Each hop's host is resolved once, the address looked at, and the connection made to that address
with the host's name in the Host header and the TLS handshake.
"""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from factcheck.errors import FactcheckError, FetchError
from factcheck.readers.addresses import checked_url, resolve
from factcheck.readers.options import ReadOptions

if TYPE_CHECKING:
    import httpx

MAX_REDIRECTS = 5
_AGENT = "factcheck-workbench (+reads one page for a person)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page."""

    data: bytes
    """As fetched, after decompression."""
    url: str
    """After redirects, without fragment."""
    media_type: str
    charset: str | None
    accessed: str
    """ISO 8601 moment in UTC."""


def fetch(url: str, options: ReadOptions) -> Page:
    """The page at `url`, within `options.timeout` seconds in all.

    FetchError for a URL that must not be followed, a failed connection, an HTTP error, a page that
    is too large and one that takes too long.
    """
    answers: queue.SimpleQueue[Page | Exception] = queue.SimpleQueue()
    until = time.monotonic() + options.timeout

    def work() -> None:
        try:
            answers.put(_followed(url, options, until))
        except Exception as error:
            answers.put(error)

    # A name server or a header sent byte by byte is not bounded by a socket's timeout; waiting in
    # another thread is.
    threading.Thread(target=work, name="fetch", daemon=True).start()
    try:
        answer = answers.get(timeout=options.timeout + 0.5)
    except queue.Empty:
        raise _too_slow(url, options) from None
    if isinstance(answer, Page):
        return answer
    if isinstance(answer, FactcheckError):
        raise answer
    raise FetchError(f"'{url}' cannot be fetched ({type(answer).__name__}: {answer}).") from answer


def _followed(url: str, options: ReadOptions, until: float) -> Page:
    """The page after at most five redirects, every hop checked."""
    import httpx

    with httpx.Client(follow_redirects=False, trust_env=False) as client:
        for _ in range(MAX_REDIRECTS + 1):
            answer = _hop(client, url, options, until)
            if isinstance(answer, Page):
                return answer
            url = answer
    raise FetchError(f"Wanted a page, found more than {MAX_REDIRECTS} redirects, the last to '{url[:200]}'.")


def _hop(client: httpx.Client, url: str, options: ReadOptions, until: float) -> Page | str:
    """The page, or the URL that this one redirects to."""
    import httpx

    checked_url(url)
    wanted = httpx.URL(url).copy_with(fragment=None)
    port = wanted.port or (443 if wanted.scheme == "https" else 80)
    failure: Exception | None = None
    for address in resolve(wanted.raw_host.decode("ascii"), port, allow_private=options.allow_private):
        try:
            return _requested(client, wanted, address, options, until)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            failure = error
    raise FetchError(f"'{url}' cannot be reached ({type(failure).__name__}: {failure}); check the network.")


def _requested(
    client: httpx.Client, wanted: httpx.URL, address: str, options: ReadOptions, until: float
) -> Page | str:
    """One request to one address, which the host's name was resolved to."""
    url = str(wanted)
    left = until - time.monotonic()
    if left <= 0:
        raise _too_slow(url, options)
    request = client.build_request(
        "GET",
        wanted.copy_with(host=address),
        headers={
            "Host": wanted.netloc.decode("ascii"),
            "User-Agent": _AGENT,
            "Accept": "text/html,application/pdf,text/plain;q=0.9,*/*;q=0.5",
            "Accept-Encoding": "identity",
        },
        extensions={"sni_hostname": wanted.raw_host.decode("ascii")},
        timeout=left,
    )
    response = client.send(request, stream=True)
    try:
        if response.status_code in _REDIRECTS and response.headers.get("location"):
            return urljoin(url, response.headers["location"])
        if response.status_code != 200:
            raise FetchError(f"Wanted a page at '{url}', found HTTP status {response.status_code}.")
        data = _body(response, url, options, until)
    finally:
        response.close()
    media_type = response.headers.get("content-type", "")
    return Page(data, url, media_type, response.charset_encoding, _now())


def _body(response: httpx.Response, url: str, options: ReadOptions, until: float) -> bytes:
    """The body, read only as far as size and time allow."""
    limit = options.max_url_bytes
    declared = response.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limit:
        raise _too_large(url, f"{int(declared):,}", limit)
    body = bytearray()
    for chunk in response.iter_bytes(chunk_size=65_536):
        body += chunk
        if len(body) > limit:
            raise _too_large(url, f"more than {limit:,}", limit)
        if time.monotonic() > until:
            raise _too_slow(url, options)
    return bytes(body)


def _too_large(url: str, found: str, limit: int) -> FetchError:
    return FetchError(
        f"Wanted a page of at most {limit:,} bytes at '{url}', found {found}; download it and give the file."
    )


def _too_slow(url: str, options: ReadOptions) -> FetchError:
    return FetchError(f"'{url}' took longer than {options.timeout:g} s; try again or raise the time limit.")


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
