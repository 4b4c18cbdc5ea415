SELECT a.name AS athlete, a.mentor_id AS mentor
FROM athletes a
WHERE a.mentor_id IS NOT NULL
ORDER BY a.name;
