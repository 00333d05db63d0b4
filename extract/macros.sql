-- What people ask, as macros of the published file. A line that begins with «--- name:» is the macro's comment.

--- meetings_between: Meetings in which both actors took part, themselves or by one of their bodies: meetings_between('UA', 'NATO').
CREATE OR REPLACE MACRO meetings_between(a, b) AS TABLE
SELECT m.meeting_id, m.start_date, m.status, m.kind, m.city, m.name_ar, m.n_sources
FROM meetings AS m
WHERE m.meeting_id IN (SELECT p.meeting_id FROM participants AS p WHERE p.actor_id = a OR starts_with(p.actor_id, a || '-'))
  AND m.meeting_id IN (SELECT p.meeting_id FROM participants AS p WHERE p.actor_id = b OR starts_with(p.actor_id, b || '-'))
ORDER BY m.start_date DESC NULLS LAST, m.meeting_id;

--- met_with: Who met a person, by Arabic or English name or person_id: met_with('ينس ستولتنبرغ').
CREATE OR REPLACE MACRO met_with(person) AS TABLE
SELECT m.meeting_id, m.start_date, m.status, m.city, other.person_name_ar, other.person_name_en, other.actor_id
FROM participants AS p
JOIN meetings AS m USING (meeting_id)
JOIN participants AS other ON other.meeting_id = m.meeting_id AND other.person_id IS DISTINCT FROM p.person_id
WHERE p.person_id IN (
    SELECT q.person_id FROM people AS q WHERE q.person_id = person OR fold_ar(q.name_ar) = fold_ar(person) OR lower(q.name_en) = lower(person)
    UNION
    SELECT s.entity_id FROM aliases AS s WHERE s.entity = 'person' AND fold_ar(s.alias_ar) = fold_ar(person)
)
ORDER BY m.start_date DESC NULLS LAST, m.meeting_id, other.actor_id, other.person_name_ar;

--- pledges_to: What was pledged to an actor since a day, all time where it is null: pledges_to('UA', DATE '2024-01-01').
CREATE OR REPLACE MACRO pledges_to(actor, since) AS TABLE
SELECT p.pledge_id, p.announced_date, p.status, p.kind, p.amount, p.currency, p.amount_usd, p.quantity, p.unit, p.item_ar,
       (SELECT string_agg(coalesce(g.actor_id, g.actor_name_ar), ', ' ORDER BY coalesce(g.actor_id, g.actor_name_ar)) FROM pledge_parties AS g WHERE g.pledge_id = p.pledge_id AND g.role = 'pledger') AS pledgers
FROM pledges AS p
WHERE EXISTS (SELECT 1 FROM pledge_parties AS r WHERE r.pledge_id = p.pledge_id AND r.role IN ('recipient', 'beneficiary') AND r.actor_id = actor)
  AND (since IS NULL OR p.announced_date >= since OR p.announced_date IS NULL)
ORDER BY p.amount_usd DESC NULLS LAST, p.pledge_id;

--- evidence: The sentences that show a meeting or a pledge, also by an id that was merged: evidence('meeting', id).
CREATE OR REPLACE MACRO evidence(what, id) AS TABLE
SELECT a.article_id, a.source_id, a.title, a.published_at, r.quote, r.rule, r.confidence, a.url
FROM (
    SELECT article_id, quote, rule, confidence FROM meeting_reports WHERE what = 'meeting' AND meeting_id = current_id(id)
    UNION ALL
    SELECT article_id, quote, rule, confidence FROM pledge_reports WHERE what = 'pledge' AND pledge_id = current_id(id)
) AS r
JOIN articles AS a USING (article_id)
ORDER BY a.published_at, a.article_id;

--- search_articles: Articles that have every word of a query in any form, the fullest first: search_articles('اجتماعات الوزراء').
CREATE OR REPLACE MACRO search_articles(query) AS TABLE
WITH asked AS (SELECT DISTINCT unnest(regexp_extract_all(fold_ar(query), '[\x{0621}-\x{064A}]+')) AS word),
wanted AS (SELECT DISTINCT lemma FROM (SELECT coalesce(w.lemma, s.lemma, light_stem(a.word)) AS lemma FROM asked AS a LEFT JOIN word_lemmas AS w USING (word) LEFT JOIN word_lemmas AS s ON s.word = light_stem(a.word)) WHERE lemma <> ''),
found AS (SELECT l.article_id, sum(l.n) AS n_hits, count(*) AS n_lemmas FROM article_lemmas AS l WHERE l.lemma IN (SELECT lemma FROM wanted) GROUP BY l.article_id)
SELECT a.article_id, a.published_at, a.source_id, a.title, f.n_hits::INTEGER AS n_hits, round(f.n_hits / greatest(a.n_words, 50), 4) AS score, a.url
FROM found AS f
JOIN articles AS a USING (article_id)
WHERE f.n_lemmas = (SELECT count(*) FROM wanted)
ORDER BY score DESC, a.article_id;
