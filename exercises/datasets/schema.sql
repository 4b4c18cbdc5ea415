-- athleticu: the database of an athletics association. Every data set is this schema with rows of its own.

CREATE TABLE clubs (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  city text NOT NULL,
  founded_on date
);

CREATE TABLE athletes (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  club_id integer REFERENCES clubs (id),
  mentor_id integer REFERENCES athletes (id),
  name text NOT NULL,
  born_on date NOT NULL,
  joined_on date,
  email text UNIQUE,
  active boolean NOT NULL DEFAULT true
);

CREATE TABLE events (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  unit text NOT NULL,
  lower_is_better boolean NOT NULL
);

CREATE TABLE meets (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  held_on date NOT NULL,
  city text
);

-- A result without a mark is an attempt that did not count: a false start, three fouls, a race not finished.
CREATE TABLE results (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  athlete_id integer NOT NULL REFERENCES athletes (id),
  event_id integer NOT NULL REFERENCES events (id),
  meet_id integer NOT NULL REFERENCES meets (id),
  mark numeric(8, 2),
  place integer
);
