SELECT name, joined_on
FROM athletes
ORDER BY joined_on;
