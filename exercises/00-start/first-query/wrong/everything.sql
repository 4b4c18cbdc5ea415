-- feedback: everything
SELECT * FROM clubs;
