SELECT name FROM athletes WHERE lower(name) LIKE '%no%' ORDER BY name;
