-- feedback: different-cells
CREATE ROLE timekeeper LOGIN;
GRANT SELECT ON athletes, meets TO timekeeper;
GRANT ALL ON events TO timekeeper;
GRANT SELECT, INSERT ON results TO timekeeper;
