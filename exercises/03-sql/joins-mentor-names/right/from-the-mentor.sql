SELECT athlete.name AS athlete, mentor.name AS mentor
FROM athletes AS mentor, athletes AS athlete
WHERE athlete.mentor_id = mentor.id
ORDER BY 1, 2;
