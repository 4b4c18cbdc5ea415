-- feedback: other-schema
SELECT attname, format_type(atttypid, atttypmod) AS type, attnotnull
FROM pg_attribute
WHERE attrelid IN (SELECT oid FROM pg_class WHERE relname = 'athletes') AND attnum > 0 AND NOT attisdropped
ORDER BY attnum;
