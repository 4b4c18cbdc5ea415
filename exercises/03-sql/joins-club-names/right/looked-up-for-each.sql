SELECT name AS athlete, (SELECT clubs.name FROM clubs WHERE clubs.id = athletes.club_id) AS club
FROM athletes;
