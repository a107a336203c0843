"""One passage of an explanation as a plain dictionary."""

from __future__ import annotations

from factcheck.comparing.marks import Row as SlotRow
from factcheck.comparing.slots import Words
from factcheck.explaining.account import PassageAccount
from factcheck.exporters.rows import Row, evidence_row, rounded
from factcheck.judges import Push, Step


def passage_row(account: PassageAccount, claim: str) -> Row:
    """One passage beside the claim's text: an item of `evidence`, and how it came about."""
    judged = account.judged
    search, likeness, judge = judged.parts
    passage = judged.evidence.hit.passage.text
    return {
        "rank": account.rank,
        "counted": account.counted,
        **evidence_row(judged.evidence),
        "score_parts": {
            "search": rounded(search),
            "likeness": rounded(likeness),
            "judge": rounded(judge),
        },
        "slots": [_comparison_row(row) for row in account.rows],
        "words": [
            {
                "text": claim[word.span[0] : word.span[1]],
                "start": word.span[0],
                "end": word.span[1],
                "met": word.met,
                "partner": None if word.partner is None else passage[word.partner[0] : word.partner[1]],
                "likeness": rounded(word.likeness),
                "weight": rounded(word.weight),
            }
            for word in account.words
        ],
        "pushes": [_push_row(push) for push in account.pushes],
        "steps": [_step_row(step) for step in account.steps],
    }


def _comparison_row(row: SlotRow) -> Row:
    return {
        "slot": str(row.slot),
        "mark": str(row.mark),
        "claim": words_row(row.claim),
        "passage": words_row(row.passage),
        "around": row.around,
    }


def _push_row(push: Push) -> Row:
    return {
        "slot": push.slot,
        "supports": rounded(push.supports),
        "contradicts": rounded(push.contradicts),
        "neutral": rounded(push.neutral),
    }


def _step_row(step: Step) -> Row:
    return {
        "rule": str(step.rule),
        "supports": rounded(step.supports),
        "contradicts": rounded(step.contradicts),
        "neutral": rounded(step.neutral),
    }


def words_row(words: Words) -> Row:
    """What one side puts into a slot."""
    return {
        "text": words.text,
        "spans": [{"start": start, "end": end} for start, end in words.spans],
        "value": words.value or None,
    }
