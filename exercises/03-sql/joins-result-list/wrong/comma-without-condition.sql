-- feedback: forgotten-condition
SELECT a.name AS athlete, e.name AS event, r.mark
FROM results r, athletes a, events e
WHERE e.id = r.event_id AND e.unit = 'm'
ORDER BY e.name, a.name, r.mark;
