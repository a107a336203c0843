"""What a post of a social network says, without the signs that its network put around the words.

Claims are pasted as posts are embedded in pages: with links, with "RT @name:" before another's words, with
names and subjects run together behind @ and #, and under the signature that embedding adds
("- Name (@name) January 14, 2020"). A vector of all that is near other posts and not near what is claimed.
The text itself is never changed: a search asks with a copy.
"""

from __future__ import annotations

import re

from factcheck.language.patterns import lazy_pattern

_MARKS = re.compile(r"[@＠#＃]|https?://|www\.|pic\.|网页链接|網頁連結|转发|轉發")
"""One of these stands in every text that there is anything to take from."""
# A link ends where its letters end: Chinese follows without a blank.
_LINK = lazy_pattern(
    r"(?:https?://|www\.|pic\.(?:twitter|x)\.com/)[^\s\u3000-\u9fff\uff00-\uffef\"'<>\u2018-\u201d]+"
    r"|(?<![A-Za-z])[Oo]?(?:网页链接|網頁連結)"
)
_PASSED_ON = lazy_pattern(
    r"(?:(?<![A-Za-z])RT\s+|/{2}\s*|回复|回覆)[@＠][\w-]{1,40}\s*[:：]\s*|(?:转发|轉發)微博"
)
# The blockquote of publish.twitter.com: a dash, the name shown, the account in brackets, the day.
_SIGNATURE = lazy_pattern(r"[\u2014\u2013][^\n\u2014\u2013]{1,80}\([@＠]\w{1,30}\)[^\n]{0,40}\s*\Z")
_SUBJECT = lazy_pattern(r"[#＃]([^\s#＃]{1,40})[#＃]")
_RUN_TOGETHER = lazy_pattern(r"(?<![A-Za-z0-9.])[@＠#＃]([A-Za-z]\w*)")
_JOINT = lazy_pattern(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_")


def words_in_post(text: str) -> str:
    """What to look for word by word: no links, no marks of passing on; names and subjects cut into words.

    Who posted it and when stay. The text as it is where nothing would be left.
    """
    if not _MARKS.search(text):
        return text
    return _cut(_LINK.sub(" ", text)) or text


def said_in_post(text: str) -> str:
    """What to look for by meaning: the same without the signature of an embedded post."""
    if not _MARKS.search(text):
        return text
    said = _SIGNATURE.sub("", _LINK.sub(" ", text)).strip()
    return _cut(said) or said or words_in_post(text)


def _cut(text: str) -> str:
    """A text without links, its marks of passing on gone and what is run together in words."""
    said = _SUBJECT.sub(r" \1 ", _PASSED_ON.sub(" ", text))
    return _RUN_TOGETHER.sub(lambda run: f" {_JOINT.sub(' ', run[1])}", said).strip()
