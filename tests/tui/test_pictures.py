"""Pictures of a sitting at both sizes in both languages: those in the documentation, so that they stay true.

After a change that is meant: GOLDEN=write, then look at docs/pictures.
"""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

import pytest
from pictures import picture
from sittings import NARROW, WIDE, Sitting, sit

from factcheck import Workspace
from factcheck.review import events
from factcheck.store import Store
from tui.app import ReviewApp

_FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"


@pytest.fixture(autouse=True)
def same_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder, a clock and a pace that do not depend on when and where the test runs."""
    seconds = count()
    monkeypatch.setattr(events, "moment", lambda *_: f"2025-11-25T09:{next(seconds):02}:00.000000Z")
    monkeypatch.setattr(Store, "pace", lambda store, reviewer: (3, 214))
    monkeypatch.setattr(ReviewApp, "place", property(lambda app: "~/newsroom"))


@pytest.mark.parametrize("tongue", ["en", "zh-Hant"])
@pytest.mark.parametrize(("name", "size", "keys"), [
    ("queue", WIDE, ["space", "u", "n", "s", "j", "f"]),
    ("evidence", WIDE, ["j", "j", "j", "3", "e"]),
    ("queue", NARROW, ["space", "u", "c", "j"]),
    ("evidence", NARROW, ["j", "3", "j"]),
    ("article", NARROW, ["j", "j", "2"]),
    ("why", NARROW, ["u"]),
    ("help", WIDE, ["question_mark"]),
])  # fmt: skip
def test_the_screen_looks_as_the_documentation_shows(
    queue: Workspace, name: str, size: tuple[int, int], keys: list[str], tongue: str
) -> None:
    path = _FOLDER / f"review-{name}-{size[0]}x{size[1]}-{tongue}.svg"

    async def act(here: Sitting) -> None:
        await here.press(*keys)
        await here.pilot.pause(0.2)
        drawn = picture(here.app, f"factcheck review, {name}")
        if os.environ.get("GOLDEN") == "write":
            path.write_text(drawn, encoding="utf-8")
        assert path.read_text("utf-8") == drawn

    sit(queue, act, size=size, tongue=tongue)


def test_no_picture_asks_for_anything_from_outside() -> None:
    pictures = sorted(_FOLDER.glob("review-*.svg"))
    assert len(pictures) == 14
    for path in pictures:
        text = path.read_text("utf-8")
        assert not any(
            call in text for call in ("href", "url(", "@import", "@font-face", "<script", "<image")
        )
