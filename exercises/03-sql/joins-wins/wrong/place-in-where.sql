-- feedback: winners-only
SELECT athletes.name AS athlete, events.name AS event
FROM athletes
LEFT JOIN results ON results.athlete_id = athletes.id
LEFT JOIN events ON events.id = results.event_id
WHERE place = 1
ORDER BY athletes.name, events.name;
