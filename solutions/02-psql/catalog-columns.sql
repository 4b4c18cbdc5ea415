SELECT attname, format_type(atttypid, atttypmod) AS type, attnotnull
FROM pg_attribute
WHERE attrelid = 'athletes'::regclass AND attnum > 0 AND NOT attisdropped
ORDER BY attnum;
