SELECT attname, format_type(atttypid, atttypmod) AS type, attnotnull
FROM pg_attribute
WHERE attrelid = to_regclass('public.athletes') AND attnum > 0 AND NOT attisdropped
ORDER BY attnum;
