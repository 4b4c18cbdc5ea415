-- feedback: starts-with
SELECT name FROM athletes WHERE name ILIKE 'no%' ORDER BY name;
