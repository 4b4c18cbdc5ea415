-- feedback: oldest-first
SELECT name, joined_on FROM athletes WHERE joined_on IS NOT NULL ORDER BY joined_on, name LIMIT 5;
