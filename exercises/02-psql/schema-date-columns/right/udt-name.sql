SELECT table_name, column_name, is_nullable
FROM information_schema.columns
WHERE table_schema = 'public' AND udt_name = 'date' ORDER BY table_name, ordinal_position;
