"""What the screen says, in English and Chinese; Chinese is kept in Traditional and shown in either script."""

from __future__ import annotations

from factcheck.language.tongues import Words, side
from factcheck.model import Reason, Verdict
from factcheck.prose import shortened
from factcheck.queue import Act, Deed
from factcheck.vocabulary import VOCABULARY

_ABOUT = 60
"""Cells of the words that an event is about."""
_WORDS: dict[str, Words] = {
    **VOCABULARY,
    "title": ("fact-check review", "查核審閱"),
    "done": ("{done:,}/{total:,} done", "已判定 {done:,}/{total:,}"),
    "pace": ("{pace:,}/h", "每小時 {pace:,}"),
    "today": ("{count:,} today", "今日 {count:,}"),
    "queue": ("Queue", "佇列"),
    "article": ("Claim in its article", "文章中的主張"),
    "evidence": ("Evidence", "證據"),
    "recent": ("Last ten", "最近十次"),
    "tab_article": ("Article", "文章"),
    "tab_recent": ("Recent", "最近"),
    "en": ("English", "英文"),
    "zh-Hant": ("Chinese, Traditional", "繁體中文"),
    "zh-Hans": ("Chinese, Simplified", "簡體中文"),
    "zh": ("Chinese, both scripts", "中文（兩種字體）"),
    "mixed": ("mixed", "中英混合"),
    "und": ("other", "其他"),
    "priority": ("by priority", "依優先次序"),
    "confidence": ("by confidence", "依信心"),
    "in_article": ("as in the articles", "依文中順序"),
    "suggests": ("machine suggests:", "機器建議："),
    "sure": (", {share} sure. ", "，把握 {share}。"),
    "because": ("{verdict}, {reason}", "{verdict}，{reason}"),
    "whose": ("{what} ({who})", "{what}（{who}）"),
    "no_suggestion": ("the machine suggests nothing", "機器沒有建議"),
    "decided": ("decided:", "已判定："),
    "disputed": ("reviewers disagree:", "審閱者意見不一："),
    "by_you": ("you", "你"),
    "flagged": ("flagged", "已標旗"),
    "undecided": ("no decision yet", "尚未判定"),
    "stale": ("out of date ({why}); {key} checks again", "已過時（{why}）；按 {key} 重新查核"),
    "stale_corpus": ("the sources have changed", "來源已有更動"),
    "stale_settings": ("settings or rules have changed", "設定或規則已有更動"),
    "stale_encoder": ("another encoder is in force", "編碼器已更換"),
    "stale_judge": ("another judge is in force", "判定模型已更換"),
    "stale_version": ("the program has changed", "程式已更新"),
    "stale_models": ("the models have changed", "模型已更換"),
    "checking": ("checking again …", "重新查核中…"),
    "checked": ("Checked again.", "已重新查核。"),
    "said_by": ("said by {who}", "出自{who}"),
    "typed": ("a typed claim, without an article", "自行輸入的主張，沒有文章"),
    "worth": ("worth checking {share}", "查核價值 {share}"),
    "no_passage": (
        "No passage bears on it. {key} adds one found by search or typed.",
        "沒有相關段落。按 {key} 可加入搜尋到的或自行輸入的段落。",
    ),
    "added": ("added by {who}", "{who} 加入"),
    "score": ("score {score:.2f}", "分數 {score:.2f}"),
    "differs": ("differs: {what}", "不同：{what}"),
    "claim_side": ("claim", "主張"),
    "source_side": ("source", "來源"),
    "note_by": ("note by {who}:", "{who} 的備註："),
    "empty_queue": ("No claim is in the queue.", "佇列中沒有主張。"),
    "empty_filtered": (
        "No claim fits the filters. {key} changes them.",
        "沒有符合篩選條件的主張。按 {key} 修改。",
    ),
    "empty_hint": (
        "`factcheck check ARTICLE` puts claims into it.",
        "`factcheck check 文章` 會把主張放進來。",
    ),
    "nothing_yet": ("No decision yet.", "還沒有判定。"),
    "all_done": ("Every claim here has a decision.", "這裡每則主張都已判定。"),
    "no_undo": ("Nothing of yours to take back.", "沒有可收回的步驟。"),
    "no_redo": ("Nothing to do again.", "沒有可重做的步驟。"),
    "taken_back": ("Taken back: {what}", "已收回：{what}"),
    "done_again": ("Done again: {what}", "已重做：{what}"),
    "others": ("{who} decided: {what}", "{who} 已判定：{what}"),
    "copied": ("Copied.", "已複製。"),
    "filtered": ("filtered", "已篩選"),
    "why": ("Why unverifiable?", "為何無法查證？"),
    "leave": ("keep open", "不判定"),
    "why_none": (
        "{verdict}, but no passage says so: write why, or esc; {key} adds one",
        "判定「{verdict}」但沒有段落佐證：寫下理由，或按 esc 後用 {key} 加入段落。",
    ),
    "why_changes": (
        "Your verdict changes: why? Readers will see it (esc leaves it as it was):",
        "你的判定有變：為什麼？讀者會在更正紀錄中看到（esc 維持原判定）：",
    ),
    "why_settles": (
        "Why is it settled so? Readers will see it:",
        "裁定的理由？讀者會在更正紀錄中看到：",
    ),
    "adjudicating": ("adjudicating", "裁定中"),
    "to_settle": (
        "{count:,} disputed: what you decide settles them for all · {key} goes back",
        "{count:,} 則有爭議：你的判定即為對眾人的裁定 · 按 {key} 返回",
    ),
    "no_disputes": ("No dispute is left for you to settle.", "沒有待你裁定的爭議。"),
    "own_queue": ("Back in your own queue.", "回到自己的佇列。"),
    "adjudicated_by": ("adjudicated:", "已裁定："),
    "act_adjudicated": ("adjudicated", "裁定"),
    "act_assigned": ("assigned", "指派"),
    "act_unassigned": ("assignment taken away", "取消指派"),
    "f_disputed": ("reviewers disagree", "審閱者不一"),
    "f_assigned": ("assigned to me", "指派給我"),
    "note": (
        "Note on this claim (enter stores it, esc leaves it):",
        "這則主張的備註（enter 存下，esc 放棄）：",
    ),
    "find": ("Search claims, articles and sources:", "搜尋主張、文章與來源："),
    "find_passage": (
        "Search the sources for a passage; or type `address | words` to add your own:",
        "在來源中搜尋段落；或輸入「網址 | 文字」加入自己的段落：",
    ),
    "searching": ("searching …", "搜尋中…"),
    "nothing_found": ("Nothing found.", "沒有找到。"),
    "claims": ("Claims", "主張"),
    "articles": ("Articles", "文章"),
    "sources": ("Sources", "來源"),
    "typed_passage": ("Add your own words: {text}", "加入自己的文字：{text}"),
    "mark_claim": (
        "j k sentence · J K longer, shorter · ← → end · shift+← → beginning · enter adds · esc leaves",
        "j k 換句 · J K 加長、縮短 · ← → 移動結尾 · shift+← → 移動開頭 · enter 加入 · esc 離開",
    ),
    "claim_added": ("Claim added; the machine checks it now.", "已加入主張；機器正在查核。"),
    "reword": ("The claim's wording", "主張的措辭"),
    "alike": ("Near-identical claims", "近乎相同的主張"),
    "none_alike": ("No near-identical claim.", "沒有近乎相同的主張。"),
    "together": ("{count:,} claims decided together.", "已一併判定 {count:,} 則。"),
    "filters": ("Which claims are in the queue", "佇列中要看哪些主張"),
    "any": ("any", "不限"),
    "f_article": ("article", "文章"),
    "f_verdict": ("decision", "判定"),
    "f_suggested": ("suggestion", "建議"),
    "f_kind": ("kind", "類別"),
    "f_language": ("language", "語言"),
    "f_confidence": ("confidence", "信心"),
    "f_undecided": ("undecided only", "僅未判定"),
    "f_flagged": ("flagged only", "僅標旗"),
    "f_conflicting": ("conflicting only", "僅矛盾"),
    "f_stale": ("out of date only", "僅過時"),
    "f_mine": ("mine only", "僅我的"),
    "f_dismissed": ("no claims only", "僅非主張"),
    "filters_hint": (
        "space changes · ctrl+r clears · esc shows the queue",
        "空白鍵更改 · ctrl+r 清除 · esc 顯示佇列",
    ),
    "written_by": ("written by {who}", "{who} 撰寫"),
    "pinned_by": ("pinned by {who}", "{who} 釘選"),
    "excluded_by": ("excluded by {who}", "{who} 排除"),
    "match": (
        "already checked ({verdict}, {who}), {level}; {key} confirms:",
        "已有查核（{verdict}，{who}），{level}；按 {key} 確認：",
    ),
    "no_match": ("No already checked claim is shown.", "沒有列出已查核的主張。"),
    "same": ("the same", "相同"),
    "near": ("nearly the same", "相近"),
    "topic": ("the same topic only", "僅主題相同"),
    "did": ("{what} · {key} takes back", "{what} · 按 {key} 收回"),
    "not_in_queue": ("That claim is in the queue no more.", "那則主張已不在佇列中。"),
    "why_none_passage": (
        "{verdict}, but no passage says so: say why, or enter to use the one in view",
        "判定「{verdict}」但沒有段落佐證：寫下理由，或按 enter 以眼前的段落為據",
    ),
    "others_many": (
        "{who} decided {count:,} claims, the last: {what}",
        "{who} 判定了 {count:,} 則，最近一則：{what}",
    ),
    "reworded": ("Now {count:,} in its place · {key} takes back", "已由 {count:,} 則取代 · 按 {key} 收回"),
    "reword_hint": (
        "one claim a line splits it · ctrl+s stores · esc leaves",
        "每行一則即為拆分 · ctrl+s 存下 · esc 放棄",
    ),
    "alike_hint": (
        "space marks · s c u x decides all marked · esc leaves",
        "空白鍵勾選 · s c u x 一併判定 · esc 離開",
    ),
    "note_for_all": (
        "{verdict}, all {count:,}. A note for those without a passage (or enter):",
        "{count:,} 則一律「{verdict}」。沒有段落者的理由（可留空按 enter）：",
    ),
    "finder_hint": (
        "enter searches, then chooses · ↑ ↓ move · esc leaves",
        "enter 搜尋、再按選定 · ↑ ↓ 移動 · esc 離開",
    ),
    "this_article": ("this article", "本文"),
    "yes": ("yes", "是"),
    "no": ("no", "否"),
    "help_title": ("Keys in this pane: {pane} (esc closes)", "此窗格的按鍵：{pane}（esc 關閉）"),
    "elsewhere": ("From any pane", "任何窗格"),
    "command": ("Find an action, a theme or a language …", "找指令、主題或語言…"),
    "theme": ("theme: {name}", "主題：{name}"),
    "in_tongue": ("language: {name}", "語言：{name}"),
    "legend": (
        "✓ ✗ ? – decided   (✓) (✗) (?) only suggested   ≠ disagreement   ! out of date",
        "✓ ✗ ? – 已判定　(✓) (✗) (?) 僅為建議　≠ 意見不一　! 已過時",
    ),
    "act_decided": ("decided", "判定"),
    "act_dismissed": ("not a claim", "不是主張"),
    "act_flagged": ("flagged", "標旗"),
    "act_unflagged": ("flag taken away", "取下旗號"),
    "act_noted": ("note", "備註"),
    "act_pinned": ("passage pinned", "釘選段落"),
    "act_excluded": ("passage excluded", "排除段落"),
    "act_unmarked": ("passage unmarked", "段落恢復"),
    "act_brought": ("passage added", "加入段落"),
    "act_claim_added": ("claim added", "加入主張"),
    "act_replaced": ("reworded", "改寫"),
    "act_undone": ("taken back", "收回"),
    "act_redone": ("done again", "重做"),
    "close": ("esc closes", "esc 關閉"),
}


class Speech:
    """The words of one language."""

    def __init__(self, tongue: str = "en") -> None:
        self.tongue = tongue

    def __call__(self, name: str, /, **values: object) -> str:
        """The words called `name`, with `values` in their places."""
        return self.of(_WORDS[name]).format(**values)

    def of(self, words: Words) -> str:
        """The side of `words` that this language reads."""
        return side(words, self.tongue)

    def verdict(self, verdict: Verdict, reason: Reason | None) -> str:
        """A verdict, with its reason where it has one."""
        return self("because", verdict=self(verdict), reason=self(reason)) if reason else self(verdict)

    def event(self, act: Act, verdict: Verdict | None, about: str) -> str:
        """What was done, with the beginning of the words it is about."""
        words = self(verdict) if verdict else self(f"act_{act}")
        return f"{words}: {shortened(about, _ABOUT)}"

    def others(self, deed: Deed, count: int) -> str:
        """What another reviewer just decided."""
        words = self.event(deed.act, deed.verdict, deed.text)
        if count > 1:
            return self("others_many", who=deed.reviewer, count=count, what=words)
        return self("others", who=deed.reviewer, what=words)

    def reason(self, code: str) -> str:
        """A code of why a suggestion is out of date, in words; the code itself where it has none."""
        key = f"stale_{code}"
        return self(key) if key in _WORDS else code


def known_words() -> dict[str, Words]:
    """Every key with its words in both languages."""
    return dict(_WORDS)
