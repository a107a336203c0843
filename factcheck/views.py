"""The named views of claims.db, for people who read the file with other programs: see docs/database.md."""

from __future__ import annotations

VIEWS = """
CREATE VIEW reviewed_claims AS
    SELECT c.id AS claim_id, c.text AS claim, c.quote, d.title AS article, d.url AS article_url,
        d.published AS article_published, c.kind, c.language,
        CASE WHEN v.disputed THEN 'disputed' WHEN v.dismissed THEN 'not_a_claim' ELSE v.verdict END
            AS verdict,
        v.reason, v.opinions, v.adjudicator, s.verdict AS machine_suggestion, s.confidence
    FROM verdicts v JOIN claims c ON c.id = v.claim_id
    LEFT JOIN documents d ON d.id = c.document_id
    LEFT JOIN suggestions s ON s.claim_id = c.id
    WHERE v.decided AND NOT v.hidden;
CREATE VIEW open_claims AS
    SELECT c.id AS claim_id, c.text AS claim, c.quote, d.title AS article, c.kind, c.language,
        c.check_worthiness, s.verdict AS machine_suggestion, s.confidence, s.rationale
    FROM claims c LEFT JOIN verdicts v ON v.claim_id = c.id
    LEFT JOIN documents d ON d.id = c.document_id
    LEFT JOIN suggestions s ON s.claim_id = c.id
    WHERE c.current AND c.kind IN ('factual', 'forecast')
        AND NOT coalesce(v.decided OR v.hidden, 0);
CREATE VIEW acts AS
    SELECT r.at, r.reviewer, r.event, r.verdict, r.reason, r.note, c.text AS claim, r.claim_id,
        r.person, r.act, r.target
    FROM reviews r JOIN claims c ON c.id = r.claim_id ORDER BY r.at, r.id;
CREATE VIEW claim_evidence AS
    SELECT c.text AS claim, e.rank, e.stance, round(e.stance_score, 3) AS stance_score,
        substr(d.text, p.start + 1, p.end - p.start) AS passage, d.title AS source,
        d.url AS source_url,
        d.published AS source_published, e.differences, e.claim_id, p.id AS passage_id
    FROM evidence e JOIN claims c ON c.id = e.claim_id JOIN passages p ON p.number = e.passage
    JOIN documents d ON d.id = p.document_id;
CREATE VIEW sources_in_force AS
    SELECT d.id, d.title, d.author, d.published, d.url, d.language, d.tier, d.accessed, d.archived,
        q.added_at,
        (SELECT count(*) FROM passages p WHERE p.document_id = d.id AND p.active) AS passages
    FROM sources q JOIN documents d ON d.id = q.document_id WHERE q.removed_at IS NULL;
CREATE VIEW checked_articles AS
    SELECT d.id, d.title, d.author, d.published, d.url, d.language, a.path,
        (SELECT count(*) FROM claims c WHERE c.document_id = d.id AND c.current) AS claims,
        (SELECT max(k.at) FROM checks k WHERE k.document_id = d.id AND k.outcome = 'checked')
            AS checked_at
    FROM articles a JOIN documents d ON d.id = a.document_id;
"""
"""Released with a step of the schema: a change is a step of its own."""
