-- For the checks of queries on the catalogs: a second schema with tables of the same names, a column that was dropped,
-- types with a length, a view, foreign keys from tables of both schemas, and dates in columns whose names do not say so.

ALTER TABLE athletes ADD COLUMN licence varchar(12);
ALTER TABLE athletes ADD COLUMN bib smallint NOT NULL DEFAULT 0;
ALTER TABLE athletes ADD COLUMN examined date;
ALTER TABLE athletes DROP COLUMN email;
ALTER TABLE clubs ADD COLUMN based_on text;

CREATE TABLE coaches (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  athlete_id integer UNIQUE REFERENCES athletes (id) ON DELETE CASCADE,
  certified date NOT NULL
);

CREATE VIEW newcomers AS
SELECT name, joined_on FROM athletes WHERE joined_on > '2020-12-31';

CREATE SCHEMA archive;

CREATE TABLE archive.athletes (
  id integer PRIMARY KEY,
  nickname varchar(40) NOT NULL,
  retired_on date
);

CREATE TABLE archive.results (
  id integer PRIMARY KEY,
  athlete_id integer NOT NULL REFERENCES public.athletes (id),
  old_athlete_id integer REFERENCES archive.athletes (id),
  recorded_on date
);

INSERT INTO clubs (name, city, founded_on, based_on) VALUES
  ('Tideway', 'Aarhus', '1999-12-31', 'Harbour Harriers');

INSERT INTO athletes (club_id, mentor_id, name, born_on, joined_on, active, licence, bib, examined) VALUES
  (1, NULL, 'Ebba Ruud', '2004-12-31', '2023-02-28', true, 'DK-0017', 17, '2024-01-09');
