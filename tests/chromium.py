"""A real Chromium without a window, driven over its DevTools protocol."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import itertools
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on PATH")
needs_chinese_font = pytest.mark.skipif(
    not (shutil.which("fc-list") and subprocess.run(["fc-list", ":lang=zh"], capture_output=True).stdout),
    reason="no Chinese font",
)
"""What is printed or drawn without one has no Chinese in it."""
_FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--remote-debugging-port=0", "--window-size=1400,900", "about:blank"),
)
_PATIENCE = 30.0


class Tab:
    """One page: opened, looked at, typed into; what it asked for is kept."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.requested: list[str] = []
        """Every address that the page asked for, sockets among them."""
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self._socket:
            said = message.json()
            if "id" in said:
                self._answers.pop(said["id"]).set_result(said)
            elif said.get("method") == "Network.requestWillBeSent":
                self.requested.append(said["params"]["request"]["url"])
            elif said.get("method") == "Network.webSocketCreated":
                self.requested.append(said["params"]["url"])

    async def do(self, method: str, **parameters: object) -> dict[str, Any]:
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        said = await asyncio.wait_for(self._answers[number], _PATIENCE)
        if "error" in said:
            raise RuntimeError(f"{method}: {said['error']}")
        found: dict[str, Any] = said["result"]
        return found

    async def value(self, script: str) -> Any:
        """What a line of JavaScript comes to."""
        said = await self.do("Runtime.evaluate", expression=script, returnByValue=True)
        return said["result"].get("value")

    async def until(self, script: str) -> None:
        """Wait until a line of JavaScript holds."""
        end = asyncio.get_running_loop().time() + _PATIENCE
        while not await self._holds(script):
            if asyncio.get_running_loop().time() > end:
                raise TimeoutError(f"not within {_PATIENCE} s: {script}")
            await asyncio.sleep(0.05)

    async def _holds(self, script: str) -> bool:
        # A page that navigates meanwhile takes the question with it.
        with contextlib.suppress(RuntimeError):
            return bool(await self.value(script))
        return False

    async def press(self, char: str) -> None:
        """One key that writes a character."""
        key = {"key": char, "text": char, "unmodifiedText": char, "code": f"Key{char.upper()}"}
        await self.do(
            "Input.dispatchKeyEvent", type="keyDown", windowsVirtualKeyCode=ord(char.upper()), **key
        )
        await self.do("Input.dispatchKeyEvent", type="keyUp", windowsVirtualKeyCode=ord(char.upper()), **key)

    async def click(self, x: int, y: int) -> None:
        """A click of the left button, in pixels from the upper left."""
        for kind in ("mousePressed", "mouseReleased"):
            await self.do("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    async def picture(self, path: Path) -> None:
        """What it looks like, as PNG."""
        path.write_bytes(base64.b64decode((await self.do("Page.captureScreenshot"))["data"]))


@asynccontextmanager
async def browser(address: str) -> AsyncIterator[Tab]:
    """A browser of its own with one tab at `address`; gone afterwards with all it stored."""
    import aiohttp

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            str(CHROMIUM),
            *_FLAGS,
            f"--user-data-dir={profile}",
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            port = await _port(Path(profile) / "DevToolsActivePort")
            async with aiohttp.ClientSession() as session:
                async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                    pages = [one for one in await answer.json() if one["type"] == "page"]
                async with session.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                    tab = Tab(socket)
                    try:
                        await tab.do("Network.enable")
                        await tab.do("Page.enable")
                        await tab.do("Page.navigate", url=address)
                        yield tab
                    finally:
                        tab._reading.cancel()
        finally:
            process.kill()
            await process.wait()


async def _port(path: Path) -> int:
    end = asyncio.get_running_loop().time() + _PATIENCE
    while not path.is_file() or not path.read_text().strip():
        if asyncio.get_running_loop().time() > end:
            raise TimeoutError("Chromium did not open its port")
        await asyncio.sleep(0.05)
    return int(path.read_text().split()[0])
