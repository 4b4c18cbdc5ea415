SELECT attname, atttypid AS type, attnotnull
FROM pg_attribute
WHERE attrelid = 'athletes'::regclass;
