"""The CSV report in a real spreadsheet: its words arrive whole, and nothing in it is computed."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest
import report_samples as samples
from hypothesis import given
from hypothesis import strategies as st

from factcheck.exporters import exporters
from factcheck.exporters.csv_report import COLUMNS
from factcheck.exporters.escaping import cell, uncelled

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is absent")
UTF8 = "44,34,76"
"""Comma, quotation mark and UTF-8, as its dialog finds them from the byte order mark."""


@given(st.text("=+-@＝＋－＠'\t\r\n x中\"", max_size=8))
def test_what_stands_in_a_cell_comes_back(text: str) -> None:
    assert uncelled(cell(text)) == text
    assert not cell(text).startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"))


@needs_office
@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
def test_a_spreadsheet_reads_it_without_mojibake_or_formulas(tmp_path: Path, language: str) -> None:
    assert OFFICE is not None
    made = exporters().make("csv").export(samples.decided(language))
    (tmp_path / "report.csv").write_bytes(made)
    for step in (
        [f"--infilter=CSV:{UTF8}", "--convert-to", "fods", "report.csv"],
        ["--convert-to", f"csv:Text - txt - csv (StarCalc):{UTF8}", "--outdir", "back", "report.fods"],
    ):
        subprocess.run(
            [OFFICE, f"-env:UserInstallation=file://{tmp_path / 'profile'}", "--headless", *step],
            cwd=tmp_path, check=True, capture_output=True, timeout=180,
        )  # fmt: skip
    sheet = (tmp_path / "report.fods").read_text("utf-8")
    assert "table:formula" not in sheet
    assert "橡線公司" in sheet and "橡线公司七月出货五万片" in sheet
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"))))
    back = list(csv.reader(io.StringIO((tmp_path / "back" / "report.csv").read_text("utf-8-sig"))))
    assert len(back) == len(rows)
    names = list(COLUMNS)
    for name in ("claim_id", "quote", "claim", "verdict", "reviewer", "note", "evidence", "passages"):
        place = names.index(name)
        assert [row[place] for row in back] == [row[place] for row in rows], name
