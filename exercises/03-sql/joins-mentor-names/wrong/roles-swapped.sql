-- feedback: roles-swapped
SELECT a.name AS athlete, m.name AS mentor
FROM athletes a
JOIN athletes m ON m.mentor_id = a.id
ORDER BY athlete, mentor;
