CREATE OR REPLACE MACRO meetings_between(a, b) AS TABLE
SELECT m.meeting_id, m.start_date, m.status, m.kind, m.city, m.name_ar, m.n_sources
FROM meetings AS m
WHERE EXISTS (SELECT 1 FROM participants AS p WHERE p.meeting_id = m.meeting_id AND (p.actor_id = a OR p.actor_id LIKE a || '-%'))
  AND EXISTS (SELECT 1 FROM participants AS p WHERE p.meeting_id = m.meeting_id AND (p.actor_id = b OR p.actor_id LIKE b || '-%'))
ORDER BY m.start_date DESC NULLS LAST;

CREATE OR REPLACE MACRO met_with(person) AS TABLE
SELECT m.meeting_id, m.start_date, m.status, m.city, other.person_name_ar, other.person_name_en, other.actor_id
FROM participants AS p
JOIN meetings AS m USING (meeting_id)
JOIN participants AS other ON other.meeting_id = m.meeting_id AND other.person_id IS DISTINCT FROM p.person_id
WHERE p.person_name_ar = person OR p.person_name_en = person OR p.person_id = person
ORDER BY m.start_date DESC NULLS LAST;

CREATE OR REPLACE MACRO pledges_to(actor, since) AS TABLE
SELECT p.pledge_id, p.announced_date, p.status, p.kind, p.amount, p.currency, p.amount_usd, p.quantity, p.unit, p.item_ar,
       (SELECT string_agg(coalesce(g.actor_id, g.actor_name_ar), ', ') FROM pledge_parties AS g WHERE g.pledge_id = p.pledge_id AND g.role = 'pledger') AS pledgers
FROM pledges AS p
WHERE EXISTS (SELECT 1 FROM pledge_parties AS r WHERE r.pledge_id = p.pledge_id AND r.role IN ('recipient', 'beneficiary') AND r.actor_id = actor)
  AND (since IS NULL OR p.announced_date >= since OR p.announced_date IS NULL)
ORDER BY p.amount_usd DESC NULLS LAST;

CREATE OR REPLACE MACRO evidence(what, id) AS TABLE
SELECT a.article_id, a.source_id, a.title, a.published_at, r.quote, r.rule, r.confidence, a.url
FROM (
    SELECT article_id, quote, rule, confidence FROM meeting_reports WHERE what = 'meeting' AND meeting_id = id
    UNION ALL
    SELECT article_id, quote, rule, confidence FROM pledge_reports WHERE what = 'pledge' AND pledge_id = id
) AS r
JOIN articles AS a USING (article_id)
ORDER BY a.published_at;
