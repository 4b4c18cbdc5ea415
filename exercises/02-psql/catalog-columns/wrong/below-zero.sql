-- feedback: system-columns
SELECT attname, format_type(atttypid, atttypmod) AS type, attnotnull
FROM pg_attribute
WHERE attrelid = 'athletes'::regclass AND NOT attisdropped
ORDER BY attnum;
