-- feedback: only-version
SELECT version();
