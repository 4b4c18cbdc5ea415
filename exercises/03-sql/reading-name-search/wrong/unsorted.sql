-- feedback: row-order
SELECT name FROM athletes WHERE name ILIKE '%no%';
