select version(), user as role, current_catalog as database;
