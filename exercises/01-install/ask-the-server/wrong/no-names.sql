-- feedback: column-names
SELECT version(), current_user, current_database();
