SELECT a.name AS athlete, e.name AS event, r.mark
FROM athletes a, results r, events e
WHERE r.athlete_id = a.id AND r.event_id = e.id AND e.unit = 'm'
ORDER BY 2, 1, 3;
