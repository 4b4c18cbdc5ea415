SELECT name, email
FROM athletes
WHERE club_id IS NULL AND email IS NOT NULL;
