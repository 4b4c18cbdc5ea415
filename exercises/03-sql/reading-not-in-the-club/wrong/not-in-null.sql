-- feedback: nobody
SELECT name, club_id FROM athletes WHERE club_id NOT IN (2, NULL);
