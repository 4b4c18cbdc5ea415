-- For the checks of joins: clubs without athletes, athletes without a club, a mentor or a result, three athletes who
-- share a name, mentors in another club or in none, the same athlete in the same event several times (twice with the
-- same mark), an athlete whose only attempt has no mark, meets of one name, and meets in a club's city, elsewhere and
-- nowhere. No id of a row equals the id of its partner by chance.

INSERT INTO clubs (name, city, founded_on) VALUES
  ('Empty Lanes', 'Bergen', NULL),
  ('Fjord Flyers', 'Bergen', '1933-04-09'),
  ('Granite AC', 'Oslo', '1961-02-27'),
  ('Paper Club', 'Narvik', '2023-12-01'),
  ('Birch Track Club', 'Turku', '1999-08-16');

INSERT INTO athletes (club_id, mentor_id, name, born_on, joined_on, email, active) VALUES
  (3, NULL, 'Mia Lund', '1990-01-15', '2009-02-01', 'mia@granite.example', true),
  (3, 4, 'Sven Holm', '1999-06-21', '2018-05-12', 'sven@granite.example', true),
  (5, 1, 'Rosa Pinto', '2002-11-03', '2020-09-30', 'rosa@birch.example', true),
  (2, 1, 'Mia Lund', '2001-04-18', '2019-03-07', 'mia@fjord.example', true),
  (2, NULL, 'Omar Aziz', '1987-12-24', '2006-10-10', 'omar@fjord.example', false),
  (NULL, 5, 'Tove Dahl', '2004-02-29', NULL, NULL, true),
  (NULL, NULL, 'Kai Ruud', '1995-07-07', NULL, 'kai@example.org', true),
  (5, 3, 'Omar Aziz', '2003-05-26', '2022-01-11', NULL, true),
  (NULL, 6, 'Mia Lund', '2006-10-01', NULL, 'mia@example.org', true);

INSERT INTO events (name, unit, lower_is_better) VALUES
  ('Javelin', 'm', false),
  ('100 m', 's', true),
  ('High jump', 'm', false),
  ('1500 m', 's', true),
  ('Shot put', 'm', false);

INSERT INTO meets (name, held_on, city) VALUES
  ('Road Trip', '2023-03-11', NULL),
  ('Spring Open', '2023-04-22', 'Bergen'),
  ('Spring Open', '2024-04-20', 'Bergen'),
  ('Harbour Night', '2024-07-05', 'Oslo'),
  ('Away Day', '2024-08-17', 'Lund');

INSERT INTO results (athlete_id, event_id, meet_id, mark, place) VALUES
  (3, 2, 2, 12.31, 1),
  (5, 3, 2, 1.88, 2),
  (8, 3, 2, 1.91, 1),
  (1, 2, 2, 12.48, 2),
  (4, 2, 2, 12.60, 3),
  (3, 2, 3, 12.27, 1),
  (1, 2, 3, 12.48, 2),
  (5, 3, 3, 1.88, 2),
  (8, 3, 3, 1.93, 1),
  (2, 4, 4, 251.40, 2),
  (4, 4, 4, 249.95, 1),
  (6, 5, 4, NULL, NULL),
  (5, 3, 5, NULL, NULL),
  (1, 2, 5, 12.44, 1),
  (5, 5, 5, 11.70, 1),
  (4, 5, 5, 10.95, 2);
