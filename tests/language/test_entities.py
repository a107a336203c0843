"""Names found under one key in every language, told apart where they are ambiguous."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import SettingError
from factcheck.language.entities import EntityKind, Mention, find_entities, load_aliases
from factcheck.language.folding import fold


def keys(text: str) -> list[str]:
    return [mention.key for mention in find_entities(text)]


def only(text: str) -> Mention:
    (mention,) = find_entities(text)
    return mention


@pytest.mark.parametrize(
    ("names", "key", "kind"),
    [
        (("NVIDIA", "nvidia", "Nvidia Corp", "輝達", "英偉達", "英伟达"), "nvidia", "organisation"),
        (("TSMC", "台積電", "臺積電", "台积电"), "tsmc", "organisation"),
        (("SK Hynix", "SK海力士", "海力士"), "sk hynix", "organisation"),
        (("Cyberspace Administration of China", "CAC", "網信辦", "网信办"), "cac", "organisation"),
        (("Wall Street Journal", "華爾街日報", "华尔街日报"), "wsj", "organisation"),
        (("Jensen Huang", "黃仁勳", "黄仁勋"), "jensen huang", "person"),
        (("Donald Trump", "特朗普", "川普"), "donald trump", "person"),
        (("United States", "U.S.", "US", "美國", "美国"), "us", "place"),
        (("Ascend", "昇騰", "昇腾"), "ascend", "product"),
        (("CHIPS Act", "晶片法案", "芯片法案"), "chips act", "law"),
        (("Entity List", "實體清單", "实体清单"), "entity list", "law"),
    ],
)
def test_one_key_in_every_language(names: tuple[str, ...], key: str, kind: str) -> None:
    for name in names:
        mention = only(f"in 2024 {name}")
        assert (mention.text, mention.key, mention.kind) == (name, key, kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NVIDIA H20 sales fell", ["nvidia", "h20"]),
        ("輝達執行長黃仁勳", ["nvidia", "jensen huang"]),
        ("英伟达与AMD的MI308芯片", ["nvidia", "amd", "mi308"]),
        ("U.S.-China trade", ["us", "china"]),
        ("黃仁勳 told Reuters that 台积电 would ship", ["jensen huang", "reuters", "tsmc"]),
        ("ByteDance’s Doubao", ["bytedance", "doubao"]),
        ("NVIDIA's H20s and H100s", ["nvidia", "h20", "h100"]),
        ("昇騰910C與麒麟9000S", ["ascend", "ascend 910c", "kirin", "kirin 9000s"]),
        ("the Ascend 910C", ["ascend", "ascend 910c"]),
        ("GPT-4 and GPT4", ["gpt", "gpt 4", "gpt", "gpt 4"]),
        ("Blackwell B200", ["blackwell", "b200"]),
        ("H20 15%，昇騰 10萬片", ["h20", "ascend"]),
        ("思元2025年", ["siyuan"]),
        ("歐洲晶片法案", ["eu chips act"]),
    ],
)
def test_each_name_of_a_row(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "intelligent people told us that armed guards left",
        "高通膨與高通脹",
        "發展中國家",
        "其中国内部分",
        "阿里山的三星級旅館住了三星期",
        "令人聯想到過去",
        "a semi arid and oracle like place",
        "the apple harvest",
        "用meta分析",
    ],
)
def test_words_that_only_contain_a_name(text: str) -> None:
    assert keys(text) == []


@pytest.mark.parametrize(
    ("text", "key", "candidates"),
    [
        ("蘋果發表新手機", "apple", ()),
        ("苹果下跌3%", "apple", ("apple", "苹果")),
        ("we saw that Apple rose", "apple", ()),
        ("Apple rose", "apple", ()),
        ("甲骨文的雲業務", "oracle", ()),
        ("高通的營收", "qualcomm", ()),
        ("基辛格曾任國務卿", "henry kissinger", ()),
        ("商務部週四表示", "china commerce ministry", ("china commerce ministry", "us commerce department")),
    ],
)
def test_ambiguous_names(text: str, key: str, candidates: tuple[str, ...]) -> None:
    mention = find_entities(text)[0]
    assert (mention.key, mention.candidates) == (key, candidates)


def test_neighbours_decide_whose_ministry_it_is() -> None:
    assert keys("白宮要求商務部更新清單")[-1] == "us commerce department"
    assert keys("商務部宣布稀土管制") == ["china commerce ministry"]
    assert keys("美國商務部") == ["us commerce department"]
    assert keys("中国商务部") == ["china commerce ministry"]


@pytest.mark.parametrize("text", ["蘋果每公斤30元", "出土的甲骨文", "寒武紀的三葉蟲化石", "高通濾波器"])
def test_neighbours_that_speak_against_a_name(text: str) -> None:
    assert keys(text) == []


def test_a_full_name_elsewhere_settles_the_short_one() -> None:
    assert find_entities("蘋果公司很大。蘋果下跌。")[1].candidates == ()


@pytest.mark.parametrize(
    ("text", "name", "key", "kind"),
    [
        ("shares of Kestrel Ridge fell", "Kestrel Ridge", "kestrel ridge", EntityKind.OTHER),
        ("It sued Kestrel Ridge Inc", "Kestrel Ridge Inc", "kestrel ridge", EntityKind.ORGANISATION),
        ("Ada Moreno, chief engineer, left", "Ada Moreno", "ada moreno", EntityKind.PERSON),
        ("then Mr. Moreno left", "Moreno", "moreno", EntityKind.PERSON),
        (
            "the Lisbon Port Authority hired",
            "Lisbon Port Authority",
            "lisbon port authority",
            EntityKind.ORGANISATION,
        ),
        ("under the Harbour Data Act", "Harbour Data Act", "harbour data act", EntityKind.LAW),
        ("發布了V70C晶片", "V70C", "v70c", EntityKind.PRODUCT),
        ("公司叫Quillon，很小", "Quillon", "quillon", EntityKind.OTHER),
        ("《星際運輸條例》生效", "星際運輸條例", "星际运输条例", EntityKind.LAW),
        ("星衡科技成立了", "星衡科技", "星衡科技", EntityKind.ORGANISATION),
        ("科斯塔半导体公司成立了", "科斯塔半导体公司", "科斯塔半导体", EntityKind.ORGANISATION),
        ("上海交通大學很大", "上海交通大學", "上海交通大学", EntityKind.ORGANISATION),
        ("總裁張桐莉表示", "張桐莉", "张桐莉", EntityKind.PERSON),
        ("教授陈建国指出", "陈建国", "陈建国", EntityKind.PERSON),
    ],
)
def test_unknown_names(text: str, name: str, key: str, kind: EntityKind) -> None:
    mention = only(text)
    assert (mention.text, mention.key, mention.kind) == (name, key, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Revenue rose in the quarter. However, costs fell",
        "In July the CEO met analysts in Q3",
        "該公司與一家大型科技公司合作",
        "an 80GB, 4nm, 5G part",
        "The board approved it on Monday",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert keys(text) == []


def test_firms_of_a_country_are_not_one_firm() -> None:
    assert keys("中國半導體公司") == ["china"]


_PIECES = st.sampled_from(
    [
        "輝達",
        "英伟达",
        "NVIDIA",
        "H20",
        " ",
        "，",
        "《",
        "》",
        "蘋果",
        "Kestrel Ridge",
        "昇騰910C",
        "ﬁ",
        "İ",
        "。",
        "張桐莉",
        "科技公司",
        "𠀋",
    ]
)


@given(st.lists(_PIECES | st.text(max_size=6), max_size=14).map("".join))
def test_offsets_index_the_untouched_text(text: str) -> None:
    position = 0
    for mention in find_entities(text):
        assert position <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        position = mention.end


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("0twenty-Yaochuan Foundry grew.", ["0twenty-Yaochuan"]),
        ("The new X7-Max Pro is out.", ["X7-Max"]),
        ("新款X7-Max Pro上市。", ["X7-Max"]),
        ("新款X7-Max Pro上市，Veltron供貨。", ["X7-Max", "Veltron"]),
        ("The order went to 9-800-Flowers Inc. in May.", ["Flowers Inc"]),
        ("訂單由9-800-Flowers Inc.取得。", ["Flowers Inc"]),
        ("The K9-Education Department said so.", ["Education Department"]),
    ],
)
def test_a_code_and_a_run_of_capitalised_words_have_no_part_in_common(text: str, names: list[str]) -> None:
    assert [one.text for one in find_entities(text)] == names


def test_every_name_in_the_table_is_found_by_itself() -> None:
    """A name that a longer or a common one hides would be dead; `near` is supplied where it is asked for."""
    table = load_aliases()
    assert len({sense.key for senses in table.senses.values() for sense in senses}) >= 250
    for alias, senses in table.senses.items():
        for sense in senses:
            written = sense.written or alias
            context = f"x {written} ， {sense.near[0] if sense.near else ''}"
            found = {key for one in find_entities(context) for key in (one.candidates or (one.key,))}
            assert sense.key in found, (alias, sense.key)


def test_a_workspace_adds_its_own_names(tmp_path: Path) -> None:
    own = tmp_path / "aliases.toml"
    own.write_text('[organisation]\nquillon = ["Quillon", "奎隆科技"]\nnvidia = ["綠廠"]\n', encoding="utf-8")
    table = load_aliases(own)
    found = find_entities("奎隆科技與綠廠、輝達", aliases=table)
    assert [one.key for one in found] == ["quillon", "nvidia", "nvidia"]
    assert fold("綠廠") not in load_aliases().senses


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("[organisation\n", "aliases.toml"),
        ('[company]\nquillon = ["Quillon"]\n', "company"),
        ('[place]\nquillon = "Quillon"\n', "quillon"),
        ('[place]\nquillon = ["Q"]\n', "quillon"),
        ("[place]\nquillon = []\n", "quillon"),
        ('[place]\nquillon = { names = ["Quillon"], nears = ["x"] }\n', "quillon"),
        ("[place]\nquillon = { names = [3] }\n", "quillon"),
    ],
)
def test_a_malformed_table_names_file_and_key(tmp_path: Path, content: str, key: str) -> None:
    own = tmp_path / "aliases.toml"
    own.write_text(content, encoding="utf-8")
    with pytest.raises(SettingError) as raised:
        load_aliases(own)
    assert "aliases.toml" in str(raised.value) and key in str(raised.value)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Boston Scientific and Kobe Steel raised their forecasts.", []),
        ("Houston Mayor Ada Moreno opened a plant in Austin, Texas.", ["houston", "austin", "texas"]),
        ("Tesla will expand its plant in Austin, the company said.", ["austin"]),
        ("黃河出海口濕地的面積", []),
        ("馬里蘭州議會與丹佛斯", []),
        ("国防部长奥斯汀访问", []),
        ("奥斯汀的工厂和 Rotterdam 的碼頭", ["austin", "rotterdam"]),
        ("蘭州與漢堡市", ["lanzhou", "hamburg"]),
    ],
)
def test_towns_and_what_is_named_after_them(text: str, places: list[str]) -> None:
    assert [one.key for one in find_entities(text) if one.kind is EntityKind.PLACE] == places
