"""The words that reports are written in: English and Chinese, the latter in either script."""

from __future__ import annotations

from functools import cache

from factcheck.language.tongues import TONGUES, Words, side
from factcheck.model import Card
from factcheck.vocabulary import VOCABULARY, name_of

_WORDS: dict[str, Words] = {
    **VOCABULARY,
    # What stands for a claim.
    "disputed": ("disputed", "審閱者意見不一"),
    "": ("open", "未判定"),
    # Longer than on the screen: it stands in a sentence here.
    "conflicting": ("conflicting sources", "來源矛盾"),
    "adjudicated": ("adjudicated", "已裁定"),
    "agreed": ("reviewed", "已審閱"),
    "suggested": ("suggested", "建議"),
    "same": ("the same claim", "相同主張"),
    "near": ("nearly the same claim", "相近主張"),
    "topic": ("the same topic", "相同主題"),
    # Page and sections.
    "title": ("Claims and evidence", "主張與證據"),
    "articles": ("Articles", "文章"),
    "article": ("article", "文章"),
    "typed": ("Typed claims", "自行輸入的主張"),
    "document": ("Document {id}", "文件 {id}"),
    "tier": ("tier {tier}", "等級 {tier}"),
    "claims_one": ("{count:,} claim", "{count:,} 則主張"),
    "claims": ("{count:,} claims", "{count:,} 則主張"),
    "reviewed_of": ("{reviewed:,} of {claims:,} reviewed.", "{claims:,} 則中已審閱 {reviewed:,} 則。"),
    "left_out_one": (
        "1 claim has only a machine suggestion and is not shown; export with --include-suggestions to see"
        " it, marked.",
        "另有 1 則僅有機器建議，未列出；以 --include-suggestions 匯出即可見，並加標示。",
    ),
    "left_out": (
        "{count:,} claims have only a machine suggestion and are not shown; export with"
        " --include-suggestions to see them, marked.",
        "另有 {count:,} 則僅有機器建議，未列出；以 --include-suggestions 匯出即可見，並加標示。",
    ),
    "some_suggested": (
        "The verdicts marked as suggested are the machine's; no person has confirmed them.",
        "標示為「建議」的判定出自機器，未經人工確認。",
    ),
    "all_reviewed": ("Every verdict below is a person's.", "以下判定均由人作出。"),
    "all_suggested": (
        "The verdicts below are machine suggestions; no person has confirmed any of them.",
        "以下判定均為機器建議，無一經人工確認。",
    ),
    "nothing": ("No claim has been checked yet.", "尚未查核任何主張。"),
    "nothing_found": ("No checkable claim was found.", "沒有可查核的主張。"),
    "nothing_since": ("No claim was decided or checked since {day}.", "{day} 起沒有判定或查核過的主張。"),
    "since": ("Only what was decided on {day} or later.", "僅列 {day} 起判定者。"),
    "as_of": ("State of {at}", "截至 {at}"),
    "published_by": ("Published by {name}", "發布者：{name}"),
    "verdicts": ("Verdicts", "判定"),
    "suggestions": ("Suggestions, not reviewed", "未經審閱的建議"),
    "none_reviewed_one": ("1 claim, not reviewed.", "1 則主張，未審閱。"),
    "none_reviewed": ("{count:,} claims, none reviewed.", "{count:,} 則主張，均未審閱。"),
    "more_left_out": ("{count:,} more not reviewed.", "另有 {count:,} 則未審閱。"),
    "no_claims": ("No checkable claim was found in this article.", "此文沒有可查核的主張。"),
    "overview": ("Overview", "總覽"),
    # One claim.
    "machine": ("{share}, machine suggestion, not reviewed", "{share}，機器建議，未經審閱"),
    "suggested_is": ("Suggested: {verdict}", "建議：{verdict}"),
    "had_suggested": (
        "The machine had suggested {verdict} ({share}):",
        "機器原先建議「{verdict}」（{share}）：",
    ),
    "read_as": ("Read as", "解讀為"),
    "said_by": ("Said by", "出自"),
    "because": ("{verdict} ({reason})", "{verdict}（{reason}）"),
    "whose": ("{who}: {what}", "{who}：{what}"),
    "adjudication": ("Adjudication", "裁定"),
    "checked_before": (
        "Checked before ({level}, {score}, not confirmed):",
        "已有查核（{level}，{score}，未經確認）：",
    ),
    "rests_on": ("the verdict rests on it", "判定所據"),
    "pinned_by": ("pinned by {who}", "{who} 釘選"),
    "brought_by": ("added by {who}", "{who} 加入"),
    "difference": ("Difference", "差異"),
    "claim_side": ("The claim", "主張"),
    "source_side": ("The source", "來源"),
    "unstated": ("(not stated)", "（未說明）"),
    "more_passages": (
        "{count:,} more passages, neither for nor against",
        "另有 {count:,} 段，既不支持也不反駁",
    ),
    "more_passages_one": ("1 more passage, neither for nor against", "另有 1 段，既不支持也不反駁"),
    "no_passage": (
        "No passage of the reference corpus bears on this claim.",
        "參考語料庫中沒有與此主張相關的段落。",
    ),
    "accessed": ("accessed {day}", "取用於 {day}"),
    "archived": ("archived copy", "存檔副本"),
    "source_removed": (
        "Since the verdict, a source that it rests on was removed: {what}",
        "判定之後，所據來源已被移除：{what}",
    ),
    "source_revised": (
        "Since the verdict, a source that it rests on was revised: {what}",
        "判定之後，所據來源已有修訂：{what}",
    ),
    "article_revised": ("The article has been revised since: {what}", "文章其後已有修訂：{what}"),
    # Corrections.
    "corrections": ("Corrections", "更正紀錄"),
    "no_corrections": ("No verdict has been changed.", "沒有更改過的判定。"),
    "slips": (
        "What a reviewer changed within a minute counts as a slip of the key and is not listed.",
        "審閱者一分鐘內自行更改者視為誤按，不列入。",
    ),
    "when": ("When", "時間"),
    "claim": ("Claim", "主張"),
    "old": ("Before", "原判定"),
    "new": ("After", "新判定"),
    "why": ("Why", "理由"),
    "who": ("Who", "何人"),
    "own_change": ("{old}, in this reviewer's opinion", "{old}（該審閱者之意見）"),
    # Method.
    "method": ("Method", "方法"),
    "method_how": (
        "Each article was split into claims. For each claim, passages were searched by meaning and by words"
        " in a reference corpus, and a judge compared their figures, dates, names and wording with the"
        " claim's. People then decided; a suggestion never becomes a verdict by itself. The percentage beside"
        " a suggestion is the machine's own estimate that it is right. Unverifiable means that the corpus"
        " says nothing about a claim, or that its sources disagree; that says nothing about its truth.",
        "每篇文章先拆成主張，再依語意和字詞在參考語料庫中搜尋段落，由判定模型比對數字、日期、名稱與措辭，"
        "最後由人判定；機器的建議不會自行成為判定。建議旁的百分比是機器自估正確的機率。"
        "「無法查證」指語料庫沒有相關內容，或來源互相矛盾，不代表主張真偽。",
    ),
    "method_ruling": (
        "What stands for a claim is its adjudication, else the verdict that its reviewers share, else"
        " “disputed”, with all sides.",
        "主張的判定以裁定為準；無裁定則為審閱者一致的判定，否則列為「意見不一」並列出各方。",
    ),
    "opinions_wanted": (
        "Each claim is to be decided by {count} reviewers, who do not see each other's verdicts before.",
        "每則主張須由 {count} 位審閱者各自判定，判定前看不到彼此的意見。",
    ),
    "corpus": (
        "Reference corpus: {sources:,} sources, {passages:,} passages, published {first} to {last}.",
        "參考語料庫：{sources:,} 份來源，{passages:,} 段，發布於 {first} 至 {last}。",
    ),
    "corpus_undated": (
        "Reference corpus: {sources:,} sources, {passages:,} passages, undated.",
        "參考語料庫：{sources:,} 份來源，{passages:,} 段，無日期。",
    ),
    "encoder": ("Encoder", "編碼器"),
    "judge": ("Judge", "判定模型"),
    "settings": ("Settings", "設定"),
    "version": ("Version", "版本"),
    "not_checked": ("What was not checked", "未查核者"),
    "unchecked_one": (
        "1 opinion or question, which no source can settle.",
        "意見或提問 1 則，非來源所能判定。",
    ),
    "unchecked": (
        "{count:,} opinions and questions, which no source can settle.",
        "意見與提問 {count:,} 則，非來源所能判定。",
    ),
    "unreviewed_one": ("1 claim that nobody has reviewed.", "無人審閱的主張 1 則。"),
    "unreviewed": ("{count:,} claims that nobody has reviewed.", "無人審閱的主張 {count:,} 則。"),
    "failed": ("Inputs that could not be read: {what}", "無法讀取的輸入：{what}"),
    "all_checked": ("Nothing was left out.", "無遺漏。"),
    "sources_quoted": ("Sources quoted", "引用來源"),
    "replicate": ("How to replicate", "如何重現"),
    "replicate_how": (
        "Install factcheck-workbench {version}, put the sources quoted below into a new workspace with"
        " `factcheck add`, and run `factcheck check` on the article. Each source is named by the SHA-256 of"
        " its text, models and settings by their revisions; with the same ones the suggestions are the same.",
        "安裝 factcheck-workbench {version}，以 `factcheck add` 把下列引用來源放入新的工作區，再以"
        " `factcheck check` 查核文章。來源以其文字的 SHA-256 標示，模型與設定以其修訂版標示；"
        "兩者相同，建議即相同。",
    ),
    "made_by": ("Made by factcheck-workbench {version}.", "由 factcheck-workbench {version} 製作。"),
}


class Wording:
    """The words of one language."""

    def __init__(self, tongue: str = "en") -> None:
        """`tongue`: one of language.tongues.TONGUES."""
        self.tongue = tongue

    def __call__(self, name: str, /, **values: object) -> str:
        """The words called `name`, with `values` in their places."""
        words = side(_WORDS[name], self.tongue)
        return words.format(**values) if values else words

    def verdict(self, word: str, reason: str | None) -> str:
        """A ruling, with its reason where it has one."""
        return self("because", verdict=self(word), reason=self(reason)) if reason else self(word)

    def document(self, card: Card | None) -> str:
        """What a reader calls a document; None: the typed claims."""
        if card is None:
            return self("typed")
        return name_of(card, nameless=self("document"))

    def counted(self, name: str, count: int) -> str:
        """The words called `name` for so many: `1 claim`, `2 claims`; those for one are called NAME_one."""
        return self(f"{name}_one" if count == 1 else name, count=count)


def name_in(word: str) -> str | None:
    """The name of the words that `word` is, in any of the languages; None where it is none of them.

    For reading back what an exporter wrote.
    """
    return _names().get(word.strip().casefold())


@cache
def _names() -> dict[str, str]:
    return {
        side(words, tongue).casefold(): name for name, words in reversed(_WORDS.items()) for tongue in TONGUES
    }
