-- feedback: column-names
SELECT id, place,
  CASE
    WHEN place = 1 THEN 'gold'
    WHEN place = 2 THEN 'silver'
    WHEN place = 3 THEN 'bronze'
    WHEN place IS NULL THEN 'no place'
    ELSE 'finished'
  END
FROM results;
