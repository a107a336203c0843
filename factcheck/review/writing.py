"""Claims and passages that a person writes: checked, trimmed and given the ids that extraction would give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from factcheck.errors import UsageError
from factcheck.language.scripts import detect_language
from factcheck.model import Claim, ClaimKind, Document, Passage, span_id

LONGEST_CLAIM = 2_000
LONGEST_EXCERPT = 20_000
"""Code points: enough for a statement and for what it is read beside, too few to bring a whole book."""


def marked_claim(article: Document, start: int, end: int, text: str | None = None) -> Claim:
    """`article.text[start:end]` without blanks around it as a claim; see Desk.add_claim."""
    if not 0 <= start < end <= len(article.text):
        raise UsageError(
            f"Wanted a stretch of the article's {len(article.text)} characters, found {start} to {end}."
        )
    quote = article.text[start:end]
    start += len(quote) - len(quote.lstrip())
    quote = quote.strip()
    wording = _worded(text if text is not None else quote)
    end = start + len(quote)
    return Claim(
        id=span_id(article.id, start, end, wording),
        document_id=article.id,
        text=wording,
        quote=quote,
        start=start,
        end=end,
        language=detect_language(quote),
        kind=ClaimKind.FACTUAL,
        attribution=None,
        # Somebody marked it to have it checked.
        check_worthiness=1.0,
    )


def reworded(claim: Claim, texts: Sequence[str]) -> list[Claim]:
    """The same words of the article in one or several new wordings."""
    wordings = [_worded(text) for text in texts if text.strip()]
    if not wordings:
        raise UsageError("Wanted the claim's new wording, found no words.")
    if claim.text in wordings:
        raise UsageError("Wanted a wording other than the claim's own, found the same.")
    document = claim.document_id or ""
    return [
        replace(claim, id=span_id(document, claim.start, claim.end, wording), text=wording)
        for wording in dict.fromkeys(wordings)
    ]


def excerpt_of(text: str, url: str) -> tuple[Document, Passage]:
    """Words typed from a page, as a document of their own with one passage."""
    words, address = text.strip(), url.strip()
    if not words or len(words) > LONGEST_EXCERPT:
        raise UsageError(f"Wanted up to {LONGEST_EXCERPT:,} characters of a source, found {len(words):,}.")
    if not _is_web_address(address):
        raise UsageError(f"Wanted the source's address, http:// or https://, found '{address[:80]}'.")
    document = Document(text=words, url=address, language=detect_language(words))
    return document, Passage(
        id=span_id(document.id, 0, len(words)),
        document_id=document.id,
        start=0,
        end=len(words),
        text=words,
        language=document.language,
    )


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not any(map(str.isspace, address))


def _worded(text: str) -> str:
    """One line, not empty and not endless."""
    wording = " ".join(text.split())
    if not any(char.isalnum() for char in wording):
        raise UsageError("Wanted the words of a claim, found none.")
    if len(wording) > LONGEST_CLAIM:
        raise UsageError(f"Wanted a claim of at most {LONGEST_CLAIM:,} characters, found {len(wording):,}.")
    return wording
