"""What the machine found: articles, claims, suggestions with their evidence, and the record of each check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.errors import UsageError
from factcheck.model import Card, Claim, ClaimKind, Evidence, Finding, Match, Passage, Provenance
from factcheck.store import rows
from factcheck.store.connection import LISTED, now
from factcheck.store.documents import CARD_COLUMNS
from factcheck.store.glosses import Glosses
from factcheck.store.moments import moment

CHECKABLE = rows.as_json([kind.value for kind in ClaimKind if kind.is_checkable])
_CLAIM = (
    "c.id, c.document_id, c.text, c.quote, c.start, c.end, c.language, c.kind, c.attribution, "
    "c.check_worthiness, c.context"
)

STANDING = "c.id NOT IN (SELECT claim_id FROM verdicts WHERE dismissed OR hidden)"


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be checked."""

    path: str
    error: str
    at: str


class Results(Glosses):
    """The articles, claims, suggestions, evidence, matches and checks tables."""

    def add_article(self, document_id: str, path: str | None = None) -> None:
        """Make a stored document an article; WorkspaceError when it is absent."""
        with self.writing():
            if not self.has_document(document_id):
                raise self._absent(document_id)
            self._write(
                """INSERT INTO articles (document_id, path, added_at) VALUES (?, ?, ?)
                ON CONFLICT (document_id) DO UPDATE SET path = coalesce(excluded.path, path)""",
                (document_id, path, now()),
            )

    def articles(self) -> list[Card]:
        """Cards of the articles in the order in which they were first checked."""
        found = self._rows(
            f"""SELECT {CARD_COLUMNS} FROM articles a JOIN documents d ON d.id = a.document_id
            ORDER BY a.number"""
        )
        return [rows.card(row) for row in found]

    # -- storing a check ----------------------------------------------------------------------

    def save_check(
        self,
        document_id: str | None,
        claims: Sequence[Claim],
        findings: Sequence[Finding],
        *,
        corpus_revision: str,
        provenance: Provenance,
    ) -> None:
        """Replace an article's machine results in one transaction and record the check.

        Claims that somebody reviewed stay even when the new extraction no longer has them. With None
        (typed claims) only the claims given are replaced and no check is recorded. Raises
        WorkspaceError when the article is absent, ValueError for a finding whose claim is not given.
        """
        stray = {finding.claim.id for finding in findings}.difference(claim.id for claim in claims)
        if stray:
            raise ValueError(f"finding for a claim that was not given: {sorted(stray)[0]}")
        with self.writing():
            if document_id is not None:
                self.add_article(document_id)
            at = moment(self._latest_finding(claims))
            self._clear_results(document_id, claims)
            self._write_claims(claims)
            for position, finding in enumerate(findings):
                self._write_finding(position, finding, corpus_revision, at)
            if document_id is not None:
                self._record_check(document_id, corpus_revision, provenance)

    def save_finding(self, finding: Finding, *, corpus_revision: str) -> None:
        """Replace the machine's result for one stored claim and leave the article's other claims alone."""
        claim_id = finding.claim.id
        with self.writing():
            at = moment(self._latest_finding([finding.claim]))
            position = self._value(
                """SELECT coalesce(s.position, c.position) FROM claims c
                LEFT JOIN suggestions s ON s.claim_id = c.id WHERE c.id = ?""",
                (claim_id,),
            )
            for table in ("matches", "evidence", "suggestions"):
                self._write(f"DELETE FROM {table} WHERE claim_id = ?", (claim_id,))
            self._write_finding(int(position), finding, corpus_revision, at)

    def _latest_finding(self, claims: Sequence[Claim]) -> str:
        """When the latest of what is stored for these claims was found; "" without any."""
        ids = rows.as_json([claim.id for claim in claims])
        return str(self._value(f"SELECT max(at) FROM suggestions WHERE claim_id {LISTED}", (ids,)) or "")

    def _clear_results(self, document_id: str | None, claims: Sequence[Claim]) -> None:
        scope, key = "document_id = ?", document_id
        if document_id is None:
            scope = f"document_id IS NULL AND id {LISTED}"
            key = rows.as_json([claim.id for claim in claims])
        for table in ("matches", "evidence", "suggestions"):
            claims_meant = f"SELECT id FROM claims WHERE {scope}"
            self._write(f"DELETE FROM {table} WHERE claim_id IN ({claims_meant})", (key,))
        reviewed = "SELECT claim_id FROM reviews UNION SELECT new_id FROM moves"
        self._write(f"DELETE FROM claims WHERE {scope} AND id NOT IN ({reviewed})", (key,))
        self._write(f"UPDATE claims SET current = 0 WHERE {scope}", (key,))

    def _write_claims(self, claims: Sequence[Claim]) -> None:
        self._write_many(
            """INSERT INTO claims
                (id, document_id, position, text, quote, start, end, language, kind, attribution,
                check_worthiness, context)
            VALUES (:id, :document_id, :position, :text, :quote, :start, :end, :language, :kind, :attribution,
                :check_worthiness, :context)
            ON CONFLICT (id) DO UPDATE SET current = 1, position = excluded.position, text = excluded.text,
                quote = excluded.quote, language = excluded.language, kind = excluded.kind,
                attribution = excluded.attribution, check_worthiness = excluded.check_worthiness,
                context = excluded.context""",
            [rows.claim_row(claim, position) for position, claim in enumerate(claims)],
        )

    def _write_finding(self, position: int, finding: Finding, corpus_revision: str, at: str) -> None:
        claim_id = finding.claim.id
        self._write(
            """INSERT INTO suggestions VALUES (:claim_id, :position, :verdict, :confidence, :reason,
                :rationale, :encoder, :judge, :settings, :version, :corpus_revision, :at)""",
            rows.suggestion_row(claim_id, position, finding.suggestion, finding.provenance)
            | {"corpus_revision": corpus_revision, "at": at},
        )
        self._keep_passages([evidence.hit.passage for evidence in finding.evidence])
        self._write_many(
            """INSERT INTO evidence SELECT :claim_id, :rank, number, :score, :sentence_start, :sentence_end,
                :stance, :stance_score, :differences FROM passages WHERE id = :passage_id""",
            [rows.evidence_row(claim_id, rank, evidence) for rank, evidence in enumerate(finding.evidence)],
        )
        self._write_many(
            """INSERT INTO matches VALUES
                (:claim_id, :rank, :text, :verdict, :publisher, :url, :published, :score,
                :level, :ruling, :own_claim)""",
            [rows.match_row(claim_id, rank, match) for rank, match in enumerate(finding.matches)],
        )

    def _keep_passages(self, passages: Sequence[Passage]) -> None:
        """Store again those whose source was removed by another process after they had been retrieved."""
        self._write_many(
            """INSERT OR IGNORE INTO passages (id, document_id, start, end, context, language, digest, active)
            VALUES (:id, :document_id, :start, :end, :context, :language, :digest, 0)""",
            [rows.passage_row(passage) for passage in passages],
        )

    def _record_check(self, document_id: str, corpus_revision: str, provenance: Provenance) -> None:
        key = (
            document_id,
            corpus_revision,
            provenance.settings,
            provenance.encoder,
            provenance.judge,
            provenance.version,
        )
        self._write(
            """DELETE FROM checks WHERE (document_id, corpus_revision, settings, encoder, judge, version)
            = (?, ?, ?, ?, ?, ?)""",
            key,
        )
        self._write(
            """INSERT INTO checks
                (document_id, corpus_revision, settings, encoder, judge, version, at, outcome, path)
            SELECT ?, ?, ?, ?, ?, ?, ?, 'checked', path FROM documents WHERE id = ?""",
            (*key, now(), document_id),
        )
        self._write(
            """DELETE FROM checks WHERE outcome = 'failed'
            AND path = (SELECT path FROM documents WHERE id = ?)""",
            (document_id,),
        )

    def record_failure(self, path: str, message: str) -> None:
        """Remember that the file at `path` could not be checked; a later success at that path clears it."""
        with self.writing():
            self._write("DELETE FROM checks WHERE outcome = 'failed' AND path = ?", (path,))
            self._write(
                "INSERT INTO checks (path, at, outcome, error) VALUES (?, ?, 'failed', ?)",
                (path, now(), message),
            )

    def failures(self) -> list[Failure]:
        """The files that could not be checked, oldest first."""
        found = self._rows("SELECT path, error, at FROM checks WHERE outcome = 'failed' ORDER BY number")
        return [Failure(row["path"], row["error"], row["at"]) for row in found]

    def checked(
        self, document_id: str, corpus_revision: str, settings: str, encoder: str, judge: str, version: str
    ) -> bool:
        """Whether the results stored for the article are of exactly this corpus and machinery.

        Only the latest check counts, because it is the one whose results are stored.
        """
        row = self._row(
            """SELECT corpus_revision, settings, encoder, judge, version FROM checks
            WHERE document_id = ? AND outcome = 'checked' ORDER BY number DESC LIMIT 1""",
            (document_id,),
        )
        return row is not None and tuple(row) == (corpus_revision, settings, encoder, judge, version)

    # -- reading ------------------------------------------------------------------------------

    def claims(self, document_id: str | None = None, *, include_old: bool = False) -> list[Claim]:
        """Claims of every kind, of one article or (None) all, typed ones last.

        `include_old` adds reviewed claims that the latest extraction no longer has.
        """
        found = self._rows(
            f"""SELECT {_CLAIM} FROM claims c LEFT JOIN articles a ON a.document_id = c.document_id
            WHERE (:document IS NULL OR c.document_id = :document) AND (c.current OR :old)
            ORDER BY a.number IS NULL, a.number, c.position, c.rowid""",
            {"document": document_id, "old": include_old},
        )
        return [rows.claim(row) for row in found]

    def claim(self, claim_id: str) -> Claim | None:
        """One claim, whatever its kind and age."""
        row = self._row(f"SELECT {_CLAIM} FROM claims c WHERE c.id = ?", (claim_id,))
        return None if row is None else rows.claim(row)

    def stored_claim(self, claim_id: str) -> Claim:
        """One claim by its id; UsageError where it is not stored."""
        claim = self.claim(claim_id)
        if claim is None:
            raise UsageError(f"Wanted a stored claim, found none with the id '{claim_id}'.")
        return claim

    def claims_named(self, id_prefix: str, limit: int = 4) -> list[Claim]:
        """At most `limit` claims, of any kind and age, whose id begins with `id_prefix` (hex digits)."""
        # 'g' sorts after every hex digit, so the range is served by the primary key.
        found = self._rows(
            f"SELECT {_CLAIM} FROM claims c WHERE c.id >= ? AND c.id < ? ORDER BY c.id LIMIT ?",
            (id_prefix, id_prefix + "g", limit),
        )
        return [rows.claim(row) for row in found]

    def reportable_claims(self) -> list[Claim]:
        """The claims that a report counts, in the order of articles and texts, typed ones last.

        Those that are checked or that somebody decided, the latter also where a later extraction has them
        no more; not what was found to be no claim, or has others in its place.
        """
        found = self._rows(
            f"""SELECT {_CLAIM} FROM claims c LEFT JOIN articles a ON a.document_id = c.document_id
            LEFT JOIN verdicts v ON v.claim_id = c.id
            WHERE (c.current OR v.decided) AND (v.decided OR c.kind {LISTED})
            AND NOT coalesce(v.dismissed OR v.hidden, 0) AND c.id NOT IN (SELECT old_id FROM moves)
            ORDER BY a.number IS NULL, a.number, c.start, c.position, c.rowid""",
            (CHECKABLE,),
        )
        return [rows.claim(row) for row in found]

    def decided_claims(self) -> list[Claim]:
        """Every claim that anybody decided, what was found to be none and what was taken back among them."""
        found = self._rows(
            f"""SELECT {_CLAIM} FROM claims c WHERE c.id IN (SELECT claim_id FROM verdicts)
            AND c.id NOT IN (SELECT old_id FROM moves) ORDER BY c.id"""
        )
        return [rows.claim(row) for row in found]

    def unchecked_count(self, document_ids: Collection[str]) -> int:
        """How many opinions and questions these articles have."""
        return int(
            self._value(
                f"""SELECT count(*) FROM claims WHERE current AND document_id {LISTED}
                AND kind NOT {LISTED}""",
                (rows.as_json(sorted(document_ids)), CHECKABLE),
            )
        )

    def checked_days(self) -> dict[str, str]:
        """Article id -> moment of its latest check, ISO 8601."""
        found = self._rows(
            "SELECT document_id, max(at) FROM checks WHERE outcome = 'checked' GROUP BY document_id"
        )
        return {row[0]: row[1] for row in found}

    def checked_until(self, document_id: str) -> date | None:
        """The day after which sources were left out of the article's latest check; None for no such day."""
        revision = self._value(
            """SELECT corpus_revision FROM checks WHERE document_id = ? AND outcome = 'checked'
            ORDER BY number DESC LIMIT 1""",
            (document_id,),
        )
        _, _, day = str(revision or "").partition("@")
        return date.fromisoformat(day) if day else None

    def findings(self, document_id: str | None = None, *, all_kinds: bool = False) -> list[Finding]:
        """Stored findings of one article or (None) all, in the order saved, typed claims last.

        Factual claims and forecasts; `all_kinds` adds opinions and questions. Articles and sources are
        shown with what is known about them now.
        """
        with self.reading():
            return self._findings(document_id, all_kinds=all_kinds)

    def finding(self, claim_id: str) -> Finding | None:
        """The stored finding of one claim, of any kind; None where the machine has said nothing yet."""
        with self.reading():
            found = self._findings(None, all_kinds=True, claim_id=claim_id)
        return found[0] if found else None

    def checked_against(self, claim_id: str) -> str | None:
        """The corpus revision that a claim was checked with, `@` and a day behind it where one was set."""
        found: str | None = self._value(
            "SELECT corpus_revision FROM suggestions WHERE claim_id = ?", (claim_id,)
        )
        return found

    def _findings(
        self, document_id: str | None, *, all_kinds: bool, claim_id: str | None = None
    ) -> list[Finding]:
        # What a person found to be no claim, or put others in the place of, is asked for by its id only.
        # So is a claim that the latest extraction lacks: a merge keeps what the other side found for it.
        which = "c.id = :claim" if claim_id else f"c.current AND {STANDING}"
        found = self._rows(
            f"""SELECT {_CLAIM}, s.verdict, s.confidence, s.reason, s.rationale, s.encoder, s.judge,
                s.settings, s.version
            FROM claims c JOIN suggestions s ON s.claim_id = c.id
            LEFT JOIN articles a ON a.document_id = c.document_id
            WHERE {which} AND (:document IS NULL OR c.document_id = :document)
            AND (:all_kinds OR c.kind IN (SELECT value FROM json_each(:kinds)))
            ORDER BY a.number IS NULL, a.number, c.position, c.rowid""",
            {"document": document_id, "all_kinds": all_kinds, "kinds": CHECKABLE, "claim": claim_id},
        )
        claim_ids = rows.as_json([row["id"] for row in found])
        cards = self.cards({row["document_id"] for row in found} - {None})
        evidence, matches = self._evidence(claim_ids), self._matches(claim_ids)
        return [
            Finding(
                article=cards.get(row["document_id"]),
                claim=rows.claim(row),
                suggestion=rows.suggestion(row),
                matches=tuple(matches[row["id"]]),
                evidence=tuple(evidence[row["id"]]),
                provenance=rows.provenance(row),
            )
            for row in found
        ]

    def _evidence(self, claim_ids: str) -> dict[str, list[Evidence]]:
        """Evidence by claim, best first; `claim_ids` is a JSON list."""
        found = self._rows(
            f"SELECT * FROM evidence WHERE claim_id {LISTED} ORDER BY claim_id, rank",
            (claim_ids,),
        )
        passages = self.passages(sorted({row["passage"] for row in found}))
        cards = self.cards({passage.document_id for passage in passages.values()})
        by_claim: dict[str, list[Evidence]] = defaultdict(list)
        for row in found:
            passage = passages[row["passage"]]
            by_claim[row["claim_id"]].append(rows.evidence(row, passage, cards[passage.document_id]))
        return by_claim

    def _matches(self, claim_ids: str) -> dict[str, list[Match]]:
        found = self._rows(
            f"SELECT * FROM matches WHERE claim_id {LISTED} ORDER BY claim_id, rank",
            (claim_ids,),
        )
        by_claim: dict[str, list[Match]] = defaultdict(list)
        for row in found:
            by_claim[row["claim_id"]].append(rows.match(row))
        return by_claim
