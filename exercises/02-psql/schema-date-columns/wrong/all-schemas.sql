-- feedback: all-schemas
SELECT table_name, column_name, is_nullable
FROM information_schema.columns
WHERE data_type = 'date';
