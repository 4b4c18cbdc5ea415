SELECT name, club_id FROM athletes WHERE club_id IS DISTINCT FROM 2;
