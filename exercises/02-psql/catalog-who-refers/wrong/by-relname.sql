-- feedback: other-schema
SELECT conrelid::regclass AS table_name, conname, pg_get_constraintdef(oid) AS definition
FROM pg_constraint
WHERE contype = 'f' AND confrelid IN (SELECT oid FROM pg_class WHERE relname = 'athletes');
