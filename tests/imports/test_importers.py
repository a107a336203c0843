"""Which importer a file is for: by its content where nobody names it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.errors import UnknownName, UsageError
from factcheck.imports import importer_for, importers

REVIEW = {"@type": "ClaimReview", "claimReviewed": "橋已封閉"}
FILES = {
    "claimreview": {
        "a.json": json.dumps(REVIEW),
        "a.jsonl": "\n\n" + json.dumps(REVIEW) + "\n{broken",
        "feed.txt": json.dumps({"dataFeedElement": [{"item": [REVIEW]}]}, indent=1),
        "bom.json": "\ufeff[" + json.dumps(REVIEW) + "]",
        "page.htm": f"<html><script type='application/ld+json'>{json.dumps(REVIEW)}</script>",
    },
    "checkthat": {"claims.tsv": "vclaim_id\tvclaim\ttitle\n1\tClaimReview\tx\n", "id.tsv": "id\tclaim\r\n"},
    "csv": {
        "a.csv": "text,verdict\nClaimReview,False\n",
        "a.tsv": "id\tclaim\ttext\tverdict\n",
        "zh.csv": "編號;主張;判定\n",
        "hans.txt": "主张\t查核结果\n",
    },
}


@pytest.mark.parametrize(("form", "name"), [(form, name) for form, files in FILES.items() for name in files])
def test_a_file_is_recognised_by_what_it_holds(tmp_path: Path, form: str, name: str) -> None:
    path = tmp_path / name
    path.write_text(FILES[form][name], encoding="utf-8")
    assert importer_for(path, None).name == form
    assert [known for known in importers() if importers().make(known).recognises(path)] == [form]


def test_a_named_form_is_taken_as_it_is_named(tmp_path: Path) -> None:
    assert list(importers()) == ["checkthat", "claimreview", "cofacts", "csv"]
    for name in importers():
        assert importer_for(tmp_path / "absent", name).name == name
    with pytest.raises(UnknownName, match="Did you mean 'claimreview'"):
        importer_for(tmp_path, "claimreviews")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"Claim,Rating\nx,y\n", "found a table with the columns 'Claim', 'Rating' in"),
        ("說法,評等\n橋,假\n".encode(), "found a table with the columns '說法', '評等' in"),
        (b"", "found something else"),
        (b"\0" * 5000, "found something else"),
        (b'{"a": 1}', "found something else"),
        (b"PK\x03\x04", "found something else"),
    ],
)
def test_what_nothing_recognises_is_one_line(tmp_path: Path, data: bytes, found: str) -> None:
    path = tmp_path / "any.bin"
    path.write_bytes(data)
    with pytest.raises(UsageError) as caught:
        importer_for(path, None)
    assert found in str(caught.value) and "checkthat, claimreview, cofacts, csv" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["absent.json", "nul\0.json", "x" * 5000])
def test_a_path_that_leads_nowhere_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="found nothing at"):
        importer_for(tmp_path / name, None)


def test_listing_the_importers_loads_none_of_them() -> None:
    code = "import sys, factcheck.imports as i; list(i.importers()); print([m for m in ('lxml', 'lxml.etree', 'factcheck.imports.claimreview') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"
