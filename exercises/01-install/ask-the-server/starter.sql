SELECT 'I do not know' AS version;
