-- feedback: cannot-read-results
CREATE ROLE timekeeper LOGIN;
GRANT SELECT ON athletes, events, meets TO timekeeper;
GRANT INSERT ON results TO timekeeper;
