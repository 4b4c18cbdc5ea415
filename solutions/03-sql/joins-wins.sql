SELECT a.name AS athlete, e.name AS event
FROM athletes a
LEFT JOIN results r ON r.athlete_id = a.id AND r.place = 1
LEFT JOIN events e ON e.id = r.event_id
ORDER BY a.name, e.name;
