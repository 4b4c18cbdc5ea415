SELECT attname::text, format_type(atttypid, atttypmod) AS type, attnotnull
FROM pg_attribute WHERE attrelid = 'public.athletes'::regclass AND attnum >= 1 AND attisdropped = false ORDER BY attnum ASC;
