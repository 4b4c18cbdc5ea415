SELECT name FROM athletes WHERE name LIKE '%no%' OR name LIKE '%No%' OR name LIKE '%nO%' OR name LIKE '%NO%' ORDER BY 1;
