"""Where something happens, on either side of an act without a figure, in both languages and scripts."""

from __future__ import annotations

import pytest

from factcheck.comparing.comparison import compare
from factcheck.comparing.statement import Context, read_statement
from factcheck.comparing.whereabouts import place_difference
from factcheck.encoders.static import StaticEncoder
from factcheck.language.folding import fold
from factcheck.model import DifferenceKind


@pytest.mark.parametrize(
    ("claim", "sentence", "sides"),
    [
        (
            "Veltron unveiled its chip in Shenzhen.",
            "Veltron unveiled the chip in Hefei.",
            ("Shenzhen", "Hefei"),
        ),
        ("維創在深圳發布了晶片。", "維創6月在合肥發布晶片。", ("深圳", "合肥")),
        ("维创在深圳发布了芯片。", "維創6月在合肥發布晶片。", ("深圳", "合肥")),
        ("Veltron 在深圳发布了芯片。", "Veltron unveiled the chip in Hefei.", ("深圳", "Hefei")),
        (
            "Coral opened its first European terminal in Hamburg.",
            "Coral opened a terminal in Rotterdam, its first in Europe.",
            ("Hamburg", "Rotterdam"),
        ),
        ("Coral opened it in Hamburg.", "珊瑚在鹿特丹開設了碼頭。", ("Hamburg", "鹿特丹")),
        ("珊瑚在漢堡市開設碼頭。", "珊瑚在歐洲開設碼頭。", None),
        # One place lies in the other, or both are told.
        ("维创在中国发布了芯片。", "維創在合肥發布晶片。", None),
        ("Veltron unveiled its chip in Hefei.", "维创在安徽合肥发布芯片。", None),
        ("Veltron unveiled its chip in Shenzhen.", "Veltron showed it in Hefei and then in Shenzhen.", None),
        (
            "Veltron unveiled its chip in Shenzhen.",
            "In Taipei, Veltron said the Shenzhen launch went well.",
            None,
        ),
        ("Acme sold its bonds in Japanese yen.", "Acme sold its bonds in London.", None),
        ("Veltron opened a plant in Kyushu.", "維創在熊本設廠。", None),
        ("Veltron moved to Silicon Valley.", "Veltron opened an office in Cupertino.", None),
        # Where somebody is from is not where it happens.
        ("Veltron unveiled its chip in Shenzhen.", "Veltron of Hefei unveiled its chip.", None),
        ("深圳的維創發布了晶片。", "維創在合肥發布晶片。", None),
    ],
)
def test_two_places_that_cannot_be_one(claim: str, sentence: str, sides: tuple[str, str] | None) -> None:
    found = place_difference(read_statement(claim), read_statement(sentence), Context())
    assert (found and (found.claim, found.evidence)) == sides


@pytest.mark.parametrize("title", ["Veltron in Shenzhen", "維創在深圳"])
def test_a_place_of_the_title_is_the_sentences_too(title: str) -> None:
    claim, sentence = read_statement("維創在深圳發布了晶片。"), read_statement("維創在合肥設廠。")
    keys = read_statement(title).keys
    assert place_difference(claim, sentence, Context(keys=keys, words=fold(title))) is None


def test_another_place_is_another_matter_and_no_contradiction() -> None:
    found = compare(
        read_statement("維創在深圳發布了晶片。"),
        read_statement("維創在合肥發布了晶片。"),
        StaticEncoder.builtin(),
    )
    assert [one.kind for one in found.differences] == [DifferenceKind.SCOPE]
    assert found.keeps_apart
