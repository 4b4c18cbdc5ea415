-- Fits on a screen. One club has no athletes, one athlete no club, one no email, and one result no mark.

INSERT INTO clubs (name, city, founded_on) VALUES
  ('Harbour Harriers', 'Bergen', '1921-05-02'),
  ('Northside AC', 'Oslo', '1958-09-14'),
  ('Velocity', 'Turku', '2004-03-20'),
  ('Old Mill Runners', 'Bergen', NULL);

INSERT INTO athletes (club_id, mentor_id, name, born_on, joined_on, email, active) VALUES
  (1, NULL, 'Ida Solberg', '1994-02-11', '2012-04-01', 'ida@example.org', true),
  (1, 1, 'Jonas Vik', '2001-07-30', '2019-09-15', 'jonas@example.org', true),
  (2, NULL, 'Amara Okafor', '1998-12-05', '2016-01-20', 'amara@example.org', true),
  (2, 3, 'Leo Nilsson', '2003-03-17', '2021-08-02', NULL, true),
  (2, 3, 'Petra Novak', '1989-10-23', '2008-06-11', 'petra@example.org', false),
  (3, NULL, 'Sami Lehto', '1996-05-08', '2015-05-05', 'sami@example.org', true),
  (3, 6, 'Elin Berg', '2005-01-29', '2022-03-10', 'elin@example.org', true),
  (NULL, NULL, 'Noor Haddad', '2000-08-14', NULL, 'noor@example.org', true);

INSERT INTO events (name, unit, lower_is_better) VALUES
  ('100 m', 's', true),
  ('1500 m', 's', true),
  ('Long jump', 'm', false),
  ('Shot put', 'm', false),
  ('Pole vault', 'm', false);

INSERT INTO meets (name, held_on, city) VALUES
  ('Spring Open', '2024-04-20', 'Bergen'),
  ('City Games', '2024-06-15', 'Oslo'),
  ('Autumn Cup', '2024-09-07', NULL);

INSERT INTO results (athlete_id, event_id, meet_id, mark, place) VALUES
  (1, 1, 1, 11.84, 1),
  (3, 1, 1, 11.97, 2),
  (8, 1, 1, 12.40, 3),
  (2, 2, 1, 241.30, 1),
  (6, 2, 1, 244.05, 2),
  (1, 3, 2, 5.92, 2),
  (7, 3, 2, 6.10, 1),
  (5, 4, 2, 13.55, 1),
  (3, 1, 2, 11.79, 1),
  (8, 1, 2, NULL, NULL),
  (2, 2, 3, 238.90, 1),
  (6, 2, 3, 243.70, 2),
  (7, 3, 3, 6.02, 1),
  (1, 3, 3, 5.87, 2);
