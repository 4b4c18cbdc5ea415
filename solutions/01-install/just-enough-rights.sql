CREATE ROLE timekeeper LOGIN;

GRANT SELECT ON athletes, events, meets, results TO timekeeper;
GRANT INSERT ON results TO timekeeper;
