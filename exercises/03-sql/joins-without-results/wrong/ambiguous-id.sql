-- feedback: sql
SELECT id, name
FROM athletes
LEFT JOIN results ON athlete_id = athletes.id
WHERE results.id IS NULL;
