"""Where a URL may lead: http and https, to public addresses only unless the caller allows others.

The address that was looked at is the address that is connected to (see `web.py`), so a name that
answers differently the second time gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import SplitResult, urlsplit

from factcheck.errors import FetchError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SPECIAL = tuple(map(ipaddress.ip_network, ("192.0.0.0/24", "64:ff9b:1::/48", "fec0::/10", "3fff::/20")))
"""Of the IANA registries of special-purpose addresses, and of what once was site-local, those that some
supported version of Python takes for public."""
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def checked_url(url: str) -> SplitResult:
    """The parts of `url`; FetchError unless it is http(s) with a host, a sound port and no password."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise FetchError(f"Wanted a URL, found '{url[:200]}' ({error}).") from error
    if parts.scheme not in ("http", "https"):
        raise FetchError(f"Wanted an http or https URL, found the scheme '{parts.scheme}'.")
    if not parts.hostname or port == 0:
        raise FetchError(f"Wanted a URL with a host, found '{url[:200]}'.")
    if parts.username is not None or parts.password is not None:
        raise FetchError(
            "The URL carries a user name or password, which would be stored with the source; leave it out."
        )
    return parts


def resolve(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The addresses of `host`, numeric, in the resolver's order.

    FetchError where there is none, or where any of them is not public and `allow_private` is not set.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(
            f"The host '{host}' cannot be found ({error}); check the URL and the network."
        ) from error
    addresses = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    if not allow_private:
        for address in addresses:
            if not is_public(address):
                raise FetchError(
                    f"The host '{host}' leads to {address}, which is not a public address;"
                    " allow private addresses if that is meant."
                )
    return addresses


def is_public(address: str) -> bool:
    """Whether a numeric address is on the public internet; one that embeds another is judged by that."""
    found: _Address = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        embedded = _embedded(found)
        if embedded is not None:
            return is_public(str(embedded))
    if any(found in network for network in _SPECIAL):
        return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that a mapped, 6to4, Teredo or NAT64 address stands for."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
