-- feedback: equals-null
SELECT name, email FROM athletes WHERE club_id = NULL AND email <> NULL;
