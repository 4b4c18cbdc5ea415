-- feedback: unknown-included
SELECT name, joined_on FROM athletes ORDER BY joined_on DESC NULLS LAST, name LIMIT 5;
