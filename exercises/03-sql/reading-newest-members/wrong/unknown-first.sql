-- feedback: unknown-first
SELECT name, joined_on FROM athletes ORDER BY joined_on DESC, name LIMIT 5;
