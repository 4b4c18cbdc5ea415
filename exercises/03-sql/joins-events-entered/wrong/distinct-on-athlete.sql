-- feedback: one-event-each
SELECT DISTINCT ON (a.id) a.id, a.name AS athlete, e.name AS event
FROM athletes a
JOIN results r ON r.athlete_id = a.id
JOIN events e ON e.id = r.event_id
ORDER BY a.id, event;
