SELECT name, club_id
FROM athletes
WHERE club_id = 2;
