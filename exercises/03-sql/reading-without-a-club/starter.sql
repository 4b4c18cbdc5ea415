SELECT name, email
FROM athletes
WHERE club_id = NULL;
