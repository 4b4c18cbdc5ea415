-- feedback: different-rows
SELECT 'Harbour Harriers' AS name, 'Bergen' AS city
UNION ALL SELECT 'Northside AC', 'Oslo'
UNION ALL SELECT 'Velocity', 'Turku'
UNION ALL SELECT 'Old Mill Runners', 'Bergen';
