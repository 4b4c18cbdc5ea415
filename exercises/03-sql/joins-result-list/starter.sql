SELECT r.athlete_id, r.event_id, r.mark
FROM results r
ORDER BY r.event_id;
