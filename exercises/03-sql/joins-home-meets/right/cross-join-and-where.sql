SELECT c.name AS club, m.name AS meet
FROM meets m
CROSS JOIN clubs c
WHERE c.city = m.city
ORDER BY c.name, m.held_on;
