-- feedback: sql
SELECT name, joined_on FROM athletes WHERE joined_on IS NOT NULL LIMIT 5 ORDER BY joined_on DESC, name;
