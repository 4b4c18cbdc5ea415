-- feedback: id-equals-id
SELECT c.name AS club, m.name AS meet
FROM clubs c
JOIN meets m ON m.id = c.id;
