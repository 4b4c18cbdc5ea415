-- feedback: too-much-to-read
CREATE ROLE timekeeper LOGIN;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO timekeeper;
GRANT INSERT ON results TO timekeeper;
