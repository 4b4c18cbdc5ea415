SELECT name FROM athletes;
