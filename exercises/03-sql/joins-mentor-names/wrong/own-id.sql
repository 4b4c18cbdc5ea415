-- feedback: own-id
SELECT a.name AS athlete, m.name AS mentor
FROM athletes a
JOIN athletes m ON m.id = a.id
ORDER BY athlete, mentor;
