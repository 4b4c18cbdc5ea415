SELECT v AS version, session_user AS role, d AS database
FROM version() v, current_database() d;
