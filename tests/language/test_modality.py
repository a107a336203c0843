"""Cues of how a statement is meant, in English and both Chinese scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.modality import CueKind, find_modality


def kinds(text: str) -> set[CueKind]:
    return {cue.kind for cue in find_modality(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The bank forecasts growth of 2%.", CueKind.FORECAST),
        ("Sales will double by 2030.", CueKind.FORECAST),
        ("The firm plans to open a plant.", CueKind.PLAN),
        ("If the ban holds, exports shrink.", CueKind.CONDITIONAL),
        ("The price could rise.", CueKind.POSSIBILITY),
        ("The ministry denied the report.", CueKind.DENIAL),
        ("It did not sign.", CueKind.NEGATION),
        ("The plant was reportedly sold.", CueKind.REPORT),
        ("央行預計經濟成長2%。", CueKind.FORECAST),
        ("央行预计经济增长2%。", CueKind.FORECAST),
        ("公司計劃開設工廠。", CueKind.PLAN),
        ("若禁令持續，出口會減少。", CueKind.CONDITIONAL),
        ("价格可能上涨。", CueKind.POSSIBILITY),
        ("外交部否認了這一說法。", CueKind.DENIAL),
        ("双方尚未签署协议。", CueKind.NEGATION),
        ("據報道，工廠已出售。", CueKind.REPORT),
        ("据《晨报》报道，工厂已出售。", CueKind.REPORT),
        ("Acme 預計 revenue 將 double。", CueKind.FORECAST),
    ],
)
def test_each_cue_is_found(text: str, kind: CueKind) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The plant opened in May.",
        "The will of the people decided it.",
        "工廠於五月啟用。",
        "委員會將該條例列為優先事項。",
        "部长将文件交给议会。",
        "不過，工廠於五月啟用。",
        "未來三年的合約已經簽署。",
    ],
)
def test_plain_statements_have_no_cue(text: str) -> None:
    assert not kinds(text) & {CueKind.FORECAST, CueKind.NEGATION, CueKind.PLAN}


def test_future_jiang_in_both_scripts() -> None:
    assert CueKind.FORECAST in kinds("公司將推出新產品。")
    assert CueKind.FORECAST in kinds("公司将损失超过30亿元。")


@given(st.text(max_size=200))
def test_cues_lie_inside_in_order_without_overlap(text: str) -> None:
    end = 0
    for cue in find_modality(text):
        assert end <= cue.start < cue.end <= len(text)
        end = cue.end
