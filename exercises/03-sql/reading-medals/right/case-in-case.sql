SELECT id, place,
  CASE
    WHEN place IS NULL THEN 'no place'
    ELSE CASE place WHEN 1 THEN 'gold' WHEN 2 THEN 'silver' WHEN 3 THEN 'bronze' ELSE 'finished' END
  END AS medal
FROM results
ORDER BY id;
