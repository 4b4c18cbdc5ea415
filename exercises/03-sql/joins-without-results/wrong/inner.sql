-- feedback: inner-join
SELECT a.id, a.name
FROM athletes a
JOIN results r ON r.athlete_id = a.id
WHERE r.id IS NULL;
