-- feedback: inner-for-left-join
SELECT athletes.name AS athlete, clubs.name AS club
FROM clubs
INNER JOIN athletes ON athletes.club_id = clubs.id;
