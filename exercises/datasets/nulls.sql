-- For checks, not for show: every column that may be NULL is NULL in many rows, and in every combination that matters.
-- Some groups hold nothing but NULLs: an event without a valid mark, an athlete without one, a club without a joining
-- date, and a city without a founding date. A mark may lack its place (out of competition), and a place may be fourth
-- or worse.

INSERT INTO clubs (name, city, founded_on) VALUES
  ('Velocity', 'Turku', NULL),
  ('Northside AC', 'Oslo', '1958-09-14'),
  ('Old Mill Runners', 'Bergen', NULL),
  ('Harbour Harriers', 'Bergen', NULL),
  ('Tideway', 'Oslo', NULL);

INSERT INTO athletes (club_id, mentor_id, name, born_on, joined_on, email, active) VALUES
  (NULL, NULL, 'Noor Haddad', '2000-08-14', NULL, NULL, true),
  (1, NULL, 'Sami Lehto', '1996-05-08', NULL, 'sami@example.org', true),
  (NULL, 1, 'Bruno Costa', '2002-11-19', '2018-03-02', NULL, true),
  (1, 2, 'Elin Berg', '2005-01-29', NULL, NULL, true),
  (2, NULL, 'Amara Okafor', '1998-12-05', '2016-01-20', 'amara@example.org', true),
  (2, 5, 'Leo Nilsson', '2003-03-17', NULL, NULL, false),
  (NULL, NULL, 'Eleanor Quist', '1991-06-30', '2009-10-12', 'eleanor@example.org', false),
  (2, NULL, 'Petra Novak', '1989-10-23', NULL, 'petra@example.org', false),
  (4, NULL, 'Ida Solberg', '1994-02-11', '2012-04-01', NULL, true),
  (NULL, 9, 'Jonas Vik', '2001-07-30', NULL, 'jonas@example.org', true),
  (4, NULL, 'Ane Moe', '1997-09-09', NULL, NULL, true);

INSERT INTO events (name, unit, lower_is_better) VALUES
  ('Pole vault', 'm', false),
  ('100 m', 's', true),
  ('Long jump', 'm', false),
  ('1500 m', 's', true);

INSERT INTO meets (name, held_on, city) VALUES
  ('Autumn Cup', '2024-09-07', NULL),
  ('Spring Open', '2024-04-20', 'Bergen'),
  ('Winter Trial', '2024-12-14', NULL);

INSERT INTO results (athlete_id, event_id, meet_id, mark, place) VALUES
  (1, 1, 1, NULL, NULL),
  (9, 1, 1, NULL, NULL),
  (5, 2, 2, 11.97, 1),
  (10, 2, 2, 12.31, 2),
  (1, 2, 2, NULL, NULL),
  (3, 2, 2, 12.31, NULL),
  (9, 2, 2, 12.58, 3),
  (4, 2, 2, 12.90, 4),
  (9, 3, 2, NULL, NULL),
  (4, 3, 2, 6.10, 1),
  (6, 3, 2, NULL, NULL),
  (2, 4, 1, 244.05, NULL),
  (6, 4, 1, 246.80, 1),
  (3, 4, 1, 251.15, 2),
  (6, 1, 2, NULL, NULL);
