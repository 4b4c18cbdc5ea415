SELECT name FROM athletes WHERE active = true ORDER BY name;
