SELECT a.name AS athlete, m.name AS mentor
FROM athletes a
LEFT JOIN athletes m ON m.id = a.mentor_id
WHERE a.mentor_id IS NOT NULL
ORDER BY athlete, mentor;
