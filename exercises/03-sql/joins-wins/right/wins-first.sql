SELECT athletes.name AS athlete, wins.event
FROM (
  SELECT results.athlete_id, events.name AS event
  FROM results
  JOIN events ON events.id = results.event_id
  WHERE results.place = 1
) AS wins
RIGHT JOIN athletes ON athletes.id = wins.athlete_id
ORDER BY 1, 2;
