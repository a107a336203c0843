"""Subtitles, SubRip (.srt) and WebVTT (.vtt): what is said, without numbers, times and tags.

Sentences that run over cues are made whole; a pause begins a new line. Times are not kept.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.errors import EmptyDocument, ReadError
from factcheck.language.scripts import has_han
from factcheck.readers.decoding import clean, decode
from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.joining import STOP, joined
from factcheck.readers.options import ReadOptions

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"^\s*{_CLOCK}\s*-{{1,2}}>\s*{_CLOCK}(?:\s.*)?$")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_COMMENT = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,200})?\s{1,9}([^>]{0,200})>")
_TAG = re.compile(
    r"</?(?:[ibus]|font|c|v|lang|ruby|rt)(?:[.\s][^>]{0,200})?>|<(?:\d+:)?\d+:\d+[.,]\d+>|\{\\[^}]{0,60}\}",
    re.IGNORECASE,
)
_READING = re.compile(r"<rt>.{0,200}?</rt>", re.IGNORECASE)
_MARKED = re.compile(r"[。！？，；：、!?;:]|[.,](?!\d)")
_TURN = re.compile(r"^(?:[-–—]\s?(?!\d)|>>|[♪♫\[【(（])")
"""Another speaker, or a sound that is described."""
_SPEAKER = "\0"
"""Before a line whose voice the file names; no cleaned text holds it."""
_PAUSE = 6.0
"""Seconds without words that end a line where no sentence ends."""
_SHORT_PAUSE = 1.5
"""The same in subtitles without punctuation, where nothing else ends a sentence."""
_ROLLS = 0.5
"""Seconds between two cues up to which a line that both hold was said once."""
_LONGEST = 400
"""Characters after which a line without a sentence's end is ended at the next cue."""
_UNMARKED = 0.1
"""Share of cues with punctuation below which the cues themselves are what parts phrases."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words on the screen from `start` to `end`, in seconds."""

    start: float
    end: float
    lines: tuple[str, ...]


def read_subtitles(data: bytes, origin: Origin, options: ReadOptions) -> Iterator[Draft]:
    """One draft; ReadError for a file without a time line, EmptyDocument for one without words."""
    decoded = decode(data, declared=origin.charset, option=options.encoding)
    text, replaced = clean(decoded.text)
    cues, doubtful = _cues(text)
    if not cues and text.strip():
        raise ReadError(
            "Wanted subtitles with times such as 00:00:01,000 --> 00:00:04,000, found none;"
            " give a text the suffix .txt."
        )
    spoken = _spoken(cues)
    if not spoken:
        raise EmptyDocument("Wanted subtitles with words, found none in the file.")
    blocks = "1 block without a time was" if doubtful == 1 else f"{doubtful} blocks without a time were"
    notes = (f"{blocks} left out.",) if doubtful else ()
    yield Draft(spoken, path=origin.path, url=origin.url, notes=decoded.notes + replaced + notes)


def _cues(text: str) -> tuple[list[Cue], int]:
    """(the cues in the file's order, how many blocks are neither a cue nor a comment)."""
    cues: list[Cue] = []
    strays = 0
    for number, block in enumerate(_BLANK_LINES.split(text.strip("\n"))):
        lines = block.split("\n")
        if (number == 0 and lines[0].startswith("WEBVTT")) or _COMMENT.match(lines[0]):
            continue
        starts = [place for place, line in enumerate(lines) if _TIMES.match(line)]
        if not starts:
            strays += any(line.strip() for line in lines)
            continue
        # A file may lack the blank line between two cues; the number before the next time is not spoken.
        for start, following in zip(starts, [*starts[1:], len(lines) + 1], strict=True):
            last = (
                following - 1
                if following <= len(lines) and lines[following - 1].strip().isdigit()
                else following
            )
            cues.append(_cue(lines[start], lines[start + 1 : last]))
    return cues, strays


def _cue(times: str, lines: list[str]) -> Cue:
    match = _TIMES.match(times)
    clock = [float(part or 0) for part in match.groups()] if match else [0.0] * 8
    first, last = clock[:4], clock[4:]
    return Cue(_seconds(first), _seconds(last), tuple(filter(None, map(_plain, lines))))


def _seconds(clock: list[float]) -> float:
    hours, minutes, seconds, thousandths = clock
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _plain(line: str) -> str:
    """A line without tags, readings of ruby and escapes; a WebVTT voice's name before it, marked."""
    voice = _VOICE.search(line)
    words = " ".join(html.unescape(_TAG.sub("", _READING.sub("", line))).split())
    return f"{_SPEAKER}{voice[1].strip()}: {words}" if voice and words else words


def _spoken(cues: list[Cue]) -> str:
    """The words of all cues, a run of speech a line."""
    marked = sum(any(map(_MARKED.search, cue.lines)) for cue in cues)
    unmarked = marked < len(cues) * _UNMARKED
    told: list[str] = []
    current = ""
    for line, begins in _turns(cues, _SHORT_PAUSE if unmarked else _PAUSE):
        if current and (begins or STOP.search(current) or len(current) > _LONGEST):
            told.append(current)
            current = ""
        current = _with(current, line, unmarked)
    return "\n".join(filter(None, (*told, current)))


def _turns(cues: list[Cue], pause: float) -> Iterator[tuple[str, bool]]:
    """(line, whether speech begins anew with it: behind a pause, or with another speaker)."""
    shown: tuple[str, ...] = ()
    until = 0.0
    speaker = ""
    for cue in cues:
        if not cue.lines:
            continue
        rest = cue.start - until
        # Captions made by machines roll: each cue repeats the line before.
        fresh = [line for line in cue.lines if rest > _ROLLS or line not in shown]
        for place, line in enumerate(fresh):
            named, _, words = line[1:].partition(": ") if line[0] == _SPEAKER else (speaker, "", line)
            other = named != speaker
            speaker = named
            yield (
                f"{named}: {words}" if other else words,
                (other or (place == 0 and rest > pause) or _TURN.match(words) is not None),
            )
        shown, until = cue.lines, max(until, cue.end)


def _with(before: str, line: str, unmarked: bool) -> str:
    """The next line behind the words so far; where nothing else parts two Chinese phrases, a blank does."""
    if before and unmarked and has_han(before[-1]) and has_han(line[:1]):
        return f"{before} {line}"
    return joined(before, line)
