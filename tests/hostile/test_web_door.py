"""The server of `factcheck review --web`, asked over real sockets: nobody but who has the token and comes from its
own page gets a screen, and its paths lead to its own pages only."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from hostile.structure import Structure
from hostile.texts import HTML, TEMPLATES
from yarl import URL

from tui.web_server import HOST, ReviewServer, _listening

_STARTED = "import pathlib, sys, time; pathlib.Path(sys.argv[1]).touch(); time.sleep(60)"


class Asked:
    """A running server and a client of it."""

    def __init__(self, server: ReviewServer, client: aiohttp.ClientSession, started: Path) -> None:
        self.server, self.client = server, client
        self._started = started

    @property
    def origin(self) -> str:
        return f"http://{HOST}:{self.server.port}"

    @property
    def cookie(self) -> str:
        return f"factcheck-{self.server.port}={self.server.token}"

    @property
    def started(self) -> bool:
        """Whether the program behind the page was run."""
        return self._started.exists()

    async def status(self, path: str, method: str = "GET", **headers: str) -> tuple[int, str]:
        """Status and words of an answer; the path goes out as it is written."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        url = URL(self.origin + path, encoded=True)
        async with self.client.request(method, url, headers=named, allow_redirects=False) as answer:
            return answer.status, (await answer.read()).decode("utf-8", "replace")

    async def socket(self, path: str = "/ws", **headers: str) -> int:
        """101 where a socket is opened, else the status of the refusal."""
        try:
            socket = await self.client.ws_connect(URL(self.origin + path, encoded=True), headers=headers)
        except aiohttp.WSServerHandshakeError as error:
            return error.status
        await socket.close()
        return 101


@asynccontextmanager
async def asked(folder: Path, title: str) -> AsyncIterator[Asked]:
    started = folder / "started"
    listening = _listening(0)
    server = ReviewServer(
        [sys.executable, "-c", _STARTED, str(started)], port=listening.getsockname()[1], title=title
    )
    runner = web.AppRunner(await server.make_app(), shutdown_timeout=1.0, access_log=None)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as client:
            yield Asked(server, client, started)
    finally:
        await runner.cleanup()


def ask(folder: Path, act: Callable[[Asked], Awaitable[None]], title: str = "factcheck review") -> None:
    async def run() -> None:
        async with asked(folder, title) as here:
            await act(here)

    asyncio.run(run())


def test_a_socket_wants_the_token_and_its_own_page(tmp_path: Path) -> None:
    async def act(here: Asked) -> None:
        token, port = here.server.token, here.server.port
        name = f"factcheck-{port}"
        for cookie in (
            "", f"{name}=", f"{name}={token[:-1]}", f"{name}={token}x", f"{name}={token.swapcase()}",
            f"factcheck={token}", f"factcheck-{port + 1}={token}", f"{name}={'x' * 43}", f"token={token}",
        ):  # fmt: skip
            assert await here.socket(Cookie=cookie, Origin=here.origin) == 403, cookie
        # In the address the token counts where a browser begins, and nowhere else.
        assert await here.socket(f"/ws?token={token}", Origin=here.origin) == 403
        for origin in (
            "null", "", "file://", f"https://{HOST}:{port}", f"http://{HOST}", f"http://{HOST}:{port + 1}",
            f"http://{HOST}:{port}.evil.example", f"http://{HOST}:{port}@evil.example", "https://evil.example",
            f"http://localhost.evil.example:{port}", f"http://[::1]:{port}", f"http://evil.example/{here.origin}",
        ):  # fmt: skip
            assert await here.socket(Cookie=here.cookie, Origin=origin) == 403, origin
        assert await here.socket(Cookie=here.cookie) == 403
        assert not here.started
        assert await here.socket(Cookie=here.cookie, Origin=here.origin) == 101
        for _ in range(200):
            if here.started:
                return
            await asyncio.sleep(0.05)
        raise AssertionError("who may open the socket gets the screen")

    ask(tmp_path, act)


def test_another_name_for_this_machine_is_refused(tmp_path: Path) -> None:
    """A name that somebody else's server made to lead here would carry that server's scripts."""

    async def act(here: Asked) -> None:
        port = here.server.port
        for host in (
            f"evil.example:{port}", f"{HOST}.evil.example:{port}", f"localhost.evil.example:{port}", HOST,
            f"0.0.0.0:{port}", f"[::1]:{port}", f"127.1:{port}", f"2130706433:{port}", f"{HOST}:{port}.evil.example",
        ):  # fmt: skip
            assert (await here.status("/", Cookie=here.cookie, Host=host))[0] == 403, host
            assert (await here.status(f"/?token={here.server.token}", Host=host))[0] == 403, host
        assert (await here.status("/", Cookie=here.cookie, Host=f"localhost:{port}"))[0] == 200
        assert not here.started

    ask(tmp_path, act)


def test_paths_lead_to_its_own_pages_only(tmp_path: Path) -> None:
    async def act(here: Asked) -> None:
        for path in (
            "/static/../../../../../../etc/passwd", "/static/%2e%2e/%2e%2e/server.py", "/page/../web_server.py",
            "/page/%2e%2e/web_server.py", "/page/..%2fweb_server.py", "/page/%2e%2e%5cweb_server.py", "/page//etc/passwd",
            "/static/%00", "/page/review.html%00.css", "/download/..%2f..%2fetc%2fpasswd", "/download/", "/page/", "/static/",
        ):  # fmt: skip
            status, words = await here.status(path, Cookie=here.cookie)
            assert status in (400, 403, 404), (path, status)
            assert "root:" not in words and "import" not in words and here.server.token not in words
        for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
            assert (await here.status("/", method, Cookie=here.cookie))[0] == 405
            assert (await here.status("/ws", method, Cookie=here.cookie, Origin=here.origin))[0] == 405
            assert (await here.status("/", method, Cookie=here.cookie, Origin="https://evil.example"))[
                0
            ] == 403
        assert (await here.status("/page/review.css", Cookie=here.cookie))[0] == 200

    ask(tmp_path, act)


@pytest.mark.parametrize("title", [HTML["script"], HTML["attribute"], TEMPLATES["jinja"], "輝達{{7*7}}<b>"])
def test_a_title_is_words(tmp_path: Path, title: str) -> None:
    async def act(here: Asked) -> None:
        _, page = await here.status("/", Cookie=here.cookie)
        _, dull = await other(here)
        ours, plain = Structure(page), Structure(dull)
        assert (ours.tags, ours.links) == (plain.tags, plain.links)
        assert title in ours.text
        assert "49" not in page.replace(str(here.server.port), "")
        assert here.server.token not in page

    async def other(here: Asked) -> tuple[int, str]:
        here.server.title = "dull"
        return await here.status("/", Cookie=here.cookie)

    ask(tmp_path, act, title)
