-- feedback: distinct
SELECT DISTINCT a.name AS athlete, e.name AS event, r.mark
FROM results r
JOIN athletes a ON a.id = r.athlete_id
JOIN events e ON e.id = r.event_id
WHERE e.unit = 'm'
ORDER BY event, athlete, mark;
