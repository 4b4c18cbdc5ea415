-- feedback: missing-rows
SELECT a.name AS athlete, c.name AS club
FROM athletes a
LEFT JOIN clubs c ON c.id = a.club_id
WHERE c.id IS NULL;
