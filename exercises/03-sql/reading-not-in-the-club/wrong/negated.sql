-- feedback: skips-null
SELECT name, club_id FROM athletes WHERE NOT club_id = 2;
