-- feedback: inspection-failed
CREATE ROLE "Timekeeper" LOGIN;
GRANT SELECT ON athletes, events, meets, results TO "Timekeeper";
GRANT INSERT ON results TO "Timekeeper";
