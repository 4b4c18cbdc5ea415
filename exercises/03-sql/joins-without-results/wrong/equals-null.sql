-- feedback: inner-join
SELECT a.id, a.name
FROM athletes a
LEFT JOIN results r ON r.athlete_id = a.id
WHERE r.id = NULL;
