"""Every exporter with hostile words in every field that holds words from elsewhere: the same report as with dull
ones, and nothing lost."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pytest
import report_samples as samples
from hostile.structure import Structure
from hostile.texts import CARRIERS, EVERY, FREE, IDEAS, URLS, carried, rewritten, steers
from markdown_it import MarkdownIt

from factcheck.addresses import link
from factcheck.errors import UsageError
from factcheck.exporters import exporters
from factcheck.exporters.escaping import uncelled
from factcheck.exporters.html import pages
from factcheck.exporters.visible import visible
from factcheck.reported import Publisher, Report

NAMES = list(exporters())
DULL = "Dull words 平常"
_ADDRESSES = ("url", "archived")


def hostile_reports(idea: str) -> Iterator[tuple[str, Report]]:
    """For each text of an idea: it and the report with it in every field, alone or in a sentence."""
    languages = list(CARRIERS)
    for place, text in enumerate(IDEAS[idea].values()):
        made = text if place % 2 else carried(text, languages[place // 2 % 4])
        yield made, _with(made)


@cache
def _with(text: str) -> Report:
    # Addresses are as in the plain report, so that both reports have the same links.
    made = rewritten(
        samples.decided(), lambda field: "https://example.org/x" if field in _ADDRESSES else f"{text} {field}"
    )
    return replace(made, publisher=Publisher(f"{text} publisher", "https://desk.example/checks"))


def exported(name: str, report: Report) -> str:
    return exporters().make(name).export(report).decode("utf-8")


@cache
def dull(name: str) -> str:
    """The same report with dull words in a format."""
    return exported(name, _with(DULL))


@pytest.mark.parametrize("idea", IDEAS)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_steers_in_any_format(name: str, idea: str) -> None:
    for text, hostile in hostile_reports(idea):
        assert steers(exported(name, hostile), keep="\n\r" if name == "csv" else "\n") == set(), ascii(text)


@pytest.mark.parametrize("idea", IDEAS)
def test_html_has_the_same_elements_and_shows_the_words(idea: str) -> None:
    for text, hostile in hostile_reports(idea):
        ours, plain = Structure(exported("html", hostile)), Structure(dull("html"))
        assert ours.tags == plain.tags, ascii(text)
        assert ours.links == plain.links
        _shown_as_often(text, _packed(ours.text), plain.text, lambda said: _packed(visible(said)))
        for (file, page), (wanted, like) in zip(pages(hostile), pages(_with(DULL)), strict=True):
            assert file == wanted
            assert Structure(page.decode()).tags == Structure(like.decode()).tags, ascii(text)


def _packed(words: str) -> str:
    """Without blanks: some places keep line breaks, and readers of both formats join blanks."""
    return "".join(words.split())


def _shown_as_often(
    text: str, ours: str, plain: str, shown: Callable[[str], str], *, least: int = 20
) -> None:
    """Whether the words of each field stand in a page as often as dull ones; of a path the end is shown."""
    found = {field: plain.count(f"{DULL} {field}") for field in FREE - {"path", "failures"}}
    assert sum(found.values()) > least
    assert {field: ours.count(shown(f"{text} {field}")) for field in found} == found, ascii(text)


def _blocks(made: str) -> tuple[Counter[str], list[str], str]:
    """What a reader of Markdown makes of it: kinds of elements but bold, targets of links, and all words."""
    tokens = MarkdownIt("commonmark", {"linkify": False}).enable("table").parse(made)
    flat = [one for token in tokens for one in (token, *(token.children or ()))]
    kinds = Counter(one.type for one in flat if not one.type.startswith(("strong", "text", "softbreak")))
    targets = [
        str(one.attrs.get("href", one.attrs.get("src"))) for one in flat if one.type in ("link_open", "image")
    ]
    return kinds, targets, "".join(one.content for one in flat if one.type == "text")


@pytest.mark.parametrize("idea", IDEAS)
def test_markdown_has_the_same_blocks_and_links_and_shows_the_words(idea: str) -> None:
    for text, hostile in hostile_reports(idea):
        (kinds, targets, words), (wanted, plain, dull_words) = (
            _blocks(exported("md", hostile)),
            _blocks(dull("md")),
        )
        assert kinds == wanted, ascii(text)
        assert targets == plain
        _shown_as_often(text, _packed(words), dull_words, lambda said: _packed(visible(said)))


@pytest.mark.parametrize("idea", IDEAS)
def test_csv_has_the_same_cells_none_of_them_a_formula(idea: str) -> None:
    for text, hostile in hostile_reports(idea):
        rows = list(csv.reader(io.StringIO(exported("csv", hostile).removeprefix("\ufeff"), newline="")))
        plain = list(csv.reader(io.StringIO(dull("csv").removeprefix("\ufeff"), newline="")))
        assert [len(row) for row in rows] == [len(row) for row in plain]
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if cell.startswith(tuple("=+-@＝＋－＠\t\r\n"))], ascii(text)
        told = [uncelled(cell) for cell in cells]
        assert sum(visible(text, keep="\n") in cell for cell in told) >= 10, ascii(text)


def _shape(value: object) -> object:
    """The keys of JSON, without its words."""
    if isinstance(value, dict):
        return {key: _shape(one) for key, one in value.items()}
    return [_shape(one) for one in value] if isinstance(value, list) else type(value).__name__


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(one)


@pytest.mark.parametrize("idea", IDEAS)
@pytest.mark.parametrize("name", ["json", "jsonl", "claimreview", "webannotation", "fever"])
def test_json_has_the_same_keys_and_lines_and_gives_the_words_back(name: str, idea: str) -> None:
    for text, hostile in hostile_reports(idea):
        made, plain = exported(name, hostile), dull(name)
        # Also for readers that take other characters for the end of a line.
        assert len(made.splitlines()) == len(made.split("\n")) - 1, ascii(text)
        lines = [made.splitlines(), plain.splitlines()] if name in ("jsonl", "fever") else [[made], [plain]]
        ours, wanted = ([json.loads(line) for line in one] for one in lines)
        assert _shape(ours) == _shape(wanted)
        told, dull_words = (" | ".join(_strings(one)) for one in (ours, wanted))
        _shown_as_often(text, told, dull_words, lambda words: words, least=2)
        if name == "claimreview":
            assert not {"<", ">", "&"} & set(made)


@pytest.mark.parametrize("address", URLS.values(), ids=list(URLS))
def test_no_address_but_http_is_a_link(address: str) -> None:
    assert link(address) == ""
    report = rewritten(samples.decided(), lambda field: address if field in _ADDRESSES else DULL)
    report = replace(report, publisher=samples.PUBLISHER)
    assert [one for one in Structure(exported("html", report)).links if not one.startswith("#")] == []
    assert _blocks(exported("md", report))[1] == []
    for review in json.loads(exported("claimreview", report)):
        assert {review["url"].partition("#")[0], review["author"]["url"]} == {"https://desk.example/checks"}
        assert address not in _strings(review)
    for item in json.loads(exported("webannotation", report))["items"]:
        assert item["target"]["source"].startswith("urn:sha256:")
    with pytest.raises(UsageError, match="Wanted the address of the page"):
        exporters().make("claimreview").export(replace(report, publisher=Publisher("Desk", address)))


def test_the_list_is_what_it_says() -> None:
    """Every kind of harm is in it, and dull words are in none of it: comparing with them would show nothing."""
    assert all(len(texts) >= 5 for texts in IDEAS.values()) and len(EVERY) > 75
    assert sum(bool(steers(text)) for text in EVERY) >= 12
    assert not any(DULL in text for text in EVERY)
    assert {link("https://example.org/x?a=1&b=2"), link("http://例子.example/路")} == {
        "https://example.org/x?a=1&b=2",
        "http://例子.example/路",
    }
