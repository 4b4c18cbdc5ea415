SELECT athletes.id, athletes.name
FROM results
RIGHT JOIN athletes ON results.athlete_id = athletes.id
WHERE results.athlete_id IS NULL
ORDER BY athletes.name;
