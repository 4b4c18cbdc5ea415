-- feedback: sql
SELECT c.name AS club, m.name AS meet
FROM clubs c
JOIN meets m ON city = city;
