-- feedback: everything
CREATE ROLE timekeeper LOGIN;

GRANT ALL ON athletes, clubs, events, meets, results TO timekeeper;
