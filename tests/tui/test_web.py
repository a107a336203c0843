"""`factcheck review --web`: the real server and the real app, asked by a client and by a real browser."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest
from chromium import browser, needs_browser

from factcheck import Workspace

_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Served:
    """A running server."""

    origin: str
    token: str
    process: subprocess.Popen[str]

    @property
    def address(self) -> str:
        return f"{self.origin}/?token={self.token}"

    @property
    def cookie(self) -> dict[str, str]:
        return {f"factcheck-{self.origin.rpartition(':')[2]}": self.token}


@pytest.fixture
def served(queue: Workspace) -> Iterator[Served]:
    folder = str(queue.folder.path)
    command = [
        sys.executable,
        "-m",
        "factcheck",
        "--workspace",
        folder,
        "review",
        "--web",
        "--reviewer",
        "ann",
    ]
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    )
    assert process.stderr is not None
    line = process.stderr.readline()
    found = re.search(r"(http://127\.0\.0\.1:\d+)/\?token=([\w-]+) ", line)
    assert found, line
    try:
        yield Served(found[1], found[2], process)
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0
        process.stderr.close()


def test_without_the_token_nothing_is_answered(served: Served) -> None:
    async def ask() -> None:
        async with aiohttp.ClientSession() as client:
            for path in (
                "/",
                "/?token=",
                "/?token=guess",
                "/static/js/textual.js",
                "/page/review.css",
                "/ws",
            ):
                async with client.get(served.origin + path, allow_redirects=False) as answer:
                    assert answer.status == 403, path
                    assert served.token not in await answer.text()
        wrong = {name: value[:-1] for name, value in served.cookie.items()}
        async with aiohttp.ClientSession(cookies=wrong) as client, client.get(served.origin) as answer:
            assert answer.status == 403

    asyncio.run(ask())


def test_the_token_becomes_a_cookie_and_leaves_the_address(served: Served) -> None:
    async def ask() -> None:
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
            async with client.get(served.address, allow_redirects=False) as answer:
                assert (answer.status, answer.headers["Location"]) == (303, "/")
                kept = answer.headers["Set-Cookie"]
                assert "HttpOnly" in kept and "SameSite=Strict" in kept
            async with client.get(served.origin) as answer:
                assert answer.status == 200
                page = await answer.text()
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy and "script-src 'self';" in policy
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
            here = served.origin.removeprefix("http://")
            assert set(re.findall(r"(?:https?|wss?)://([^/\"]+)", page)) == {here}
            assert "<script>" not in page
            async with client.get(f"{served.origin}/static/js/textual.js") as answer:
                assert answer.status == 200

    asyncio.run(ask())


def test_other_origins_and_other_names_are_refused(served: Served) -> None:
    port = served.origin.rpartition(":")[2]

    async def ask() -> None:
        async with aiohttp.ClientSession(cookies=served.cookie) as client:
            for headers in (
                {"Origin": "https://evil.example"},
                {"Origin": "null"},
                {"Origin": f"http://127.0.0.1:{int(port) + 1}"},
                {"Host": f"evil.example:{port}"},
                {"Host": "127.0.0.1"},
            ):
                for path in ("/", "/ws"):
                    async with client.get(served.origin + path, headers=headers) as answer:
                        assert answer.status == 403, headers
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await client.ws_connect(f"{served.origin}/ws")
            assert refused.value.status == 403
            async with client.get(
                f"http://localhost:{port}/", headers={"Origin": f"http://localhost:{port}"}
            ) as answer:
                assert answer.status == 200

    asyncio.run(ask())


def test_a_socket_carries_the_screen_and_its_keys(served: Served, queue: Workspace) -> None:
    async def ask() -> None:
        async with aiohttp.ClientSession(cookies=served.cookie) as client:
            socket = await client.ws_connect(f"{served.origin}/ws?width=120&height=40", origin=served.origin)
            shown = b""
            while b"suggests" not in shown:
                shown += (await socket.receive(timeout=30)).data
            await socket.send_json(["stdin", "f"])
            end = asyncio.get_running_loop().time() + 30
            while queue.store.last_event() == 0:
                assert asyncio.get_running_loop().time() < end
                await asyncio.sleep(0.05)
            await socket.close()

    asyncio.run(ask())
    ((_, event),) = queue.store.events_after(0)
    assert (event.reviewer, event.event) == ("ann", "flagged")


@needs_browser
def test_a_browser_shows_the_queue_and_its_keys_decide(
    served: Served, queue: Workspace, tmp_path: Path
) -> None:
    async def look() -> None:
        async with browser(served.address) as tab:
            await tab.until("document.body.classList.contains('-first-byte')")
            await tab.until("document.querySelector('canvas, .xterm-rows') !== null")
            end = asyncio.get_running_loop().time() + 30
            while queue.store.last_event() == 0:
                assert asyncio.get_running_loop().time() < end
                await tab.press("f")
                await asyncio.sleep(0.5)
            end = asyncio.get_running_loop().time() + 30
            # A page that is still black is a small file.
            while not (tmp_path / "page.png").is_file() or (tmp_path / "page.png").stat().st_size < 20_000:
                assert asyncio.get_running_loop().time() < end
                await tab.picture(tmp_path / "page.png")
            assert await tab.value("location.search") == ""
            outside = [url for url in tab.requested if "127.0.0.1" not in url and not url.startswith("data:")]
            assert outside == []
            assert any(url.startswith("ws://") for url in tab.requested)

    asyncio.run(look())
    assert queue.store.events_after(0)[0][1].event == "flagged"


def test_a_port_that_is_taken_is_one_clear_line(served: Served, queue: Workspace) -> None:
    port = served.origin.rpartition(":")[2]
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "factcheck",
            "--workspace",
            str(queue.folder.path),
            "review",
            "--web",
            "--port",
            port,
        ],
        cwd=_ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 2
    assert f"Wanted port {port}" in done.stderr and done.stderr.count("\n") == 1
