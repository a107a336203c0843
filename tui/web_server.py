"""A server for one person on one machine: loopback, a token, no other origin, nothing fetched from outside.

textual-serve runs the program and carries its screen; what it leaves open (no token, no check of origin, a
page that asks a font service) is closed here.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import aiohttp_jinja2
import jinja2
from aiohttp import WSCloseCode, web
from textual_serve.server import Server

from factcheck.errors import UsageError

HOST = "127.0.0.1"
_PAGES = Path(__file__).parent / "pages"
_PATIENCE = 5.0
"""Seconds that running screens have to end when the server does."""
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ReviewServer(Server):
    """textual-serve's server behind a door."""

    def __init__(self, command: Sequence[str], *, port: int, title: str) -> None:
        line = subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)
        super().__init__(line, host=HOST, port=port, title=title, templates_path=_PAGES)
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
        app.on_shutdown.append(self._close_sockets)
        return app

    @property
    def _door(self) -> Any:
        @web.middleware
        async def door(request: web.Request, handler: Handler) -> web.StreamResponse:
            why = self._refusal(request)
            if why:
                return web.Response(status=403, text=f"Refused: {why}\n", headers=self._headers())
            given = request.query.get("token")
            if given is not None and request.path == "/":
                # The token leaves the address line, and with it the history.
                answer: web.StreamResponse = web.Response(status=303, headers={"Location": "/"})
                answer.set_cookie(self._cookie, given, httponly=True, samesite="Strict", path="/")
            else:
                answer = await handler(request)
            if not answer.prepared:
                answer.headers.update(self._headers())
            return answer

        return door

    def _refusal(self, request: web.Request) -> str:
        """Why a request is not answered; empty where it is."""
        hosts = {f"{name}:{self.port}" for name in (HOST, "localhost")}
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

    def _headers(self) -> dict[str, str]:
        own = " ".join(f"ws://{name}:{self.port}" for name in (HOST, "localhost"))
        return {
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

    @aiohttp_jinja2.template("review.html")
    async def handle_index(self, request: web.Request) -> dict[str, Any]:
        """The page around the terminal; asked for by either of the two names, it goes on under that one."""
        return {"title": self.title, "socket": f"ws://{request.host}/ws"}

    async def _process_messages(self, websocket: web.WebSocketResponse, app_service: Any) -> None:
        """One running screen for as long as its tab is open."""
        self._sockets.add(websocket)
        try:
            await super()._process_messages(websocket, app_service)
        finally:
            self._sockets.discard(websocket)

    async def _close_sockets(self, _: web.Application) -> None:
        """The server ends: so do the screens, each of which has stored every decision already."""
        for websocket in list(self._sockets):
            await websocket.close(code=WSCloseCode.GOING_AWAY, message=b"The server has ended.")


def serve(command: Sequence[str], *, port: int, announce: Callable[[str], None], title: str) -> int:
    """See tui.web.serve_review."""
    listening = _listening(port)
    server = ReviewServer(command, port=listening.getsockname()[1], title=title)
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
        # Windows has no handlers on loops; ctrl+c interrupts asyncio.run there.
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
