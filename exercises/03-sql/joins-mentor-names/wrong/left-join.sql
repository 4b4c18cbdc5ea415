-- feedback: with-unmentored
SELECT a.name AS athlete, m.name AS mentor
FROM athletes a
LEFT JOIN athletes m ON m.id = a.mentor_id
ORDER BY athlete, mentor;
