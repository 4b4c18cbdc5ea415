-- feedback: nothing-found
SELECT name FROM athletes WHERE name ILIKE 'no' ORDER BY name;
