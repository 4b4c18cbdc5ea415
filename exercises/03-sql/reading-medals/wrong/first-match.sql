-- feedback: first-match
SELECT id, place,
  CASE
    WHEN place <= 3 THEN 'bronze'
    WHEN place <= 2 THEN 'silver'
    WHEN place = 1 THEN 'gold'
    WHEN place IS NULL THEN 'no place'
    ELSE 'finished'
  END AS medal
FROM results;
