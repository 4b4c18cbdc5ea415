-- feedback: everyone
SELECT name FROM athletes WHERE true;
