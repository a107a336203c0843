"""The JSON report against its schema, and the other JSON formats against their field lists."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import report_samples as samples

import factcheck.exporters
from factcheck import Workspace
from factcheck.exporters import exporters, warnings_of
from factcheck.language.tongues import TONGUES
from factcheck.model import Verdict
from factcheck.reported import Publisher, Report

SCHEMA = json.loads(
    (Path(factcheck.exporters.__file__).parent / "schemas" / "report.schema.json").read_text("utf-8")
)
LINE = {"$ref": "#/$defs/line", "$defs": SCHEMA["$defs"]}


def made(form: str, report: Report) -> Any:
    text = exporters().make(form).export(report).decode("utf-8")
    return (
        [json.loads(line) for line in text.splitlines()]
        if form in ("jsonl", "fever", "scifact")
        else json.loads(text)
    )


@pytest.mark.parametrize(
    "report", [samples.report(), samples.report(include_suggestions=False), *map(samples.decided, TONGUES)]
)
def test_the_report_keeps_its_schema(report: Report) -> None:
    jsonschema.validate(made("json", report), SCHEMA)
    for line in made("jsonl", report):
        jsonschema.validate(line, LINE)


def test_a_report_of_a_real_workspace_keeps_it_too(queue: Workspace) -> None:
    claim = queue.findings()[0].claim
    desk = queue.desk("安")
    passage = queue.search("Lark-9")[0].passage.id
    desk.bring(claim.id, passage)
    desk.decide(claim.id, Verdict.SUPPORTED, evidence=[passage])
    report = queue.report(include_suggestions=True, language="zh")
    jsonschema.validate(made("json", report), SCHEMA)
    (entry,) = [entry for entry in report.entries if entry.reviewed]
    assert entry.evidence[0].passage.id == passage and entry.rests_on(entry.evidence[0])


def test_the_schema_refuses_what_is_none(queue: Workspace) -> None:
    row = made("json", samples.decided())
    row["articles"][0]["claims"][0]["verdict"] = "true"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(row, SCHEMA)


def test_claimreview_has_the_fields_that_are_required_and_no_number_for_what_is_open() -> None:
    found = made("claimreview", samples.decided("zh-Hant"))
    assert len(found) == 3
    for review in found:
        assert {
            "@context",
            "@type",
            "claimReviewed",
            "reviewRating",
            "url",
            "author",
            "itemReviewed",
        } <= review.keys()
        assert review["@type"] == "ClaimReview"
        assert review["url"].startswith(f"{samples.PUBLISHER.url}#claim-")
        assert review["reviewRating"]["alternateName"]
        assert review["reviewRating"]["alternateName"] not in review["claimReviewed"]
        assert "appearance" in review["itemReviewed"]
    ratings = [review["reviewRating"].get("ratingValue") for review in found]
    assert ratings == [5, 1, None]
    assert "bestRating" not in found[2]["reviewRating"]
    assert len({review["url"] for review in found}) == 3


def test_every_work_that_a_claimreview_names_has_a_name() -> None:
    untitled = replace(samples.WIRE.card, title=None, path="wire/oakline.txt")
    report = samples.decided()
    first = report.sections[0].entries[0]
    evidence = tuple(replace(one, source=untitled) for one in first.evidence)
    section = replace(report.sections[0], entries=(replace(first, evidence=evidence),))
    (review,) = made("claimreview", replace(report, sections=(section,)))
    assert [one["name"] for one in review["citation"]] == ["oakline.txt"]
    assert made("claimreview", report)[2]["itemReviewed"]["appearance"]["name"] == "橡线.txt"


def test_claimreview_cannot_end_the_script_that_it_stands_in() -> None:
    text = exporters().make("claimreview").export(samples.decided()).decode("utf-8")
    assert "<" not in text and "alert(1)" in text


def test_what_is_exported_as_claimreview_can_be_imported(tmp_path: Path) -> None:
    from factcheck.imports import importer_for
    from factcheck.store import CheckedClaim

    path = tmp_path / "reviews.json"
    path.write_bytes(exporters().make("claimreview").export(samples.decided()))
    found = [one for one in importer_for(path, None).read(path, {}) if isinstance(one, CheckedClaim)]
    assert [(one.text, one.ruling) for one in found][:2] == [
        ("Oakline earned $8 billion in Q3 2025", Verdict.SUPPORTED),
        ("本季營收為80億美元", Verdict.CONTRADICTED),
    ]


def test_annotations_pin_the_words_of_the_article() -> None:
    page = made("webannotation", samples.decided())
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    texts = {f"urn:sha256:{article.id}": article.text for article in samples.ARTICLES}
    for item in page["items"]:
        quote, place = item["target"]["selector"]
        text = texts[item["target"]["scope"]]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "") in text


def test_predictions_have_labels_and_sentences_of_the_tasks() -> None:
    fever = made("fever", samples.decided())
    assert [(row["predicted_label"], row["reviewed"]) for row in fever] == [
        ("SUPPORTS", True), ("REFUTES", True), ("NOT ENOUGH INFO", False),
    ]  # fmt: skip
    assert fever[0]["predicted_evidence"] == [["javascript:alert(1)", 3]]
    assert fever[2]["predicted_evidence"] == []
    scifact = made("scifact", samples.decided())
    assert scifact[0]["evidence"] == {"javascript:alert(1)": {"label": "SUPPORT", "sentences": [3]}}
    assert scifact[2]["evidence"] == {}


@pytest.mark.parametrize("form", ["fever", "scifact"])
def test_a_claim_that_the_format_has_no_place_for_is_counted(form: str) -> None:
    report = samples.decided()
    silent = replace(report.sections[3].entries[0], suggestion=None)
    report = replace(report, sections=(*report.sections[:3], replace(report.sections[3], entries=(silent,))))
    assert len(made(form, report)) == 2
    told = list(warnings_of(exporters().make(form), report))
    assert [one.partition(",")[0] for one in told] == ["Left out"] * 2
    assert "disputed claims: 1." in told[0] and "suggestion: 1." in told[1]


def test_a_publishers_own_fragment_is_no_part_of_the_address() -> None:
    report = samples.decided()
    report = replace(report, publisher=Publisher("Desk", "https://desk.example/x#top"))
    assert made("claimreview", report)[0]["url"].startswith("https://desk.example/x#claim-")
