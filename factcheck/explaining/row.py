"""An explanation as a plain dictionary: the object that `explain --json` prints, keys stable."""

from __future__ import annotations

from factcheck.comparing.slots import Slot, Words
from factcheck.explaining.account import Explanation
from factcheck.explaining.passage_row import passage_row, words_row
from factcheck.exporters.rows import Row, finding_row, rounded, source_row, suggestion_row
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
        "passages": [passage_row(one, explanation.finding.claim.text) for one in explanation.passages],
        "decision": _decision_row(explanation),
        "provenance": provenance,
    }


def _slot_row(slot: Slot, words: Words) -> Row:
    return {"slot": str(slot), **words_row(words)}


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
        "takes": [
            {
                "cause": str(take.cause),
                "rank": rank(take.by),
                "support": rounded(take.support),
                "contradiction": rounded(take.contradiction),
            }
            for take in decision.takes
        ],
        "deciding": [rank(one) for one in decision.deciding],
        "decides_from": DECIDES,
        "conflicts_from": CONFLICTS,
        "compared": verified.compared,
        "counted": verified.weighed,
        "copies": verified.copies,
        "far": verified.far,
        "left_out": [source_row(card) for card in explanation.left_out],
    }
