SELECT name, joined_on
FROM athletes
WHERE joined_on IS NOT NULL
ORDER BY joined_on DESC, name
LIMIT 5;
