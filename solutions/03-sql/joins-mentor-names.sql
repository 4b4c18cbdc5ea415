SELECT a.name AS athlete, m.name AS mentor
FROM athletes a
JOIN athletes m ON m.id = a.mentor_id
ORDER BY a.name, m.name;
