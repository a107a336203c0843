"""The review queue: which claims are in it, in which order, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from factcheck.model import ClaimKind, Language, Provenance, Summary, Verdict
from factcheck.queue import Order, QueueRow, Wanted
from factcheck.store import rows
from factcheck.store.connection import LISTED, plain_errors
from factcheck.store.results import CHECKABLE, STANDING
from factcheck.store.rows import Row
from factcheck.store.standings import Standings

_FROM = """FROM claims c
    LEFT JOIN suggestions s ON s.claim_id = c.id
    LEFT JOIN verdicts v ON v.claim_id = c.id"""
_BY_ME = "LEFT JOIN standings m ON m.claim_id = c.id AND m.reviewer = :me"
_REVISION_DIGITS = 32
"""What stands before the @ of a revision that was limited to a day."""
_STALE = f"""(s.claim_id IS NOT NULL AND (substr(s.corpus_revision, 1, {_REVISION_DIGITS}) IS NOT :revision
    OR (:encoder IS NOT NULL AND (s.encoder, s.judge, s.settings, s.version)
        <> (:encoder, :judge, :settings, :version))))"""
_CONFLICTING = "(coalesce(s.reason, '') = 'conflicting' OR coalesce(v.disputed, 0))"
_MINE = "(m.verdict IS NOT NULL OR coalesce(m.dismissed, 0))"
_DONE = "coalesce(v.decided, 0)"
_DONE_WITH = f"(coalesce(v.adjudicator, '') <> '' OR coalesce(v.opinions, 0) >= :opinions OR {_MINE})"
"""Where several opinions are wanted: settled, given by enough, or by the one who asks."""
_IN_ARTICLE = "a.number IS NULL, a.number, c.start, c.position, c.rowid"
_ORDERS = {
    Order.PRIORITY: "{done}, c.check_worthiness * (1 - 0.5 * coalesce(s.confidence, 0)) DESC,"
    f" {_IN_ARTICLE}",
    Order.CONFIDENCE: f"{{done}}, coalesce(s.confidence, 0) DESC, {_IN_ARTICLE}",
    Order.ARTICLE: _IN_ARTICLE,
}
"""Priority: a sure suggestion counts half a claim of the same check-worthiness whose suggestion is open."""
_PAUSE = timedelta(minutes=5)
"""A longer gap between two decisions is a pause, not pace."""
_PACED = 30


class Queue(Standings):
    """Questions that the review queue asks of claims, suggestions and what stands."""

    def queue_ids(
        self,
        wanted: Wanted,
        order: Order,
        *,
        reviewer: str,
        made_by: Provenance | None = None,
        opinions: int = 1,
    ) -> list[str]:
        """Ids of the claims that `wanted` describes, in `order`.

        `made_by` is what would make a suggestion now; None: only a change of the corpus makes one stale.
        A claim is done with once `opinions` reviewers have decided it, or the one who asks.
        """
        done = _DONE if opinions == 1 else _DONE_WITH
        where, values = _conditions(wanted, done)
        by_me = wanted.mine or wanted.assigned or opinions > 1
        sql = f"""SELECT c.id {_FROM}
            LEFT JOIN articles a ON a.document_id = c.document_id
            {_BY_ME if by_me else ""}
            WHERE {" AND ".join(where)} ORDER BY {_ORDERS[order].format(done=done)}"""
        values |= {"opinions": opinions}
        with plain_errors(self.path):
            # Row by row: a list of 100,000 rows would hold more memory than all the rest of a sitting.
            return [
                row[0]
                for row in self._connection.execute(sql, values | {"me": reviewer} | self._now(made_by))
            ]

    def queue_rows(
        self, claim_ids: Sequence[str], *, reviewer: str, made_by: Provenance | None = None
    ) -> list[QueueRow]:
        """The lines of these claims, in their order; claims that are gone meanwhile are left out."""
        found = self._rows(
            f"""SELECT c.id, c.text, c.kind, c.language, c.document_id, d.title, c.check_worthiness,
                s.verdict AS suggested, s.confidence, v.verdict, m.verdict AS mine, v.disputed, v.dismissed,
                v.flagged, v.noted, {_STALE} AS stale, {_CONFLICTING} AS conflicting, v.opinions,
                v.adjudicator, {_MINE} AS by_me, m.assigned
            {_FROM} LEFT JOIN documents d ON d.id = c.document_id
            {_BY_ME}
            WHERE c.id IN (SELECT value FROM json_each(:ids))""",
            {"ids": rows.as_json(list(claim_ids)), "me": reviewer} | self._now(made_by),
        )
        by_id = {row["id"]: _queue_row(row) for row in found}
        return [by_id[claim_id] for claim_id in claim_ids if claim_id in by_id]

    def summaries(self, document_ids: Sequence[str]) -> dict[str, Summary]:
        """What was suggested in each of these articles, and how much of it is reviewed; by id, each there."""
        found = self._rows(
            f"""SELECT c.document_id, s.verdict, count(*), sum({_DONE} OR coalesce(v.hidden, 0)) {_FROM}
            WHERE c.current AND {STANDING} AND s.verdict IS NOT NULL
            AND c.kind IN (SELECT value FROM json_each(:kinds))
            AND c.document_id IN (SELECT value FROM json_each(:ids))
            GROUP BY c.document_id, s.verdict""",
            {"ids": rows.as_json(list(document_ids)), "kinds": CHECKABLE},
        )
        verdicts: dict[str, dict[Verdict, int]] = {one: {} for one in document_ids}
        reviewed = dict.fromkeys(document_ids, 0)
        for document, verdict, count, done in found:
            verdicts[document][Verdict(verdict)] = count
            reviewed[document] += done
        return {one: Summary(verdicts[one], reviewed[one]) for one in document_ids}

    def undecided_among(self, claim_ids: Sequence[str], *, reviewer: str = "", opinions: int = 1) -> set[str]:
        """Those of `claim_ids` that nobody has decided; with more `opinions` than one, those that still
        want one of `reviewer`."""
        found = self._rows(
            f"""SELECT v.claim_id FROM verdicts v LEFT JOIN standings m
                ON m.claim_id = v.claim_id AND m.reviewer = :me
            WHERE ({_DONE if opinions == 1 else _DONE_WITH} OR v.hidden)
            AND v.claim_id IN (SELECT value FROM json_each(:ids))""",
            {"ids": rows.as_json(list(claim_ids)), "me": reviewer, "opinions": opinions},
        )
        return set(claim_ids).difference(row[0] for row in found)

    def disputed_among(self, claim_ids: Sequence[str]) -> set[str]:
        """Those of `claim_ids` on which reviewers disagree."""
        found = self._rows(
            f"SELECT claim_id FROM verdicts WHERE disputed AND claim_id {LISTED}",
            (rows.as_json(list(claim_ids)),),
        )
        return {row[0] for row in found}

    def queue_counts(self, claim_ids: Sequence[str] | None = None, *, opinions: int = 1) -> tuple[int, int]:
        """Claims of the unfiltered queue that are done, and all of them; or so of those in `claim_ids`.

        Done: adjudicated, or decided by `opinions` reviewers.
        """
        which = f"c.current AND c.kind {LISTED}"
        values = [CHECKABLE]
        if claim_ids is not None:
            which += f" AND c.id {LISTED}"
            values.append(rows.as_json(list(claim_ids)))
        every = int(self._value(f"SELECT count(*) FROM claims c WHERE {which}", values))
        row = self._row(
            f"""SELECT count(*) FILTER (WHERE v.hidden OR (v.dismissed AND v.opinions >= ?)
                    OR (v.dismissed AND v.adjudicator IS NOT NULL)) AS gone,
                count(*) FILTER (WHERE (v.adjudicator IS NOT NULL OR v.opinions >= ?)
                    AND NOT v.dismissed AND NOT v.hidden) AS done
            FROM verdicts v JOIN claims c ON c.id = v.claim_id WHERE {which}""",
            [opinions, opinions, *values],
        )
        return (0, every) if row is None else (int(row["done"]), every - int(row["gone"]))

    def pace(self, reviewer: str) -> tuple[int, int]:
        """Decisions of `reviewer` since midnight UTC, and how many an hour the latest of them make."""
        midnight = datetime.now(UTC).strftime("%Y-%m-%d")
        today = self._value(
            """SELECT count(DISTINCT act) FROM reviews
            WHERE reviewer = ? AND event IN ('decided', 'dismissed', 'adjudicated') AND at >= ?""",
            (reviewer, midnight),
        )
        found = self._rows(
            """SELECT at FROM reviews
            WHERE reviewer = ? AND event IN ('decided', 'dismissed', 'adjudicated') AND at >= ?
            ORDER BY at DESC, id DESC LIMIT ?""",
            (reviewer, midnight, _PACED),
        )
        moments = [datetime.fromisoformat(row["at"]) for row in found]
        gaps = [later - earlier for later, earlier in pairwise(moments)]
        worked = [gap for gap in gaps if gap <= _PAUSE]
        spent = sum(worked, timedelta()).total_seconds()
        return int(today), round(len(worked) * 3600 / spent) if len(worked) >= 2 and spent > 0 else 0

    def others_changed(self) -> int:
        """A number that changes when another connection has committed anything."""
        return int(self._value("PRAGMA data_version"))

    def state(self) -> tuple[int, int]:
        """Two numbers of which one differs after any write, of this connection or of another."""
        return self.others_changed(), self._connection.total_changes

    def texts(self, except_for: str) -> list[tuple[str, str]]:
        """Id and wording of every claim in the queue but one."""
        found = self._rows(
            f"""SELECT c.id, c.text FROM claims c LEFT JOIN verdicts v ON v.claim_id = c.id
            WHERE c.current AND c.id <> ? AND c.kind {LISTED} AND NOT coalesce(v.hidden, 0)""",
            (except_for, CHECKABLE),
        )
        return [(row["id"], row["text"]) for row in found]

    def documents_with(self, spellings: Sequence[str], limit: int) -> list[tuple[str, bool, int]]:
        """Documents with one of `spellings`: id, whether a source, where in the text (-1: only in the title).

        Articles and sources in force; case of ASCII letters does not matter.
        """
        kept: list[tuple[str, bool, int]] = []
        for spelling in spellings:
            found = self._rows(
                """SELECT d.id, q.document_id IS NOT NULL AS source,
                    instr(lower(d.text), lower(:words)) - 1 AS at
                FROM documents d LEFT JOIN articles a ON a.document_id = d.id
                LEFT JOIN sources q ON q.document_id = d.id AND q.removed_at IS NULL
                WHERE (a.number IS NOT NULL OR q.number IS NOT NULL)
                AND (instr(lower(d.text), lower(:words))
                    OR instr(lower(coalesce(d.title, '')), lower(:words)))
                ORDER BY a.number IS NULL, a.number, q.number LIMIT :limit""",
                {"words": spelling, "limit": limit},
            )
            known = {one[0] for one in kept}
            kept += [(row["id"], bool(row["source"]), row["at"]) for row in found if row["id"] not in known]
        return kept[:limit]

    def _now(self, made_by: Provenance | None) -> dict[str, object]:
        return {
            "revision": self.corpus_revision(),
            "encoder": made_by and made_by.encoder,
            "judge": made_by and made_by.judge,
            "settings": made_by and made_by.settings,
            "version": made_by and made_by.version,
        }


def _conditions(wanted: Wanted, done: str) -> tuple[list[str], dict[str, object]]:
    """What the WHERE clause asks, and the values that it names; `done` says whether a claim is done with."""
    values: dict[str, object] = {"kinds": CHECKABLE}
    # One reviewer's word that it is no claim leaves it to the next where several are wanted.
    gone = f"(coalesce(v.dismissed, 0) AND {done})"
    where = ["c.current", "NOT coalesce(v.hidden, 0)", gone if wanted.dismissed else f"NOT {gone}"]
    columns: dict[str, object] = {
        "c.document_id": wanted.article,
        "v.verdict": wanted.verdict,
        "s.verdict": wanted.suggested,
        "c.kind": wanted.kind,
        "c.language": wanted.language,
    }
    for number, (column, value) in enumerate(columns.items()):
        if value is not None:
            where.append(f"{column} = :v{number}")
            values[f"v{number}"] = str(value)
    if wanted.kind is None:
        where.append("c.kind IN (SELECT value FROM json_each(:kinds))")
    if wanted.confidence is not None:
        where.append("s.confidence BETWEEN :least AND :most")
        values |= {"least": wanted.confidence[0], "most": wanted.confidence[1]}
    flags = {
        f"NOT {done}": wanted.undecided,
        "v.flagged": wanted.flagged,
        _CONFLICTING: wanted.conflicting,
        "v.disputed": wanted.disputed,
        "m.assigned": wanted.assigned,
        _STALE: wanted.stale,
        _MINE: wanted.mine,
    }
    where += [condition for condition, on in flags.items() if on]
    if wanted.text:
        from factcheck.language.spellings import spellings

        asked = []
        for number, spelling in enumerate(spellings(wanted.text)):
            asked.append(f"instr(lower(c.text), :t{number}) OR instr(lower(c.quote), :t{number})")
            values[f"t{number}"] = spelling.lower()
        where.append(f"({' OR '.join(asked)})")
    return where, values


def _queue_row(row: Row) -> QueueRow:
    return QueueRow(
        claim_id=row["id"],
        text=row["text"],
        kind=ClaimKind(row["kind"]),
        language=Language(row["language"]),
        article_id=row["document_id"],
        article_title=row["title"],
        check_worthiness=row["check_worthiness"],
        suggested=Verdict(row["suggested"]) if row["suggested"] else None,
        confidence=row["confidence"],
        verdict=Verdict(row["verdict"]) if row["verdict"] else None,
        mine=Verdict(row["mine"]) if row["mine"] else None,
        disputed=bool(row["disputed"]),
        dismissed=bool(row["dismissed"]),
        flagged=bool(row["flagged"]),
        noted=bool(row["noted"]),
        stale=bool(row["stale"]),
        conflicting=bool(row["conflicting"]),
        opinions=int(row["opinions"] or 0),
        adjudicated=row["adjudicator"] is not None,
        by_me=bool(row["by_me"]),
        assigned=bool(row["assigned"]),
    )
