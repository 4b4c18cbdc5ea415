-- For checks, not for show: one row in each table, the smallest database that has anything to answer with. It catches
-- answers that count on a second row, or that were fitted to the numbers of the first data set.

INSERT INTO clubs (name, city, founded_on) VALUES
  ('Tideway', 'Aarhus', '1999-12-31');

INSERT INTO athletes (club_id, mentor_id, name, born_on, joined_on, email, active) VALUES
  (1, NULL, 'Ebba Ruud', '2004-12-31', '2023-02-28', 'ebba@example.org', true);

INSERT INTO events (name, unit, lower_is_better) VALUES
  ('High jump', 'm', false);

INSERT INTO meets (name, held_on, city) VALUES
  ('Winter Trial', '2024-12-14', 'Aarhus');

INSERT INTO results (athlete_id, event_id, meet_id, mark, place) VALUES
  (1, 1, 1, 1.82, 1);
