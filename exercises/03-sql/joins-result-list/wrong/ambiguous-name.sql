-- feedback: sql
SELECT name AS athlete, name AS event, mark
FROM results
JOIN athletes ON athletes.id = athlete_id
JOIN events ON events.id = event_id
WHERE unit = 'm'
ORDER BY event, athlete, mark;
