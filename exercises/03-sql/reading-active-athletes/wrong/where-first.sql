-- feedback: sql
SELECT name WHERE active FROM athletes;
