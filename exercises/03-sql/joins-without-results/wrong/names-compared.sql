-- feedback: compared-names
SELECT id, name
FROM athletes
WHERE name NOT IN (SELECT a.name FROM results r JOIN athletes a ON a.id = r.athlete_id);
