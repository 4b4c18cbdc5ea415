SELECT a.id, a.name AS athlete, e.name AS event
FROM athletes a
CROSS JOIN events e
WHERE EXISTS (SELECT FROM results r WHERE r.athlete_id = a.id AND r.event_id = e.id)
ORDER BY a.id, event;
