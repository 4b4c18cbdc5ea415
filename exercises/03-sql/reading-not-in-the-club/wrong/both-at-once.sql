-- feedback: nobody
SELECT name, club_id FROM athletes WHERE club_id <> 2 AND club_id IS NULL;
