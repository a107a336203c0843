"""An explanation as a plain dictionary: the object that `explain --json` prints, keys stable."""

from __future__ import annotations

from factcheck.comparing.marks import Row as SlotRow
from factcheck.comparing.slots import Slot, Words
from factcheck.explaining.account import Explanation, PassageAccount
from factcheck.exporters.rows import Row, evidence_row, finding_row, rounded, source_row, suggestion_row
from factcheck.judges import Step
from factcheck.verify import CONFLICTS, DECIDES, Judged


def explanation_row(explanation: Explanation) -> Row:
    """The row of `claim --json`, its evidence replaced by `passages` and by what was decided from them."""
    row = finding_row(explanation.finding)
    del row["evidence"]
    provenance = row.pop("provenance")
    stored = explanation.stored
    return {
        **row,
        "stored": None if stored is None else suggestion_row(stored),
        "reading": [_slot_row(slot, words) for slot, words in explanation.reading],
        "passages": [_passage_row(one, explanation) for one in explanation.passages],
        "decision": _decision_row(explanation),
        "provenance": provenance,
    }


def _slot_row(slot: Slot, words: Words) -> Row:
    return {"slot": str(slot), **_words_row(words)}


def _words_row(words: Words) -> Row:
    return {
        "text": words.text,
        "spans": [{"start": start, "end": end} for start, end in words.spans],
        "value": words.value or None,
    }


def _passage_row(account: PassageAccount, explanation: Explanation) -> Row:
    judged = account.judged
    search, likeness, judge = judged.parts
    claim, passage = explanation.finding.claim.text, judged.evidence.hit.passage.text
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
        "steps": [_step_row(step) for step in account.steps],
    }


def _comparison_row(row: SlotRow) -> Row:
    return {
        "slot": str(row.slot),
        "mark": str(row.mark),
        "claim": _words_row(row.claim),
        "passage": _words_row(row.passage),
        "around": row.around,
    }


def _step_row(step: Step) -> Row:
    return {
        "rule": str(step.rule),
        "supports": rounded(step.supports),
        "contradicts": rounded(step.contradicts),
        "neutral": rounded(step.neutral),
    }


def _decision_row(explanation: Explanation) -> Row | None:
    verified = explanation.verified
    if verified is None:
        return None
    decision = verified.decision

    def rank(judged: Judged | None) -> int | None:
        return None if judged is None else explanation.rank_of(judged)

    supporting, opposing = decision.supporting, decision.opposing
    return {
        "support": {
            "rank": rank(supporting),
            "found": rounded(supporting.judgement.supports if supporting else 0.0),
            "counted": rounded(decision.support),
        },
        "contradiction": {
            "rank": rank(opposing),
            "found": rounded(opposing.judgement.contradicts if opposing else 0.0),
            "counted": rounded(decision.contradiction),
        },
        "nearer": rank(decision.nearer),
        "deciding": [rank(one) for one in decision.deciding],
        "decides_from": DECIDES,
        "conflicts_from": CONFLICTS,
        "compared": len(verified.judged) + verified.copies,
        "counted": verified.weighed,
        "copies": verified.copies,
        "left_out": [source_row(card) for card in explanation.left_out],
    }
