"""ClaimReview is read from JSON, JSON Lines, feeds and pages; what is broken costs only itself."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import FactcheckError, ReadError, UsageError
from factcheck.imports import Problem
from factcheck.imports.claimreview import ClaimReviewImporter
from factcheck.model import Language, Verdict
from factcheck.store import CheckedClaim

Items = list[CheckedClaim | Problem]


def review(**fields: Any) -> dict[str, Any]:
    whole = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": "The bridge over the Lark was closed for a year.",
        "reviewRating": {"@type": "Rating", "alternateName": "False", "ratingValue": 1, "bestRating": 5},
        "author": {"@type": "Organization", "name": "Lark Desk"},
        "url": "https://lark.example/check/1",
        "datePublished": "2025-03-04",
    } | fields
    return {name: value for name, value in whole.items() if value is not None}


def read_text(folder: Path, text: str, name: str = "reviews.json") -> Items:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return list(ClaimReviewImporter().read(path, {}))


def read(folder: Path, document: object) -> Items:
    return read_text(folder, json.dumps(document, ensure_ascii=False))


def claims(items: Items) -> list[CheckedClaim]:
    return [item for item in items if isinstance(item, CheckedClaim)]


def problems(items: Items) -> list[str]:
    return [f"{item.place}: {item.message}" for item in items if isinstance(item, Problem)]


HANT = "這座橋已經封閉了一年，市政府從來沒有公布原因。"
HANS = "这座桥已经封闭了一年，市政府从来没有公布原因。"


def test_every_field_of_a_review_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, review()) == [
        CheckedClaim(
            text="The bridge over the Lark was closed for a year.",
            verdict="False",
            publisher="Lark Desk",
            url="https://lark.example/check/1",
            published=date(2025, 3, 4),
            language=Language.EN,
            ruling=Verdict.CONTRADICTED,
        )
    ]


@pytest.mark.parametrize(
    "document",
    [
        review(),
        [review()],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Lark"}, review()]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [review()]}]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": review()}]},
        {"@type": "NewsArticle", "review": review()},
        review(**{"@type": ["Review", "ClaimReview"]}),
        review(**{"@type": "http://schema.org/ClaimReview"}),
        review(author=[{"@type": "Organization", "name": "Lark Desk"}]),
        review(author="Lark Desk"),
        review(author=None, publisher={"name": "Lark Desk"}),
        review(datePublished="2025-03-04T23:30:00+08:00"),
        review(datePublished="2025-03-04T23:30:00.000Z"),
        review(reviewRating={"name": "False", "ratingValue": "1", "bestRating": "5"}),
        review(reviewRating=[{"alternateName": "False"}]),
        review(claimReviewed=["The bridge over the Lark was closed for a year."]),
        review(url={"@id": "https://lark.example/check/1"}, inLanguage="en-GB"),
    ],
)
def test_one_review_is_the_same_in_every_shape(tmp_path: Path, document: object) -> None:
    assert read(tmp_path, document) == read(tmp_path, review())


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (HANT, None, Language.HANT),
        (HANS, None, Language.HANS),
        (HANT, "zh-TW", Language.HANT),
        (HANS, "zh", Language.HANS),
        (HANT, {"@type": "Language", "name": "Chinese", "alternateName": "zh-Hant"}, Language.HANT),
        ("Le pont a été fermé pendant un an.", "fr", Language.UND),
        (
            "It is said 這座橋 is closed and the mayor of the city will not talk, 市長不願意說明原因是什麼。",
            None,
            Language.MIXED,
        ),
    ],
)
def test_the_language_is_as_declared_or_as_the_text_shows(
    tmp_path: Path, text: str, declared: object, language: Language
) -> None:
    (claim,) = claims(read(tmp_path, review(claimReviewed=text, inLanguage=declared)))
    assert (claim.text, claim.language) == (text, language)


@pytest.mark.parametrize(
    ("rating", "verdict", "ruling"),
    [
        (
            {"alternateName": "部分錯誤", "ratingValue": 1, "bestRating": 5, "worstRating": 1},
            "部分錯誤",
            None,
        ),
        ({"alternateName": "錯誤"}, "錯誤", Verdict.CONTRADICTED),
        ({"name": "证据不足"}, "证据不足", Verdict.UNVERIFIABLE),
        ({"ratingValue": 4, "bestRating": 5, "worstRating": 1}, "4 of 5", None),
        ({"ratingValue": "5", "bestRating": "5", "worstRating": "1"}, "5 of 5", Verdict.SUPPORTED),
        ({"ratingValue": 1, "bestRating": 5, "worstRating": 1}, "1 of 5", Verdict.CONTRADICTED),
        ({"ratingValue": 3}, "3", None),
        ({"ratingValue": "True"}, "True", Verdict.SUPPORTED),
        (
            {"alternateName": "Falso", "ratingValue": 1, "bestRating": 5, "worstRating": 1},
            "Falso",
            Verdict.CONTRADICTED,
        ),
        ({"alternateName": "Mostly \n false"}, "Mostly false", None),
        ("Fake", "Fake", Verdict.CONTRADICTED),
    ],
)
def test_the_publishers_words_are_kept_beside_what_they_come_to(
    tmp_path: Path, rating: object, verdict: str, ruling: Verdict | None
) -> None:
    (claim,) = claims(read(tmp_path, review(reviewRating=rating)))
    assert (claim.verdict, claim.ruling) == (verdict, ruling)


@pytest.mark.parametrize("rating", [None, {}, {"ratingValue": None}, {"alternateName": True}, [], 1e999])
def test_a_review_without_a_rating_is_taken_and_told(tmp_path: Path, rating: object) -> None:
    items = read(tmp_path, review(reviewRating=rating))
    assert [claim.verdict for claim in claims(items)] == ["not stated"]
    assert "wanted a reviewrating" in problems(items)[0].lower()


@pytest.mark.parametrize(
    "day", ["4 March 2025", "2025-13-01", "2025", "2025-03", 1741046400, "0000-00-00", "soon"]
)
def test_a_date_in_another_form_is_told_and_left_out(tmp_path: Path, day: object) -> None:
    items = read(tmp_path, review(datePublished=day))
    assert [claim.published for claim in claims(items)] == [None]
    assert "full date" in problems(items)[0] and "taken without one" in problems(items)[0]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "/check/1", "https://a b", "file:///etc/passwd", "http://\u202ea"]
)
def test_an_address_that_cannot_be_followed_is_told_and_left_out(tmp_path: Path, url: str) -> None:
    items = read(tmp_path, review(url=url))
    assert [claim.url for claim in claims(items)] == [None]
    assert "http address" in problems(items)[0]


@pytest.mark.parametrize("text", [None, "", "  ", "\u200b", 5.5e400, {"a": 1}, [], True, "長" * 20_001])
def test_a_review_without_a_claim_is_left_out_and_the_others_are_read(tmp_path: Path, text: object) -> None:
    items = read(tmp_path, [review(), review(claimReviewed=text), review(claimReviewed=HANS)])
    assert [claim.text for claim in claims(items)] == [review()["claimReviewed"], HANS]
    (told,) = problems(items)
    assert told.startswith("item 2: Wanted ") and told.endswith("it is left out.")


def test_a_claim_may_have_twenty_thousand_characters(tmp_path: Path) -> None:
    assert len(claims(read(tmp_path, review(claimReviewed="長" * 20_000)))) == 1


def test_items_of_a_feed_that_hold_nothing_are_told_and_other_things_are_not(tmp_path: Path) -> None:
    feed = {
        "@type": "DataFeed",
        "dataFeedElement": [{"@type": "DataFeedItem", "item": None}, 5, {"@type": "Article"}, review()],
    }
    items = read(tmp_path, feed)
    assert len(claims(items)) == 1
    assert [told.split(":")[0] for told in problems(items)] == ["item 1", "item 2"]


def test_reviews_side_by_side_are_numbered(tmp_path: Path) -> None:
    items = read(tmp_path, {"@graph": [review(), review(claimReviewed="")]})
    assert [told.split(":")[0] for told in problems(items)] == ["review 2"]


def test_json_lines_are_read_line_by_line(tmp_path: Path) -> None:
    lines = [
        json.dumps(review(claimReviewed=text), ensure_ascii=False)
        for text in (HANT, HANS, "The mill burnt down.")
    ]
    broken = [lines[0], "{broken", lines[1], "", '{"@type": "Article"}', lines[2]]
    for name in ("reviews.jsonl", "reviews.json"):
        items = read_text(tmp_path, "\n".join(broken), name)
        assert [claim.text for claim in claims(items)] == [HANT, HANS, "The mill burnt down."]
        assert [told.split(":")[0] for told in problems(items)] == ["line 2", "line 5"]


def test_a_line_in_another_encoding_costs_only_itself(tmp_path: Path) -> None:
    good = json.dumps(review(claimReviewed=HANT), ensure_ascii=False)
    path = tmp_path / "reviews.jsonl"
    path.write_bytes(f"{good}\n".encode() + f"{good}\n".encode("big5") + f"{good}\n".encode())
    items = list(ClaimReviewImporter().read(path, {}))
    assert [claim.text for claim in claims(items)] == [HANT, HANT]
    assert problems(items)[0].startswith("line 2: The line is not valid utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_other_encodings_of_a_document_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "reviews.json"
    path.write_bytes(json.dumps([review(claimReviewed=HANS)] * 3, ensure_ascii=False).encode(encoding))
    assert ClaimReviewImporter().recognises(path)
    assert [claim.text for claim in claims(list(ClaimReviewImporter().read(path, {})))] == [HANS] * 3


# -- pages -------------------------------------------------------------------------------------


def page(*blocks: str, head: str = "<!DOCTYPE html>") -> str:
    scripts = "".join(f'<script type="application/ld+json">{block}</script>\n' for block in blocks)
    return f"{head}<html><head><title>查核</title>{scripts}</head><body><p>a &amp; b</p></body></html>"


def test_blocks_of_a_page_are_read_and_a_broken_one_costs_only_itself(tmp_path: Path) -> None:
    blocks = [
        json.dumps({"@type": "NewsArticle"}),
        json.dumps(review(claimReviewed=HANT), ensure_ascii=False),
        "{broken",
        "<!--\n" + json.dumps(review(claimReviewed=HANS)) + "\n-->",
        "//<![CDATA[\n" + json.dumps(review(claimReviewed="a < b & c")) + "\n//]]>",
    ]
    items = read_text(tmp_path, page(*blocks), "page.html")
    assert [claim.text for claim in claims(items)] == [HANT, HANS, "a < b & c"]
    assert [told.split(":")[0] for told in problems(items)] == ["block 3"]


def test_a_bare_line_break_in_a_string_is_forgiven(tmp_path: Path) -> None:
    block = json.dumps(review()).replace("was closed", "was\nclosed")
    (claim,) = claims(read_text(tmp_path, page(block), "page.html"))
    assert "was\nclosed" in claim.text


def test_scripts_without_a_page_around_them_are_read(tmp_path: Path) -> None:
    scripts = [
        f'<script type="application/ld+json">{json.dumps(review(claimReviewed=text))}</script>'
        for text in (HANT, HANS)
    ]
    assert [claim.text for claim in claims(read_text(tmp_path, "\n".join(scripts), "dump.txt"))] == [
        HANT,
        HANS,
    ]


def test_a_page_in_big5_is_read_as_it_declares(tmp_path: Path) -> None:
    html = page(json.dumps(review(claimReviewed=HANT), ensure_ascii=False)).replace(
        "<head>", '<head><meta charset="big5">'
    )
    path = tmp_path / "page.html"
    path.write_bytes(html.encode("big5"))
    assert [claim.text for claim in claims(list(ClaimReviewImporter().read(path, {})))] == [HANT]


def test_a_page_without_reviews_is_told(tmp_path: Path) -> None:
    assert problems(read_text(tmp_path, page(), "page.html")) == [
        ": Wanted a page with ClaimReview in its linked data, found none."
    ]


def test_entities_of_a_page_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    names = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE html [<!ENTITY l0 "lol"><!ENTITY x SYSTEM "{secret.as_uri()}">{names}]>'
    block = json.dumps(review(claimReviewed="It says &x; and &l11; here."))
    (claim,) = claims(read_text(tmp_path, page(block, head=head), "page.html"))
    assert claim.text == "It says &x; and &l11; here."


def test_a_deep_page_is_read_or_told(tmp_path: Path) -> None:
    items = read_text(tmp_path, "<div>" * 50_000 + page(json.dumps(review())), "page.html")
    assert len(items) == 1


# -- hostile input -----------------------------------------------------------------------------


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"@graph":['])
@pytest.mark.parametrize("depth", [10_000, 900])
def test_deep_nesting_is_told(tmp_path: Path, opening: str, depth: int) -> None:
    items = read_text(tmp_path, opening * depth)
    assert not claims(items) and len(items) == 1
    closing = {"[": "]", '{"a":': "1}", '{"@graph":[': "]}"}[opening]
    nested = (
        opening * depth
        + closing[0] * (opening == '{"a":')
        + closing[-1 if opening != '{"@graph":[' else 0 :] * depth
    )
    assert not claims(read_text(tmp_path, nested))
    assert len(claims(read_text(tmp_path, nested + "\n" + json.dumps(review()), "a.jsonl"))) == 1


def test_nul_and_half_characters_in_a_string_are_replaced(tmp_path: Path) -> None:
    (claim,) = claims(
        read_text(tmp_path, json.dumps(review(claimReviewed="a\x00b\ud800c", author="x\udfff")))
    )
    assert (claim.text, claim.publisher) == ("a\ufffdb\ufffdc", "x\ufffd")
    assert claim.id


def test_what_is_no_text_or_no_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "binary.json").write_bytes(b"{" + bytes(range(256)) * 20)
    for name in ("binary.json", "absent.json", "nul\0.json", "."):
        with pytest.raises(ReadError, match=r"^(?!.*\n)"):
            list(ClaimReviewImporter().read(tmp_path / name, {}))


@pytest.mark.parametrize(
    ("name", "begin", "largest", "remedy"),
    [
        ("feed.json", b"{", 300_000_000, "JSON Lines"),
        ("page.html", b"<html>", 80_000_000, "split it"),
        ("lines.jsonl", b"{", 1_000_000_000, "split it"),
    ],
)
def test_what_would_not_fit_into_memory_is_refused(
    tmp_path: Path, name: str, begin: bytes, largest: int, remedy: str
) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(begin)
        file.truncate(largest + 1)
    with pytest.raises(ReadError, match=f"at most {largest:,} bytes, found {largest + 1:,}.*{remedy}"):
        list(ClaimReviewImporter().read(path, {}))


def test_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="fields of its own"):
        list(ClaimReviewImporter().read(tmp_path / "a.json", {"text": "Claim"}))


_VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    *review(),
                    "@type",
                    "@graph",
                    "dataFeedElement",
                    "item",
                    "name",
                    "@value",
                    "ratingValue",
                    "inLanguage",
                ]
            ),
            inner | st.sampled_from(["ClaimReview", "DataFeed", "DataFeedItem"]),
            max_size=5,
        )
    ),
    max_leaves=25,
)
_FUZZ = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@_FUZZ
@given(_VALUES)
def test_any_json_is_read_or_told(tmp_path: Path, document: object) -> None:
    for item in read_text(tmp_path, json.dumps(document)):
        assert item.id if isinstance(item, CheckedClaim) else "\n" not in item.message


@_FUZZ
@given(_VALUES)
def test_any_fields_of_a_review_are_read_or_told(tmp_path: Path, value: object) -> None:
    for field in (*review(), "inLanguage"):
        items = read_text(tmp_path, json.dumps(review(**{field: value})))
        assert len(claims(items)) <= 1 or field == "@type"
        assert items


@_FUZZ
@given(
    st.binary(max_size=300), st.sampled_from([b"", b"{", b"[", b"<html><script type='application/ld+json'>"])
)
def test_any_bytes_are_read_or_refused_in_one_line(tmp_path: Path, data: bytes, start: bytes) -> None:
    path = tmp_path / "any.json"
    path.write_bytes(start + data)
    ClaimReviewImporter().recognises(path)
    try:
        list(ClaimReviewImporter().read(path, {}))
    except FactcheckError as error:
        assert "\n" not in str(error)


def test_blanks_without_end_take_no_time(tmp_path: Path) -> None:
    blanks = " " * 1_000_000
    items = read_text(tmp_path, page(json.dumps(review()) + blanks + "x", blanks + "-->" * 9), "page.html")
    assert [told.split(":")[0] for told in problems(items)] == ["block 1", "block 2"]
    items = read(
        tmp_path,
        review(datePublished="2025 " * 100_000, url="https://" + "a" * 500_000, claimReviewed=HANT + blanks),
    )
    assert [claim.text for claim in claims(items)] == [HANT] and len(problems(items)) == 2
