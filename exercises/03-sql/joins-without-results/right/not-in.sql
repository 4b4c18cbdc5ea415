SELECT id, name FROM athletes WHERE id NOT IN (SELECT athlete_id FROM results);
