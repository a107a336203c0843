"""Short forms that one text uses of names it has given in full."""

from __future__ import annotations

import pytest

from factcheck.language.entities import find_entities, load_aliases
from factcheck.language.learning import learn
from factcheck.language.parts import find_parts


def _keys(text: str, probe: str) -> set[str]:
    names = learn([], load_aliases()).with_parts(find_parts(text, find_entities(text)))
    return {key for mention in names.find(probe) for key in mention.keys}


@pytest.mark.parametrize(
    ("text", "probe", "key"),
    [
        ("Jensen Huang spoke. Then Huang left for Taipei.", "then Huang left", "jensen huang"),
        ("Jensen Huang spoke. Then Mr Huang left.", "Mr Huang left", "jensen huang"),
        ("Xi Jinping spoke. On Friday Xi left.", "On Friday Xi left.", "xi jinping"),
        ("Ada Moreno, chief engineer, spoke. Moreno left.", "Moreno left", "ada moreno"),
        ("黃仁勳發言後，黃先生離開。", "黃先生離開", "jensen huang"),
        ("黄仁勋发言后，黄先生离开。", "黄先生离开", "jensen huang"),
        ("比爾·福斯特質詢，福斯特要求答覆。", "福斯特要求答覆", "bill foster"),
        ("It sued Kestrel Holdings Inc. Then Kestrel paid.", "then Kestrel paid", "kestrel holdings"),
        ("Lingyue Technologies grew. In May Lingyue fell.", "in May Lingyue fell", "lingyue technologies"),
        ("星衡科技成立了。去年星衡擴產。", "去年星衡擴產", "星衡科技"),
        ("星衡科技成立了。Later 星衡 expanded.", "Later 星衡 expanded", "星衡科技"),
    ],
)
def test_the_short_form_stands_for_the_full_name(text: str, probe: str, key: str) -> None:
    assert key in _keys(text, probe)


@pytest.mark.parametrize(
    ("text", "probe"),
    [
        ("Jensen Huang spoke.", "then Huang left"),
        ("Jensen Huang met Renee Huang, chief engineer. Huang left.", "then Huang left"),
        ("Jensen Huang spoke. Huang Industries fell.", "Huang Industries fell"),
        ("黃仁勳發言後，王先生離開。", "黃先生離開"),
        ("黃仁勳與總裁黃志明表示同意，黃先生離開。", "黃先生離開"),
    ],
)
def test_a_form_that_the_text_does_not_use_or_that_two_share_stands_for_nobody(text: str, probe: str) -> None:
    assert "jensen huang" not in _keys(text, probe)
