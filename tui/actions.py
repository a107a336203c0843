"""Every action of the screen in one table, from which keys, footer, help and palette are made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from factcheck.language.tongues import Words


class Pane(StrEnum):
    """Where an action's key works."""

    ANYWHERE = "anywhere"
    QUEUE = "queue"
    ARTICLE = "article"
    EVIDENCE = "evidence"
    RECENT = "recent"


PANES = (Pane.QUEUE, Pane.ARTICLE, Pane.EVIDENCE, Pane.RECENT)
"""In the order in which tab goes through them; each is a widget of the screen by its name."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a person can do with a key, a click or by name."""

    id: str
    """The method of that name in tui.hands does it."""
    keys: tuple[str, ...]
    """As Textual names them; the first is the one shown."""
    label: Words
    """A word or two, for the footer."""
    help: Words
    pane: Pane = Pane.ANYWHERE


_A = Action
ACTIONS: tuple[Action, ...] = (
    _A(
        "supported",
        ("s",),
        ("supported", "獲支持"),
        ("Supported by sources; on to the next", "有來源支持；到下一則"),
    ),
    _A(
        "contradicted",
        ("c",),
        ("contradicted", "不符"),
        ("Contradicted by sources; on to the next", "與來源不符；到下一則"),
    ),
    _A(
        "unverifiable",
        ("u",),
        ("unverifiable", "無法查證"),
        (
            "Unverifiable; one more key says why: n no evidence, c conflicting, k not checkable",
            "無法查證；再按一鍵說明原因：n 無證據、c 來源矛盾、k 不可查核",
        ),
    ),
    _A(
        "accept",
        ("space",),
        ("accept", "採納建議"),
        ("Make what the machine suggests your own decision", "把機器的建議採納為自己的判定"),
    ),
    _A(
        "confirm",
        ("equals_sign",),
        ("confirm match", "確認相符"),
        (
            "Take over the verdict of the already checked claim that is shown, with its source",
            "沿用所示已查核主張的判定及其來源",
        ),
    ),
    _A(
        "dismiss",
        ("x",),
        ("no claim", "非主張"),
        ("Not a claim: out of queue and reports, kept in history", "不是主張：移出佇列和報告，紀錄仍保留"),
    ),
    _A("undo", ("z",), ("undo", "復原"), ("Take back your latest action", "收回自己最近一步")),
    _A("redo", ("Z",), ("redo", "重做"), ("Do again what you took back", "重做剛才收回的一步")),
    _A(
        "next_open",
        ("g",),
        ("next open", "下一未決"),
        ("Go to the next claim without a decision", "到下一則未判定的主張"),
    ),
    _A("flag", ("f",), ("flag", "標旗"), ("Flag the claim, or take the flag away", "標上或取下旗號")),
    _A("note", ("n",), ("note", "備註"), ("Write a note on the claim", "為主張寫備註")),
    _A(
        "search",
        ("slash",),
        ("search", "搜尋"),
        ("Search claims, articles and sources", "搜尋主張、文章與來源"),
    ),
    _A(
        "filters",
        ("o",),
        ("filters", "篩選"),
        ("Choose which claims are in the queue", "選擇佇列中要看哪些主張"),
    ),
    _A(
        "sort",
        ("t",),
        ("order", "排序"),
        ("Order by priority, by confidence, or as in the articles", "依優先次序、信心或文中順序排列"),
    ),
    _A(
        "disputes",
        ("d",),
        ("disputes", "爭議"),
        (
            "To the claims on which reviewers disagree, to settle them; again to go back",
            "到審閱者意見不一的主張以作裁定；再按返回",
        ),
    ),
    _A(
        "weigh",
        ("e",),
        ("pin/exclude", "釘選/排除"),
        ("Pin the passage, exclude it, or neither", "釘選段落、排除段落或都不"),
    ),
    _A(
        "add_evidence",
        ("a",),
        ("add passage", "加段落"),
        ("Add a passage found by search, or typed with its address", "加入搜尋到的段落，或連同網址自行輸入"),
    ),
    _A(
        "source",
        ("v",),
        ("source", "看來源"),
        ("Open the whole source at the passage", "打開整份來源，定位到段落"),
    ),
    _A(
        "add_claim",
        ("i",),
        ("add claim", "加主張"),
        ("Mark words of the article that the machine missed as a claim", "在文中標出機器遺漏的主張"),
    ),
    _A(
        "reword",
        ("w",),
        ("reword", "改寫"),
        ("Mend the claim's wording, or split it", "修改主張的措辭，或拆成幾則"),
    ),
    _A(
        "together",
        ("m",),
        ("alike", "同類"),
        ("See near-identical claims and decide them together", "查看近乎相同的主張，一併判定"),
    ),
    _A(
        "check_again",
        ("r",),
        ("check again", "重查"),
        ("Check the claim again with the sources and models of now", "用現在的來源與模型重新查核"),
    ),
    _A("copy", ("y",), ("copy", "複製"), ("Copy the claim with its evidence", "複製主張與證據")),
    _A(
        "reopen",
        ("b",),
        ("reopen last", "回看"),
        (
            "Go back to the claim decided last; again for the one before",
            "回到最近判定的主張；再按回到更早一則",
        ),
    ),
    _A(
        "down",
        ("j", "down"),
        ("down", "下"),
        ("Next line, claim or passage of the pane", "窗格中的下一行、主張或段落"),
    ),
    _A("up", ("k", "up"), ("up", "上"), ("Line, claim or passage before", "窗格中的上一行、主張或段落")),
    _A(
        "next_claim",
        ("J", "right"),
        ("next claim", "下一則"),
        ("Next claim, from any pane", "在任何窗格到下一則主張"),
    ),
    _A(
        "previous_claim",
        ("K", "left"),
        ("claim before", "上一則"),
        ("Claim before, from any pane", "在任何窗格到上一則主張"),
    ),
    _A("page_down", ("pagedown", "ctrl+d"), ("page down", "下一頁"), ("One page down", "往下一頁")),
    _A("page_up", ("pageup", "ctrl+u"), ("page up", "上一頁"), ("One page up", "往上一頁")),
    _A("first", ("home",), ("first", "最前"), ("To the beginning of the pane", "到窗格開頭")),
    _A("last", ("end", "G"), ("last", "最後"), ("To the end of the pane", "到窗格結尾")),
    _A("next_pane", ("tab",), ("next pane", "下一窗格"), ("To the next pane", "到下一個窗格")),
    _A("previous_pane", ("shift+tab",), ("pane before", "上一窗格"), ("To the pane before", "到上一個窗格")),
    _A("show_queue", ("1",), ("queue", "佇列"), ("To the queue", "到佇列")),
    _A("show_article", ("2",), ("article", "文章"), ("To the claim in its article", "到文章中的主張")),
    _A("show_evidence", ("3",), ("evidence", "證據"), ("To the evidence", "到證據")),
    _A("show_recent", ("4",), ("recent", "最近"), ("To the last ten decisions", "到最近十次判定")),
    _A(
        "help",
        ("question_mark", "f1"),
        ("help", "說明"),
        ("What the keys of this pane do", "這個窗格的按鍵說明"),
    ),
    _A(
        "palette",
        ("ctrl+p",),
        ("commands", "指令"),
        ("Find any action, theme or language by name", "按名稱找指令、主題、語言"),
    ),
    _A("language", ("L",), ("中文", "English"), ("Labels in Chinese", "標籤改用英文")),
    _A(
        "quit",
        ("ctrl+q",),
        ("quit", "離開"),
        ("Leave; every decision is stored already", "離開；所有判定都已存下"),
    ),
    _A(
        "open_claim",
        ("enter",),
        ("read", "細看"),
        ("Read the claim's evidence", "看這則主張的證據"),
        Pane.QUEUE,
    ),
    _A(
        "open_passage",
        ("enter",),
        ("source", "看來源"),
        ("Open the whole source at the passage", "打開整份來源，定位到段落"),
        Pane.EVIDENCE,
    ),
    _A(
        "open_article",
        ("enter",),
        ("whole article", "看全文"),
        ("Open the whole article at the claim", "打開全文，定位到主張"),
        Pane.ARTICLE,
    ),
    _A(
        "open_recent",
        ("enter",),
        ("reopen", "重看"),
        ("Go to the claim of this decision", "到這次判定的主張"),
        Pane.RECENT,
    ),
)
"""In the order in which footer and help name them."""

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}


def with_keys(own: Mapping[str, tuple[str, ...]]) -> tuple[Action, ...]:
    """The table with a person's own keys where they chose some."""
    return tuple(replace(action, keys=own.get(action.id, action.keys)) for action in ACTIONS)


def keys_in(actions: Iterable[Action], pane: Pane) -> dict[str, str]:
    """Key -> id of the action that it does while `pane` has the focus."""
    return {key: action.id for action in reaching(actions, pane) for key in action.keys}


def reaching(actions: Iterable[Action], pane: Pane) -> list[Action]:
    """Those whose key works while `pane` has the focus; the pane's own ones first."""
    found = [action for action in actions if action.pane in (pane, Pane.ANYWHERE)]
    return sorted(found, key=lambda action: action.pane is Pane.ANYWHERE)
