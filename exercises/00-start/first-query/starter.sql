SELECT name FROM clubs;
