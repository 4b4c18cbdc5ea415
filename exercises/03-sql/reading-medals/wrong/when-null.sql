-- feedback: null-finished
SELECT id, place,
  CASE place
    WHEN 1 THEN 'gold'
    WHEN 2 THEN 'silver'
    WHEN 3 THEN 'bronze'
    WHEN NULL THEN 'no place'
    ELSE 'finished'
  END AS medal
FROM results;
