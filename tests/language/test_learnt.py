"""What texts gloss joins the table of names: built-in names win, ambiguity is kept, order makes no difference."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from factcheck.language.entities import EntityKind, load_aliases
from factcheck.language.glosses import find_glosses
from factcheck.language.learning import learn
from factcheck.language.learnt import LearntNames


def _learnt(*texts: str, own: Path | None = None) -> LearntNames:
    said = [(str(place), gloss) for place, text in enumerate(texts) for gloss in find_glosses(text)]
    return learn(said, load_aliases(own))


def _keys(names: LearntNames, text: str) -> set[str]:
    return {key for mention in names.find(text) for key in mention.keys}


@pytest.mark.parametrize(
    "text",
    [
        "霜原記憶體下跌",
        "霜原记忆体下跌",
        "Frostfield Memory fell",
        "霜原今年擴產",
        "then Frostfield fell",
        "FROSTFIELD MEMORY",
    ],
)
def test_every_form_of_a_glossed_name_meets(text: str) -> None:
    names = _learnt("霜原記憶體（Frostfield Memory）公布財報")
    assert "frostfield memory" in _keys(names, text)
    assert not names.find("草原記憶體下跌")


def test_the_kind_is_learnt_too() -> None:
    names = _learnt(
        "霜原記憶體（Frostfield Memory）", "嶺峰3（Lingfeng 3）", "執行長瑪麗索·坦恩（Marisol Tann）"
    )
    kinds = {entry.key: entry.kind for entry in names.entries}
    assert kinds == {
        "frostfield memory": EntityKind.ORGANISATION,
        "lingfeng 3": EntityKind.PRODUCT,
        "marisol tann": EntityKind.PERSON,
    }


def test_names_of_two_regions_meet_over_the_foreign_one() -> None:
    names = _learnt(
        "霜原記憶體（Frostfield Memory）",
        "霜原存储（Frostfield）",
        "设备商诺克（Noxtek）",
        "諾斯泰（Noxtek）",
    )
    assert _keys(names, "霜原記憶體") & _keys(names, "霜原存储")
    assert _keys(names, "诺克的设备") & _keys(names, "諾斯泰的設備")


def test_a_short_name_of_two_things_stands_for_both() -> None:
    names = _learnt("晨星科技有限公司（下稱晨星）", "晨星航空（以下简称晨星）")
    assert len(_keys(names, "晨星宣布")) == 2
    assert not _keys(names, "晨星科技有限公司") & _keys(names, "晨星航空")


def test_an_acronym_of_two_things_stands_for_both() -> None:
    names = _learnt("the Port Workers Association (PWA) said", "the Public Water Authority (PWA) said")
    assert len(_keys(names, "PWA said")) == 2
    assert not _keys(names, "the Port Workers Association") & _keys(names, "the Public Water Authority")


def test_firms_that_are_spelt_alike_stay_two() -> None:
    names = _learnt("辰岳科技（Chengyue）上市", "澄岳芯科（Chengyue Silicon）擴產")
    assert not _keys(names, "辰岳科技") & _keys(names, "澄岳芯科")


def test_the_built_in_table_wins() -> None:
    names = _learnt(
        "荷蘭巨頭輝達（Velandane）",
        "台灣積體電路製造（台積電）",
        "諾克斯（Germany）",
        "諾克斯電子（NVIDIA Corporation）",
    )
    assert _keys(names, "輝達") == {"nvidia"}
    assert _keys(names, "台灣積體電路製造") == {"tsmc"}
    assert _keys(names, "Germany") == {"germany"}
    assert "germany" not in _keys(names, "諾克斯")


def test_a_workspaces_own_table_wins(tmp_path: Path) -> None:
    own = tmp_path / "aliases.toml"
    own.write_text(
        '[organisation]\nfrost = ["霜原記憶體"]\n[not-names]\nwords = ["嶺岳"]\n', encoding="utf-8"
    )
    names = _learnt("霜原記憶體（Frostfield Memory）", "嶺岳科技（下稱嶺岳）", own=own)
    assert _keys(names, "霜原記憶體") == _keys(names, "Frostfield Memory") == {"frost"}
    assert not names.find("嶺岳擴產")


def test_the_order_of_documents_makes_no_difference() -> None:
    texts = (
        "霜原記憶體（Frostfield Memory）",
        "霜原存储（Frostfield）",
        "晨星科技有限公司（下稱晨星）",
        "晨星航空（下稱晨星）",
    )
    probe = "霜原存储與霜原記憶體、晨星、Frostfield"
    found = {
        tuple(frozenset(one.keys) for one in _learnt(*order).find(probe))
        for order in itertools.permutations(texts)
    }
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    ["五星衡量了影響", "the frostfield of the north", "Frostfield Bank opened", "Port Frostfield closed"],
)
def test_a_short_form_is_not_found_inside_other_words(text: str) -> None:
    names = _learnt("星衡科技（下稱星衡）", "霜原記憶體（Frostfield Memory）")
    assert not _keys(names, text) & {"frostfield memory", "星衡科技"}


def test_a_firm_with_its_trade_is_the_firm() -> None:
    (mention,) = _learnt("諾克斯泰（Noxtek）").find("then Noxtek Semiconductor fell")
    assert (mention.text, mention.key) == ("Noxtek Semiconductor", "noxtek")


def test_the_forms_of_a_name_are_told() -> None:
    names = _learnt("霜原記憶體（Frostfield Memory）", "霜原存储（Frostfield）")
    assert set(names.forms(names.find("Frostfield Memory fell"))) == {
        "霜原記憶體",
        "Frostfield Memory",
        "霜原存储",
        "Frostfield",
    }
    assert names.touches("the frostfield memory") and not names.touches("nothing of it")
