-- feedback: sql
SELECT athletes.name AS athlete, athletes.name AS mentor
FROM athletes
JOIN athletes ON athletes.id = athletes.mentor_id
ORDER BY athlete, mentor;
