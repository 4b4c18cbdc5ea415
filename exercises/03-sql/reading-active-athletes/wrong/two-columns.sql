-- feedback: column-count
SELECT name, active FROM athletes WHERE active;
