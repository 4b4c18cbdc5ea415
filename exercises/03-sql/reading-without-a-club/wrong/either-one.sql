-- feedback: either-one
SELECT name, email FROM athletes WHERE club_id IS NULL OR email IS NOT NULL;
