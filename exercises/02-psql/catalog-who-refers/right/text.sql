SELECT c.conrelid::regclass::text AS table_name, c.conname, pg_get_constraintdef(c.oid) AS definition
FROM pg_constraint c JOIN pg_class r ON r.oid = c.confrelid
WHERE c.contype = 'f' AND r.relname = 'athletes' AND r.relnamespace = 'public'::regnamespace;
