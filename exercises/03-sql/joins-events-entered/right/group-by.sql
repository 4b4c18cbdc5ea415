SELECT a.id, a.name AS athlete, e.name AS event
FROM results r
JOIN events e ON e.id = r.event_id
JOIN athletes a ON a.id = r.athlete_id
GROUP BY a.id, a.name, e.name
ORDER BY a.id, e.name;
