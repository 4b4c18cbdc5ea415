-- feedback: swapped
SELECT city, name FROM clubs;
