SELECT id, place,
  CASE
    WHEN place > 3 THEN 'finished'
    WHEN place > 2 THEN 'bronze'
    WHEN place > 1 THEN 'silver'
    WHEN place > 0 THEN 'gold'
    ELSE 'no place'
  END AS medal
FROM results;
