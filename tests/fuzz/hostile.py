"""Texts and bytes that were not meant to be read: made of what grammars look for, and of real ones, damaged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

S = TypeVar("S", str, bytes)

# fmt: off
NUMBERS = (
    "0", "7", "80", "3.14", "1,250", "1,2,3", "１２３", "80億", "8\u200b0億", "三百二十五萬", "三百二十五万", "兩百", "零", "十",
    "億億億", "萬億", "半", "1e10", "1e308", "1e-999", "9" * 310, "9" * 25, "10^308", "2^9999999", "0^-5", "99999999999^60", "0e5555", "0e99999", "億" * 45 + "點五", "9" * 400 + "/" + "9" * 400,
    "trillion " * 30 + "point five", "9e307", "1/0", "0/0", "24/7", "½",
    "one hundred and five", "twenty-", "million", "a dozen", "-5", "−5", "負3", "零下5", "+8", "±2", "(3.2)", "$(3.2) million",
    "٣٤", "Ⅻ", "②", "五分之三", "百分之", "百分之八十", "八成五", "翻倍", "倍", "數十", "100 000", "1\u2009000", "3 in 10", "1 over 0",
)
UNITS = (
    "億美元", "亿元", "萬", "%", "％", "個百分點", "percentage points", "美元", "$", "US$", "NT$", "€", "¥", "元", "倍", "times",
    "公斤", "km/h", "GB", "nm", "度", "°C", "人", "bps", "basis points", "million", "billion", "bn", "M", "B", "年", "days", "季",
)
DATES = (
    "2025年3月1日", "2025年", "3月", "31 February 2024", "2月31日", "0年", "year 0", "99999年", "99999-99-99", "1 January 0000",
    "9999-12-31", "0001-01-01", "民國114年", "去年", "昨日", "last year", "next Friday", "Q3 2025", "third quarter of 2025",
    "FY2025", "上半年", "近三年", "from 2019 to 2025", "2019至2025年", "2025/13/45", "May", "may", "week of May 1", "the 1990s",
    "21世紀", "月底", "除夕", "Christmas", "10月1日至7日", "截至2024年底", "since 1868", "in 3 days", "十年前", "12:30", "24:99",
)
MARKS = (
    "。", "，", "、", "；", "：", "！", "？", ".", ",", ";", ":", "!", "?", "…", "——", "—", "–", "-", "~", "～", "/", "\\", "|",
    "「", "」", "『", "』", "（", "）", "(", ")", "《", "》", "[", "]", "{", "}", "“", "”", "‘", "’", '"', "'", "<", ">", "&", "@",
    "#", "*", "_", "`", "=", "+", "^", "$", "%", "[1]", "¹", "①", "·", "•", " ", "  ", "\t", "\n", "\n\n", "\r", "\r\n",
    "\u3000", "\u00a0", "\u2028", "\u2029", "\u0085", "\x0b", "\x0c",
)
UNSEEN = (
    "\u200b", "\u200d", "\u200f", "\u202e", "\u202c", "\u2066", "\u2060", "\ufeff", "\u00ad", "\u034f", "\U000e0041", "\ufe0f",
    "\u0301", "\u0301" * 40, "\u0489", "\u20dd", "a\u0308", "\u1160", "\x00", "\x1b[2J", "\x7f", "\ufffd", "\ufffe", "\U0010ffff",
)
ODD_LETTERS = (
    "А", "Ρ", "օ", "İ", "ı", "ß", "ﬃ", "ǅ", "K", "Å", "㍿", "㎏", "Ⅷ", "𝟖", "𝕬", "😀", "👨\u200d👩\u200d👧", "🇹🇼", "𠮷", "豈", "ㄅ",
    "か", "가", "ع", "ה", "ไ", "ﷺ",
)
WORDS = (
    "曜川", "半導體", "芯片", "公司", "營收", "表示", "說", "将", "將", "被", "的", "了", "不", "沒有", "禁止", "批准", "投資", "據", "稱",
    "他", "她", "其", "中國", "陳小明", "若", "因此", "但", "和", "與", "至", "超過", "約", "近", "逾", "不到", "增長", "下降",
    "Yaochuan", "Foundry", "Inc.", "U.S.", "Dr.", "said", "told", "revenue", "rose", "fell", "will", "may", "not", "never", "of",
    "the", "and", "but", "while", "which", "according to", "By", "from", "to", "about", "more than", "up to", "he", "its", "A.",
)
TELLING = (
    "曜川半導體公布，2025年第三季營收為新台幣412.7億元，年增22.4%。", "曜川半导体公布，2025年第三季营收为新台币412.7亿元，同比增长22.4%。",
    "Yaochuan Foundry reported revenue of NT$41.27 billion for the third quarter of 2025, up 22.4% from a year earlier.",
    "SIA表示，“未來三年將損失80億美元”，但沒有說明 how it counted.", "他說：「公司去年10月裁員約三成。」",
)
# fmt: on
_PIECES = (*NUMBERS, *UNITS, *DATES, *MARKS, *UNSEEN, *ODD_LETTERS, *WORDS, *TELLING)

pieces = st.sampled_from(_PIECES)
# A kind first: there are more words than kinds of harm.
_grouped = st.sampled_from([NUMBERS, UNITS, DATES, MARKS, UNSEEN, ODD_LETTERS, WORDS, TELLING]).flatmap(
    st.sampled_from
)
_loose = st.text(
    st.characters(codec="utf-8", exclude_categories=()) | st.sampled_from("零一億萬年月日.,%-()（）「」 \n"),
    max_size=30,
)
texts: st.SearchStrategy[str] = st.one_of(
    st.lists(_grouped, min_size=1, max_size=14).map("".join),
    st.lists(_grouped, min_size=1, max_size=10).map(" ".join),
    st.tuples(st.lists(pieces, min_size=1, max_size=3).map("".join), st.integers(2, 60)).map(
        lambda one: one[0] * one[1]
    ),
    st.lists(_grouped | _loose, min_size=1, max_size=10).map("".join),
    _loose,
)
"""Short texts of what the grammars look for; encodable, as every text of a document is."""


def mutated(seeds: Sequence[str], words: Sequence[str] = ()) -> st.SearchStrategy[str]:
    """One of `seeds` with up to six edits: cut, doubled, overwritten, or with hostile pieces or `words` put in."""
    inserted = st.sampled_from(words) | pieces if words else pieces
    return _edited(st.sampled_from(list(seeds)), inserted | _loose, "")


def mutated_bytes(seeds: Sequence[bytes], words: Sequence[bytes] = ()) -> st.SearchStrategy[bytes]:
    """The same for bytes, whatever they mean."""
    inserted = st.binary(max_size=8) | pieces.map(lambda one: one.encode("utf-8"))
    if words:
        inserted = st.sampled_from(list(words)) | inserted
    return _edited(st.sampled_from(list(seeds)), inserted, b"")


_EDITS = ("insert", "insert", "insert", "delete", "double", "overwrite", "truncate", "repeat")
_Edit = tuple[str, float, float, int]


def _edited(seeds: st.SearchStrategy[S], inserted: st.SearchStrategy[S], nothing: S) -> st.SearchStrategy[S]:
    edit = st.tuples(st.sampled_from(_EDITS), st.floats(0, 1), st.floats(0, 1), st.integers(2, 40))
    edits = st.lists(st.tuples(edit, inserted), max_size=6)
    return st.tuples(seeds, edits).map(lambda one: _applied(one[0], one[1], nothing))


def _applied(seed: S, edits: Sequence[tuple[_Edit, S]], nothing: S) -> S:
    for (kind, where, much, times), piece in edits:
        start = int(where * len(seed))
        end = min(len(seed), start + int(much * much * 60) + 1)
        before, touched, after = seed[:start], seed[start:end], seed[end:]
        put = {
            "insert": piece + touched,
            "delete": nothing,
            "double": touched + touched,
            "overwrite": piece,
            "truncate": touched,
            "repeat": piece * times + touched,
        }[kind]
        seed = before + put + (nothing if kind == "truncate" else after)
    return seed
