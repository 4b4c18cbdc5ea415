SELECT name, city FROM clubs;
