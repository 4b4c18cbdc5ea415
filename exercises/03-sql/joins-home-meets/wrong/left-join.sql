-- feedback: extra-rows
SELECT c.name AS club, m.name AS meet
FROM clubs c
LEFT JOIN meets m ON m.city = c.city;
