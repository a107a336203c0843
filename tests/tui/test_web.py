"""`factcheck review --web`: the real server and the real app, asked by a client and by a real browser."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest
from aiohttp import web
from chromium import browser, needs_browser

from factcheck import Workspace
from factcheck.errors import MissingDependency
from tui.web import serve_review

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 30.0
_SERVER = (
    "import sys; from tui.web import serve_review;"
    " sys.exit(serve_review(sys.argv[1:], announce=lambda at: print(at, file=sys.stderr, flush=True)))"
)
_PROGRAM = """
import io, os, time
from pathlib import Path
from textual.app import App
from textual.widgets import Static

class Small(App):
    def compose(self):
        yield Static("ready 三方")
    def on_mount(self):
        Path("pid").write_text(str(os.getpid()))
    def on_key(self, event):
        if event.key == "s":
            Path("stored").write_text("s")
        elif event.key == "h":
            Path("hanging").touch()
            time.sleep(600)
        elif event.key == "x":
            os._exit(1)
        elif event.key == "d":
            page = io.StringIO("<script>1</script>")
            self.deliver_text(page, save_filename="a.html", open_method="browser", mime_type="text/html")

Small().run()
"""


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


@contextmanager
def serving(command: list[str], folder: Path) -> Iterator[Served]:
    """The server that `command` starts, until ctrl+c, which it takes for a good end."""
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    )
    assert process.stderr is not None
    limit = threading.Timer(_PATIENCE, process.kill)
    limit.start()
    line = process.stderr.readline()
    limit.cancel()
    try:
        found = re.search(r"(http://127\.0\.0\.1:\d+)/\?token=([\w-]+)\s", line)
        assert found, line
        yield Served(found[1], found[2], process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=_PATIENCE) == 0
        process.stderr.close()


@pytest.fixture
def served(queue: Workspace) -> Iterator[Served]:
    """The queue, as people start it."""
    folder = queue.folder.path
    start = [sys.executable, "-m", "factcheck", "--workspace", str(folder)]
    with serving([*start, "review", "--web", "--reviewer", "ann"], folder) as here:
        yield here


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Served]:
    """A small program, which says in files what becomes of it, on the same server."""
    # A space in its name: arguments arrive as they are.
    program = tmp_path / "small program.py"
    program.write_text(_PROGRAM, "utf-8")
    try:
        with serving([sys.executable, "-c", _SERVER, sys.executable, str(program)], tmp_path) as here:
            yield here
    finally:
        # Where the server did not end it, which is what tests are for.
        if (tmp_path / "pid").exists() and running(pid := int((tmp_path / "pid").read_text())):
            os.kill(pid, signal.SIGKILL)


async def until(holds: Callable[[], object]) -> None:
    """Wait for what another process brings about."""
    end = asyncio.get_running_loop().time() + _PATIENCE
    while not holds():
        assert asyncio.get_running_loop().time() < end, f"not within {_PATIENCE} s"
        await asyncio.sleep(0.05)


def running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@asynccontextmanager
async def tab(served: Served) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """What a page's script does: a socket, open until left, on which the screen has arrived."""
    async with (
        aiohttp.ClientSession(cookies=served.cookie) as client,
        client.ws_connect(f"{served.origin}/ws?width=120&height=40", origin=served.origin) as socket,
    ):
        await shows(socket, b"ready")
        yield socket


async def shows(socket: aiohttp.ClientWebSocketResponse, words: bytes) -> None:
    """Wait until the screen has written words."""
    shown = b""
    async with asyncio.timeout(_PATIENCE):
        while words not in shown:
            message = await socket.receive()
            assert message.type is aiohttp.WSMsgType.BINARY, message
            shown += message.data


async def next_of(socket: aiohttp.ClientWebSocketResponse, kind: aiohttp.WSMsgType) -> aiohttp.WSMessage:
    """The next message of a kind; what the screen draws meanwhile is passed over."""
    async with asyncio.timeout(_PATIENCE):
        while (message := await socket.receive()).type is not kind:
            assert message.type is aiohttp.WSMsgType.BINARY, message
    return message


def test_without_the_token_nothing_is_answered(served: Served) -> None:
    async def ask() -> None:
        async with aiohttp.ClientSession() as client:
            for path in (
                "/",
                "/?token=",
                "/?token=guess",
                "/static/js/textual.js",
                "/page/review.css",
                "/download/key",
                "/nothing",
                "/ws",
            ):
                async with client.get(served.origin + path, allow_redirects=False) as answer:
                    assert answer.status == 403, path
                    said = await answer.text()
                    assert said.count("\n") == 1 and served.token not in said
                    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        wrong = {name: value[:-1] for name, value in served.cookie.items()}
        async with aiohttp.ClientSession(cookies=wrong) as client, client.get(served.origin) as answer:
            assert answer.status == 403

    asyncio.run(ask())


def test_the_token_becomes_a_cookie_and_leaves_the_address(served: Served) -> None:
    async def ask() -> None:
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
            async with client.get(served.address, allow_redirects=False) as answer:
                assert answer.status == 200
                kept = answer.headers["Set-Cookie"]
                assert "HttpOnly" in kept and "SameSite=Strict" in kept and "Path=/" in kept
                assert 'content="0; url=/"' in await answer.text()
            async with client.get(f"{served.origin}/?token=") as answer:
                assert (answer.status, answer.headers.get("Set-Cookie")) == (200, None)
            async with client.get(f"{served.origin}/nothing") as answer:
                assert answer.status == 404 and "Content-Security-Policy" in answer.headers
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
            for origin in (None, "https://evil.example"):
                with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                    await client.ws_connect(f"{served.origin}/ws", origin=origin)
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
            await shows(socket, b"suggests")
            await socket.send_json(["stdin", "f"])
            await until(lambda: queue.store.last_event() != 0)
            await socket.close()

    asyncio.run(ask())
    ((_, event),) = queue.store.events_after(0)
    assert (event.reviewer, event.event) == ("ann", "flagged")


@needs_browser
def test_a_browser_shows_the_queue_and_its_keys_decide(
    served: Served, queue: Workspace, tmp_path: Path
) -> None:
    async def look() -> None:
        async with browser(served.address) as page:
            await page.until("document.body.classList.contains('-first-byte')")
            await page.until("document.activeElement.classList.contains('xterm-helper-textarea')")
            await page.press("f")
            await until(lambda: queue.store.last_event() != 0)
            end = asyncio.get_running_loop().time() + 30
            # A page that is still black is a small file.
            while not (tmp_path / "page.png").is_file() or (tmp_path / "page.png").stat().st_size < 20_000:
                assert asyncio.get_running_loop().time() < end
                await page.picture(tmp_path / "page.png")
            assert await page.value("location.search") == ""
            asked = [urlsplit(url) for url in page.requested if not url.startswith("data:")]
            assert {url.hostname for url in asked} == {"127.0.0.1"}
            assert any(url.scheme == "ws" for url in asked)

    asyncio.run(look())
    assert queue.store.events_after(0)[0][1].event == "flagged"


def test_a_port_that_is_taken_is_one_clear_line(served: Served, queue: Workspace) -> None:
    port = served.origin.rpartition(":")[2]
    start = [sys.executable, "-m", "factcheck", "--workspace", str(queue.folder.path)]
    done = subprocess.run(
        [*start, "review", "--web", "--port", port],
        cwd=_ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 2
    assert f"Wanted port {port}" in done.stderr and done.stderr.count("\n") == 1


@needs_browser
def test_browser_shows_the_app_and_takes_keys(small: Served, tmp_path: Path) -> None:
    """Opened by a click on another site's page: a terminal in a browser, a chat."""

    async def link(_: web.Request) -> web.Response:
        return web.Response(text=f'<a id="link" href="{small.address}">open</a>', content_type="text/html")

    async def look() -> None:
        elsewhere = web.Application()
        elsewhere.router.add_get("/", link)
        runner = web.AppRunner(elsewhere)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            # To a browser, localhost is another site than 127.0.0.1.
            async with browser(f"http://localhost:{runner.addresses[0][1]}/") as page:
                await page.until("document.getElementById('link') !== null")
                await page.value("document.getElementById('link').click()")
                await page.until("document.activeElement.classList.contains('xterm-helper-textarea')")
                await page.press("s")
                await until((tmp_path / "stored").exists)
                assert await page.value("location.href") == f"{small.origin}/"
        finally:
            await runner.cleanup()

    asyncio.run(look())


def test_the_program_ends_with_its_tab(small: Served, tmp_path: Path) -> None:
    async def close() -> None:
        async with tab(small):
            pid = int((tmp_path / "pid").read_text())
            assert running(pid)
        await until(lambda: not running(pid))

    asyncio.run(close())


def test_a_program_that_hangs_ends_with_its_tab(small: Served, tmp_path: Path) -> None:
    async def close() -> None:
        async with tab(small) as socket:
            await socket.send_json(["stdin", "h"])
            await until((tmp_path / "hanging").exists)
            pid = int((tmp_path / "pid").read_text())
        await until(lambda: not running(pid))

    asyncio.run(close())


@pytest.mark.parametrize("hangs", [False, True])
def test_the_program_ends_with_the_server(small: Served, tmp_path: Path, hangs: bool) -> None:
    async def end() -> None:
        async with tab(small) as socket:
            if hangs:
                await socket.send_json(["stdin", "h"])
                await until((tmp_path / "hanging").exists)
            small.process.send_signal(signal.SIGINT)
            await next_of(socket, aiohttp.WSMsgType.CLOSE)

    asyncio.run(end())
    assert small.process.wait(timeout=_PATIENCE) == 0
    assert not running(int((tmp_path / "pid").read_text()))


def test_a_program_that_falls_over_ends_its_tab(small: Served) -> None:
    async def fall() -> None:
        async with tab(small) as socket:
            await socket.send_json(["stdin", "x"])
            await next_of(socket, aiohttp.WSMsgType.CLOSE)

    asyncio.run(fall())


def test_what_the_program_hands_out_runs_no_script(small: Served) -> None:
    async def ask() -> None:
        async with tab(small) as socket, aiohttp.ClientSession(cookies=small.cookie) as client:
            await socket.send_json(["stdin", "d"])
            _, key = (await next_of(socket, aiohttp.WSMsgType.TEXT)).json()
            async with client.get(f"{small.origin}/download/{key}") as answer:
                assert (answer.status, await answer.text()) == (200, "<script>1</script>")
                assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
                assert answer.headers["X-Content-Type-Options"] == "nosniff"

    asyncio.run(ask())


def test_nothing_of_it_is_loaded_before_it_serves() -> None:
    asked = "import sys, tui.web; print({'aiohttp', 'jinja2', 'textual_serve'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=_ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "set()\n", done.stderr


def test_without_the_extra_the_install_line_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    with pytest.raises(MissingDependency, match=r"pip install 'factcheck-workbench\[web\]'"):
        serve_review(["true"], announce=lambda _: None)
