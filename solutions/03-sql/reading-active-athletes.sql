SELECT name FROM athletes WHERE active;
