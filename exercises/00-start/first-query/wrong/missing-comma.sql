-- feedback: missing-comma
SELECT name city FROM clubs;
