-- feedback: everything
CREATE ROLE timekeeper LOGIN;

GRANT ALL ON ALL TABLES IN SCHEMA public TO timekeeper;
GRANT SELECT ON athletes, events, meets TO timekeeper;
GRANT SELECT, INSERT ON results TO timekeeper;
