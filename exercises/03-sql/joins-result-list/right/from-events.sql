SELECT athletes.name AS athlete, events.name AS event, mark
FROM events
JOIN results ON results.event_id = events.id AND events.unit = 'm'
JOIN athletes ON results.athlete_id = athletes.id
ORDER BY events.name, athletes.name, mark;
