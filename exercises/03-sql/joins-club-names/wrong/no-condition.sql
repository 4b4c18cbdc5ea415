-- feedback: every-pair
SELECT a.name AS athlete, c.name AS club
FROM athletes a, clubs c;
