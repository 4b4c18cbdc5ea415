-- feedback: nothing-found
SELECT name FROM athletes WHERE name LIKE '%no%' ORDER BY name;
