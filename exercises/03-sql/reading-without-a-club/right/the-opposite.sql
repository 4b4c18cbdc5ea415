SELECT name, email FROM athletes WHERE NOT (club_id IS NOT NULL OR email IS NULL);
