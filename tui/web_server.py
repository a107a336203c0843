"""A server for one person on one machine: loopback, a token, no other origin, nothing fetched from outside.

textual-serve runs the program and carries its screen; what it leaves open (no token, no check of origin, a
page that asks a font service) is closed here.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import secrets
import shlex
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import aiohttp_jinja2
import jinja2
from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

from factcheck.errors import UsageError

HOST = "127.0.0.1"
_PAGES = Path(__file__).parent / "pages"
_PATIENCE = 5.0
"""Seconds that running screens have to end when the server does."""
_LEAVE = 3.0
"""Seconds that one screen has to end by itself once nobody looks at it; less than `_PATIENCE`."""
_ENTRY = '<!DOCTYPE html><meta http-equiv="refresh" content="0; url=/"><title>…</title>'
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Screen(AppService):
    """The program behind one browser tab; it is gone when the tab is, in good order or not."""

    def __init__(self, command: Sequence[str], line: str, server: Server, tab: web.WebSocketResponse) -> None:
        async def close() -> None:
            await tab.close()

        super().__init__(
            line,
            write_bytes=tab.send_bytes,
            write_str=tab.send_str,
            close=close,
            download_manager=server.download_manager,
        )
        self._arguments = tuple(command)

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        # Without a shell between, what is ended is the program itself.
        self._process = process = await asyncio.create_subprocess_exec(
            *self._arguments,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width=width, height=height),
        )
        self._stdin = process.stdin
        return process

    async def run(self) -> None:
        """Carry the screen; a program that could not start or fell over ends its tab, as leaving does."""
        await super().run()
        await self.remote_close()
        if self._process is None:
            return
        # A program that still writes would wait for a reader for ever instead of leaving.
        for pipe in (self._process.stdout, self._process.stderr):
            while pipe is not None and await pipe.read(1 << 16):
                pass

    async def stop(self) -> None:
        """Ask the program to leave, and end it when it does not."""
        # A timer, as a time limit does not reach through `run`, which takes being cancelled for an end.
        limit = asyncio.get_running_loop().call_later(_LEAVE, self._end)
        try:
            await super().stop()
            if self._process is not None:
                await self._process.wait()
        finally:
            limit.cancel()
            self._end()

    def _end(self) -> None:
        if self._process is not None and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()


class ReviewServer(Server):
    """textual-serve's server behind a door."""

    def __init__(self, command: Sequence[str], *, port: int, title: str) -> None:
        # The address says its port even where a browser knows it: what asks at 443 would ask for https.
        here = f"http://{HOST}:{port}"
        super().__init__(
            shlex.join(command), host=HOST, port=port, title=title, public_url=here, templates_path=_PAGES
        )
        self._arguments = tuple(command)
        self.token = secrets.token_urlsafe(32)
        self._sockets: set[web.WebSocketResponse] = set()

    @property
    def address(self) -> str:
        """Where a browser starts; the token is asked for once and kept in a cookie."""
        return f"{self.public_url}/?token={self.token}"

    @property
    def _cookie(self) -> str:
        # Cookies do not know ports: two servers on one machine would overwrite each other's.
        return f"factcheck-{self.port}"

    async def make_app(self) -> web.Application:
        """Every route stands behind the door."""
        app = web.Application(middlewares=[self._door])
        aiohttp_jinja2.setup(app, loader=jinja2.FileSystemLoader(_PAGES), autoescape=True)
        app.add_routes(
            [
                web.get("/", self.handle_index, name="index"),
                web.get("/ws", self.handle_websocket, name="websocket"),
                web.get("/download/{key}", self.handle_download, name="download"),
                web.static("/static", self.statics_path, name="static"),
                web.static("/page", _PAGES, name="page"),
            ]
        )
        app.on_response_prepare.append(self._protect)
        app.on_shutdown.append(self._close_sockets)
        return app

    @property
    def _door(self) -> Any:
        @web.middleware
        async def door(request: web.Request, handler: Handler) -> web.StreamResponse:
            why = self._refusal(request)
            if why:
                return web.Response(status=403, text=f"Refused: {why}\n")
            if not request.query.get("token") or request.path != "/":
                return await handler(request)
            # The token leaves the address line, and with it the history. A page does that, not a redirect:
            # after a click on another site (a terminal in a browser) a redirect still counts as that site's,
            # and a strict cookie would stay behind.
            answer = web.Response(text=_ENTRY, content_type="text/html")
            answer.set_cookie(self._cookie, self.token, httponly=True, samesite="Strict", path="/")
            return answer

        return door

    def _refusal(self, request: web.Request) -> str:
        """Why a request is not answered; empty where it is."""
        # Browsers leave out the port that they know.
        ports = ("", ":80") if self.port == 80 else (f":{self.port}",)
        hosts = {name + port for name in (HOST, "localhost") for port in ports}
        if request.host not in hosts:
            return "this server answers to its own name only."
        origin = request.headers.get("Origin")
        if origin is not None and origin not in {f"http://{host}" for host in hosts}:
            return "the request comes from another page."
        if origin is None and request.path == "/ws":
            return "the request does not say which page it comes from."
        given = request.query.get("token") if request.path == "/" else None
        given = given or request.cookies.get(self._cookie) or ""
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), self.token.encode()):
            return "the address lacks the token that `factcheck review --web` printed."
        return ""

    async def _protect(self, _: web.Request, answer: web.StreamResponse) -> None:
        """Headers for whatever leaves: pages, files that the program hands out, refusals and errors."""
        own = " ".join(f"ws://{name}:{self.port}" for name in (HOST, "localhost"))
        answer.headers.update(
            {
                # The terminal places its cells with styles of its own; scripts come from files only.
                "Content-Security-Policy": (
                    f"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    f" connect-src 'self' {own}; img-src 'self' data:; font-src 'self'; base-uri 'none';"
                    " form-action 'none'; frame-ancestors 'none'"
                ),
                "Referrer-Policy": "no-referrer",
                "X-Content-Type-Options": "nosniff",
                "Cache-Control": "no-store",
            }
        )

    @aiohttp_jinja2.template("review.html")
    async def handle_index(self, request: web.Request) -> dict[str, Any]:
        """The page around the terminal; asked for by either of the two names, it goes on under that one."""
        return {"title": self.title, "socket": f"ws://{request.host}/ws"}

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """One running screen for as long as its tab is open."""
        tab = web.WebSocketResponse(heartbeat=15)
        await tab.prepare(request)
        screen = Screen(self._arguments, self.command, self, tab)
        self._sockets.add(tab)
        try:
            await screen.start(
                to_int(request.query.get("width", ""), 80), to_int(request.query.get("height", ""), 24)
            )
            await self._process_messages(tab, screen)
        finally:
            self._sockets.discard(tab)
            await screen.stop()
        return tab

    async def _close_sockets(self, _: web.Application) -> None:
        """The server ends: so do the screens, each of which has stored every decision already."""
        closing = (
            tab.close(code=WSCloseCode.GOING_AWAY, message=b"The server has ended.") for tab in self._sockets
        )
        await asyncio.gather(*closing, return_exceptions=True)


def serve(command: Sequence[str], *, port: int, announce: Callable[[str], None], title: str) -> int:
    """See tui.web.serve_review."""
    listening = _listening(port)
    server = ReviewServer(command, port=listening.getsockname()[1], title=title)
    # Where loops take no signal handlers, ctrl+c comes out of here once all is closed.
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(server, listening, announce))
    return 0


def _listening(port: int) -> socket.socket:
    """A socket bound before anybody is told of its port, so that nobody else can have it meanwhile."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        raise UsageError(
            f"Wanted port {port} on {HOST}, found it cannot be had ({error.strerror or error})."
            " Give another --port, or none for a free one."
        ) from error
    return listening


async def _serve(server: ReviewServer, listening: socket.socket, announce: Callable[[str], None]) -> None:
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        # Windows has no handlers on loops.
        if sys.platform != "win32":
            loop.add_signal_handler(name, ended.set)
    runner = web.AppRunner(await server.make_app(), shutdown_timeout=_PATIENCE, access_log=None)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        announce(server.address)
        await ended.wait()
    finally:
        await runner.cleanup()
