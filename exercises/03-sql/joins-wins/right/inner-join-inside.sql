SELECT a.name AS athlete, e.name AS event
FROM athletes a
LEFT JOIN (results r JOIN events e ON e.id = r.event_id AND r.place = 1) ON r.athlete_id = a.id
ORDER BY athlete, event;
