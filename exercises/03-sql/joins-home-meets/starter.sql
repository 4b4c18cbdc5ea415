SELECT c.name AS club, m.name AS meet
FROM clubs c
CROSS JOIN meets m;
