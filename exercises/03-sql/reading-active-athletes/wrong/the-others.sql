-- feedback: the-others
SELECT name FROM athletes WHERE active = false;
