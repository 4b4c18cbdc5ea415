-- feedback: session-database
SELECT version() AS version, current_user AS role, session_user AS database;
