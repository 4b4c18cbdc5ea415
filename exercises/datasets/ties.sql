-- For checks, not for show: equal values wherever two rows may have them. Athletes share a name, a birthday and a
-- joining date, meets share a name and a day, clubs share a city and a founding date; marks are equal and places are
-- shared, so that two firsts are followed by a third. One name is all capitals. The rows stand in no useful order.

INSERT INTO clubs (name, city, founded_on) VALUES
  ('Velocity', 'Oslo', '1958-09-14'),
  ('Northside AC', 'Oslo', '1958-09-14'),
  ('Harbour Harriers', 'Bergen', '1921-05-02'),
  ('Old Mill Runners', 'Bergen', '1921-05-02');

INSERT INTO athletes (club_id, mentor_id, name, born_on, joined_on, email, active) VALUES
  (1, NULL, 'Noor Haddad', '2005-01-01', '2020-01-10', 'noor@example.org', true),
  (2, NULL, 'Tuva Lie', '1990-01-01', '2020-01-10', 'tuva@example.org', true),
  (3, 1, 'Ida Solberg', '1994-02-11', '2012-04-01', 'ida@example.org', true),
  (2, 1, 'Noor Haddad', '2000-08-14', '2020-01-10', 'noor2@example.org', false),
  (1, 2, 'Aron Noack', '2005-01-01', '2020-01-10', 'aron@example.org', true),
  (3, 1, 'Ida Solberg', '1994-02-11', '2012-04-01', NULL, true),
  (1, 2, 'Milo Rask', '1990-01-01', '2020-01-10', 'milo@example.org', true),
  (2, 4, 'Aron Noack', '1994-02-11', '2020-01-10', NULL, true),
  (3, 3, 'Bea Lund', '2000-08-14', '2021-06-01', 'bea@example.org', false),
  (NULL, NULL, 'Bea Lund', '2000-08-14', '2021-06-01', NULL, true),
  (2, 4, 'BRUNO LIE', '1994-02-11', '2012-04-01', 'bruno@example.org', true);

INSERT INTO events (name, unit, lower_is_better) VALUES
  ('100 m', 's', true),
  ('Long jump', 'm', false),
  ('High jump', 'm', false);

INSERT INTO meets (name, held_on, city) VALUES
  ('Spring Open', '2024-04-20', 'Oslo'),
  ('Spring Open', '2024-04-20', 'Bergen'),
  ('City Games', '2024-04-20', 'Oslo'),
  ('City Games', '2024-06-15', 'Oslo');

INSERT INTO results (athlete_id, event_id, meet_id, mark, place) VALUES
  (3, 1, 1, 11.90, 3),
  (1, 1, 1, 11.84, 1),
  (6, 1, 1, 11.90, 3),
  (2, 1, 1, 11.84, 1),
  (5, 1, 1, 12.02, 5),
  (4, 1, 2, 11.84, 1),
  (3, 1, 2, 11.84, 1),
  (8, 1, 2, 11.84, 1),
  (7, 1, 2, 11.97, 4),
  (9, 2, 3, 5.92, 2),
  (2, 2, 3, 6.10, 1),
  (10, 2, 3, 5.92, 2),
  (4, 2, 3, 5.92, 2),
  (1, 2, 3, NULL, NULL),
  (1, 3, 4, 1.70, 1),
  (5, 3, 4, 1.70, 1),
  (9, 3, 4, 1.65, 3),
  (1, 1, 4, 11.84, 1),
  (2, 1, 4, 11.84, 1);
