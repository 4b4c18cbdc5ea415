SELECT clubs.name AS club, meets.name AS meet
FROM clubs
JOIN meets USING (city);
