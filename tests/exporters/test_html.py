"""The HTML report: byte for byte, as a browser sees it, on paper, and with hostile texts in it."""

from __future__ import annotations

import html
import itertools
import re
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import report_samples as samples
from chromium import CHROMIUM, needs_browser, needs_chinese_font

from factcheck.exporters import exporters

PROBE = """<!DOCTYPE html><title>waiting</title>
<iframe id="page" style="width: WIDTHpx; height: 800px; border: 0" srcdoc="PAGE"></iframe>
<script>
document.getElementById("page").addEventListener("load", function () {
  const root = this.contentDocument.documentElement;
  const claims = this.contentDocument.querySelectorAll("article.claim");
  document.title = [root.scrollWidth - root.clientWidth, claims.length,
    getComputedStyle(this.contentDocument.body).backgroundColor].join("|");
});
</script>"""


class Elements(HTMLParser):
    """Start tags with their attributes, and the open tags that were never closed."""

    VOID = ("meta", "link", "br", "img", "hr", "input")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(*, include_suggestions: bool = True) -> str:
    made = exporters().make("html").export(samples.report(include_suggestions=include_suggestions))
    return made.decode("utf-8")


def test_nothing_is_fetched_and_nothing_runs() -> None:
    elements = Elements(page())
    assert not elements.open
    tags = {tag for tag, _ in elements.found}
    assert not tags & {"script", "img", "link", "iframe", "object", "form", "base"}
    links = [attributes["href"] for tag, attributes in elements.found if tag == "a"]
    assert all(link is not None and link.startswith(("https://", "#")) for link in links)
    assert not any(name.startswith("on") for _, attributes in elements.found for name in attributes)


def test_hostile_titles_are_text() -> None:
    made = page()
    assert "<script>" not in made
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in made
    assert "javascript:" not in made


def test_suggestions_are_marked_as_what_they_are() -> None:
    made = page()
    assert "0 of 4 reviewed" in made
    assert made.count("machine suggestion, not reviewed") == 4
    assert "0 of 4 reviewed" in page(include_suggestions=False)
    assert "--include-suggestions" in page(include_suggestions=False)


def test_both_sides_of_a_difference_and_the_method_are_there() -> None:
    made = page()
    assert re.search(
        r"<th scope=\"row\">period</th><td><bdi>本季</bdi></td><td><bdi>三年合計</bdi></td>", made
    )
    assert "(not stated)" in made
    assert "1,234 passages" in made
    assert "0123456789ab" in made
    assert 'lang="zh-Hant"' in made
    assert 'lang="zh-Hans"' in made


def test_a_claim_without_a_verdict_or_a_suggestion_is_open() -> None:
    report = samples.report()
    entry = replace(report.sections[0].entries[0], suggestion=None)
    made = (
        exporters()
        .make("html")
        .export(replace(report, sections=(replace(report.sections[0], entries=(entry,)),)))
    )
    elements = Elements(made.decode("utf-8"))
    assert 'class="badge">open</span>' in made.decode("utf-8")
    assert "claim open" in [attributes.get("class") for tag, attributes in elements.found if tag == "article"]


@pytest.mark.parametrize("name", ["html", "md"])
def test_the_reviewers_folders_stay_private(name: str) -> None:
    home = "/home/ann/desk/"
    report = samples.report()
    sections = [
        replace(one, card=replace(one.card, path=f"{home}{number}.txt", url=None, title=title))
        for number, (one, title) in enumerate(
            zip(report.sections, ("橡線", None, "", "x", None), strict=True)
        )
        if one.card is not None
    ]
    method = replace(report.method, failures=(f"{home}broken.pdf", "https://example.org/gone/page"))
    made = exporters().make(name).export(replace(report, sections=tuple(sections), method=method))
    text = made.decode("utf-8").replace("\\", "")
    assert home not in text
    assert "1.txt" in text and "broken.pdf" in text and "https://example.org/gone/page" in text


def browse(folder: Path, *options: str) -> str:
    """What Chromium prints, with a profile of its own."""
    assert CHROMIUM is not None
    return subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={folder / 'profile'}",
            *options,
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    ).stdout


@needs_browser
@pytest.mark.parametrize("width", [320, 1000])
def test_a_browser_lays_it_out_without_scrolling_sideways(tmp_path: Path, width: int) -> None:
    probe = PROBE.replace("WIDTH", str(width)).replace("PAGE", html.escape(page(), quote=True))
    (tmp_path / "probe.html").write_text(probe, "utf-8")
    dom = browse(tmp_path, "--virtual-time-budget=3000", "--dump-dom", f"file://{tmp_path / 'probe.html'}")
    title = re.search(r"<title>([^<]*)</title>", dom)
    assert title is not None
    overhang, claims, background = title[1].split("|")
    assert (int(overhang), int(claims)) == (0, 4)
    assert background == "rgb(255, 255, 255)"


@needs_browser
@needs_chinese_font
def test_paper_shows_what_the_screen_folds_away(tmp_path: Path) -> None:
    from pypdf import PdfReader

    (tmp_path / "report.html").write_text(page(), "utf-8")
    browse(
        tmp_path,
        "--no-pdf-header-footer",
        f"--print-to-pdf={tmp_path / 'report.pdf'}",
        f"file://{tmp_path / 'report.html'}",
    )
    printed = "".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "report.pdf").pages)
    printed = "".join(printed.split())
    assert "0of4reviewed." in printed
    assert printed.count("其他不變。") == 3
    assert "https://example.org/notice?a=1&b=2" in printed


@needs_browser
def test_a_screenshot_is_not_blank(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text(page(), "utf-8")
    picture = tmp_path / "report.png"
    browse(tmp_path, f"--screenshot={picture}", "--window-size=412,915", f"file://{tmp_path / 'report.html'}")
    # One colour over the whole of it would compress to a few kilobytes.
    assert picture.stat().st_size > 20_000


def luminance(colour: str) -> float:
    """Relative luminance of #rgb or #rrggbb (WCAG 2.2)."""
    digits = colour.lstrip("#")
    digits = "".join(one * 2 for one in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1])
def test_every_text_has_the_contrast_of_wcag_aa(theme: int) -> None:
    """By day and by night: each colour of text on each ground that it stands on, 4.5 to 1 at least."""
    colours = re.findall(r":root \{([^}]*)\}", page())[theme]
    found = dict(re.findall(r"--([a-z]+): (#[0-9a-f]+);", colours))
    for text in ("ink", "faint", "supported", "contradicted", "unverifiable", "disputed"):
        grounds = ("paper", "wash", "mark") if text == "ink" else ("paper", "wash")
        for ground in grounds:
            light, dark = sorted((luminance(found[text]), luminance(found[ground])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (text, ground)


def test_headings_make_an_outline_without_gaps() -> None:
    for language in ("en", "zh-Hans"):
        made = exporters().make("html").export(samples.decided(language)).decode("utf-8")
        levels = [int(tag[1]) for tag, _ in Elements(made).found if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
        assert f'<html lang="{language}">' in made
