-- feedback: only-nullable
SELECT table_name, column_name, is_nullable
FROM information_schema.columns
WHERE table_schema = 'public' AND data_type = 'date' AND is_nullable = 'YES';
