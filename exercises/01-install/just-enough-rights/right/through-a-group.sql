CREATE ROLE timekeeper LOGIN;
CREATE ROLE meet_staff;
GRANT SELECT ON athletes, events, meets, results TO meet_staff;
GRANT meet_staff TO timekeeper;
GRANT INSERT ON results TO timekeeper;
