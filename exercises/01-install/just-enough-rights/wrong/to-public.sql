-- feedback: to-everybody
CREATE ROLE timekeeper LOGIN;
GRANT SELECT ON athletes, events, meets, results TO PUBLIC;
GRANT INSERT ON results TO PUBLIC;
