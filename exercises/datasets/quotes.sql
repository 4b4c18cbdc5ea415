-- Text that breaks careless code: quotes, percent signs, underscores, semicolons, accents and other alphabets.
-- A query that carries its values as parameters treats all of it as ordinary names.

INSERT INTO clubs (name, city, founded_on) VALUES
  ('St. John''s Harriers', 'L''Aquila', '1899-03-17'),
  ('"Quoted" AC', 'Tromsø', NULL),
  ('100% Athletics', 'L''Aquila', '2010-10-10'),
  ('Клуб Динамо', 'София', '1949-05-24'),
  ('走る会', '東京', '1964-10-10');

INSERT INTO athletes (club_id, mentor_id, name, born_on, joined_on, email, active) VALUES
  (1, NULL, 'Maeve O''Brien', '1995-06-01', '2013-02-02', 'maeve@example.org', true),
  (1, 1, 'Seán O''Brien', '2002-11-19', '2020-03-03', NULL, false),
  (2, NULL, 'Åse "Lynet" Bø', '1990-01-01', '2009-09-09', 'ase@example.org', true),
  (3, NULL, 'Percy 100%', '1999-12-31', '2018-08-08', 'percy@example.org', true),
  (3, 4, 'under_score', '2004-02-29', NULL, NULL, false),
  (4, NULL, 'Ольга Иванова', '1988-08-08', '2007-07-07', 'olga@example.org', true),
  (5, NULL, '山田 花子', '2001-03-03', '2019-04-01', 'hanako@example.org', true),
  (NULL, NULL, '''; DROP TABLE athletes; --', '2000-10-10', NULL, NULL, true);

INSERT INTO events (name, unit, lower_is_better) VALUES
  ('4 × 100 m', 's', true),
  ('Women''s mile', 's', true),
  ('50% effort', 'points', false);

INSERT INTO meets (name, held_on, city) VALUES
  ('Fool''s Day Relays', '2024-04-01', 'L''Aquila'),
  ('Été', '2024-07-21', 'Tromsø');

INSERT INTO results (athlete_id, event_id, meet_id, mark, place) VALUES
  (1, 2, 1, 291.40, 1),
  (6, 2, 1, 295.15, 2),
  (3, 1, 2, 47.02, 1),
  (4, 3, 2, 50.00, 1),
  (7, 2, 2, NULL, NULL);
