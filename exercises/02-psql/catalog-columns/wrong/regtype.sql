-- feedback: short-type
SELECT attname, atttypid::regtype AS type, attnotnull
FROM pg_attribute
WHERE attrelid = 'athletes'::regclass AND attnum > 0 AND NOT attisdropped
ORDER BY attnum;
