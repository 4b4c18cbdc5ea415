-- feedback: every-pair
SELECT c.name AS club, m.name AS meet
FROM clubs c, meets m;
