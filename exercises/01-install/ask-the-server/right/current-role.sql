SELECT version(), current_role::text AS role, current_database()::text AS database;
