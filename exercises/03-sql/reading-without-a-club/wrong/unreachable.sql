-- feedback: unreachable
SELECT name, email FROM athletes WHERE club_id IS NULL;
