-- feedback: wrong-side
SELECT a.name AS athlete, c.name AS club
FROM clubs c
LEFT JOIN athletes a ON a.club_id = c.id;
