-- feedback: distinct
SELECT DISTINCT c.name AS club, m.name AS meet
FROM clubs c
JOIN meets m ON m.city = c.city;
