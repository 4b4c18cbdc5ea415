SELECT a.id, a.name AS athlete, r.event_id AS event
FROM athletes a
JOIN results r ON r.athlete_id = a.id
ORDER BY a.id, event;
