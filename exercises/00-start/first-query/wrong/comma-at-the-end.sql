-- feedback: sql
SELECT name, city, FROM clubs;
