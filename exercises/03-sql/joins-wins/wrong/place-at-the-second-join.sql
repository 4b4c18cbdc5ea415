-- feedback: at-the-wrong-join
SELECT a.name AS athlete, e.name AS event
FROM athletes a
LEFT JOIN results r ON r.athlete_id = a.id
LEFT JOIN events e ON e.id = r.event_id AND r.place = 1
ORDER BY athlete, event;
