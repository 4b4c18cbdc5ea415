-- feedback: too-much-elsewhere
CREATE ROLE timekeeper LOGIN;
GRANT SELECT, INSERT ON athletes, events, meets, results TO timekeeper;
