-- feedback: sql
SELECT version() AS version, current_user() AS role, current_database() AS database;
