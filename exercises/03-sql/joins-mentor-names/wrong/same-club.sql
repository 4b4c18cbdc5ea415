-- feedback: same-club
SELECT a.name AS athlete, m.name AS mentor
FROM athletes a
JOIN athletes m ON m.id = a.mentor_id AND m.club_id = a.club_id
ORDER BY athlete, mentor;
