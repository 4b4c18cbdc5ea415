-- feedback: else-too-wide
SELECT id, place,
  CASE place
    WHEN 1 THEN 'gold'
    WHEN 2 THEN 'silver'
    WHEN 3 THEN 'bronze'
    ELSE 'no place'
  END AS medal
FROM results;
