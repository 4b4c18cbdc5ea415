-- feedback: column-names
SELECT a.name, c.name
FROM athletes a
LEFT JOIN clubs c ON c.id = a.club_id;
