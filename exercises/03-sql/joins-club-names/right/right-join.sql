SELECT a.name AS athlete, c.name AS club
FROM clubs c
RIGHT JOIN athletes a ON a.club_id = c.id
ORDER BY club, athlete;
