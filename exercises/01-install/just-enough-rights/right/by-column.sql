CREATE ROLE timekeeper LOGIN;
GRANT SELECT ON athletes, events, meets, results TO timekeeper;
GRANT INSERT (athlete_id, event_id, meet_id, mark, place) ON results TO timekeeper;
