SELECT id, name
FROM athletes
WHERE NOT EXISTS (SELECT FROM results WHERE results.athlete_id = athletes.id);
