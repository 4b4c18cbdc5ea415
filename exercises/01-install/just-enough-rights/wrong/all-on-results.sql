-- feedback: all-on-results
CREATE ROLE timekeeper LOGIN;
GRANT SELECT ON athletes, events, meets TO timekeeper;
GRANT ALL ON results TO timekeeper;
