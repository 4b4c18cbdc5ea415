SELECT id, place,
  CASE place
    WHEN 1 THEN 'gold'
  END AS medal
FROM results;
