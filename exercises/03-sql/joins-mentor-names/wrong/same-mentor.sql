-- feedback: mentor-id-equals-mentor-id
SELECT a.name AS athlete, m.name AS mentor
FROM athletes a
JOIN athletes m ON m.mentor_id = a.mentor_id
ORDER BY athlete, mentor;
