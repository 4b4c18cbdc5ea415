-- feedback: capital-only
SELECT name FROM athletes WHERE name LIKE '%No%' ORDER BY name;
