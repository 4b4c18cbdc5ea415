-- feedback: swapped
SELECT current_user AS role, current_database() AS database, version() AS version;
