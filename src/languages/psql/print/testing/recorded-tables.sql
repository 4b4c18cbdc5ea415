-- What psql is asked, whose answers stand in recorded-tables.out. To record them again, with psql 18.6 or later:
--   LC_ALL=C.UTF-8 psql -X -d URL -f recorded-tables.sql > recorded-tables.out
-- The test reads the lines that begin with a backslash, and the name of the table that follows.
\set QUIET on
CREATE TEMP TABLE nasty ("two
lines" text, amount numeric, "日本 wide" text, "a|b" text);
INSERT INTO nasty VALUES
  (E'one\ntwo\n\nfour', 1234567.5, '日本語', E'tab\tand\rreturn'),
  (NULL, -0.5, E'é\u200b😀', E'back\\slash "quoted" <&> #$%_{}~^ | , ; .'),
  ('', NULL, E'  leading, and a text that is rather long\x01', ' '),
  ('\.', 'NaN', E'\n', E'last\n');
CREATE TEMP TABLE plain (id integer, name text);
INSERT INTO plain VALUES (1, 'Ada'), (22, NULL);
CREATE TEMP TABLE many (n bigint);
INSERT INTO many SELECT generate_series(9998, 10008);
CREATE TEMP TABLE empty (id integer, name text);
CREATE TEMP TABLE columnless ();
INSERT INTO columnless SELECT FROM generate_series(1, 2);
\unset QUIET
\echo ---
\pset border 0
\pset null ∅
TABLE nasty;
\echo ---
\pset linestyle old-ascii
TABLE nasty;
\echo ---
\pset linestyle unicode
TABLE nasty;
\echo ---
\pset expanded on
\pset linestyle ascii
TABLE nasty;
\echo ---
\pset linestyle old-ascii
TABLE nasty;
\echo ---
\pset linestyle unicode
TABLE nasty;
\echo ---
\pset border 1
\pset expanded off
\pset linestyle ascii
TABLE nasty;
\echo ---
\pset linestyle old-ascii
TABLE nasty;
\echo ---
\pset linestyle unicode
TABLE nasty;
\echo ---
\pset expanded on
\pset linestyle ascii
TABLE nasty;
\echo ---
\pset linestyle old-ascii
TABLE nasty;
\echo ---
\pset linestyle unicode
TABLE nasty;
\echo ---
\pset border 2
\pset expanded off
\pset linestyle ascii
\pset title 'A title'
TABLE nasty;
\echo ---
\pset linestyle old-ascii
TABLE nasty;
\echo ---
\pset linestyle unicode
TABLE nasty;
\echo ---
\pset expanded on
\pset linestyle ascii
TABLE nasty;
\echo ---
\pset linestyle old-ascii
TABLE nasty;
\echo ---
\pset linestyle unicode
TABLE nasty;
\echo ---
\pset border 3
\pset expanded off
\pset linestyle ascii
\pset title
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset format wrapped
\pset border 0
\pset expanded off
\pset columns 48
TABLE nasty;
\echo ---
\pset linestyle old-ascii
TABLE nasty;
\echo ---
\pset linestyle unicode
TABLE nasty;
\echo ---
\pset expanded on
\pset linestyle ascii
\pset columns 24
TABLE nasty;
\echo ---
\pset linestyle old-ascii
TABLE nasty;
\echo ---
\pset linestyle unicode
TABLE nasty;
\echo ---
\pset border 1
\pset expanded off
\pset linestyle ascii
\pset columns 48
TABLE nasty;
\echo ---
\pset linestyle old-ascii
TABLE nasty;
\echo ---
\pset linestyle unicode
TABLE nasty;
\echo ---
\pset expanded on
\pset linestyle ascii
\pset columns 24
TABLE nasty;
\echo ---
\pset linestyle old-ascii
TABLE nasty;
\echo ---
\pset linestyle unicode
TABLE nasty;
\echo ---
\pset border 2
\pset expanded off
\pset linestyle ascii
\pset columns 48
\pset title 'A title'
TABLE nasty;
\echo ---
\pset linestyle old-ascii
TABLE nasty;
\echo ---
\pset linestyle unicode
TABLE nasty;
\echo ---
\pset expanded on
\pset linestyle ascii
\pset columns 24
TABLE nasty;
\echo ---
\pset linestyle old-ascii
TABLE nasty;
\echo ---
\pset linestyle unicode
TABLE nasty;
\echo ---
\pset format unaligned
\pset border 1
\pset expanded off
\pset linestyle ascii
\pset columns 0
\pset title
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset format csv
\pset expanded off
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset format html
\pset border 0
\pset expanded off
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset border 1
\pset expanded off
\pset tableattr 'class="x"'
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset border 2
\pset expanded off
\pset title 'A title'
\pset tableattr
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset format asciidoc
\pset border 0
\pset expanded off
\pset title
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset border 1
\pset expanded off
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset border 2
\pset expanded off
\pset title 'A title'
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset format latex
\pset border 0
\pset expanded off
\pset title
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset border 1
\pset expanded off
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset border 2
\pset expanded off
\pset title 'A title'
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset border 3
\pset expanded off
\pset title
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset format latex-longtable
\pset border 0
\pset expanded off
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset border 1
\pset expanded off
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset border 2
\pset expanded off
\pset title 'A title'
\pset tableattr '.2 .3'
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset border 3
\pset expanded off
\pset title
\pset tableattr
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset format troff-ms
\pset border 0
\pset expanded off
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset border 1
\pset expanded off
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset border 2
\pset expanded off
\pset title 'A title'
TABLE nasty;
\echo ---
\pset expanded on
TABLE nasty;
\echo ---
\pset format aligned
\pset expanded off
\pset tuples_only on
\pset title 'Not shown'
\pset null ''
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset border 2
\pset title
TABLE columnless;
\echo ---
\pset border 1
\pset footer off
TABLE plain;
\echo ---
\pset border 2
\pset expanded on
\pset footer on
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset border 2
\pset title
TABLE columnless;
\echo ---
\pset border 1
\pset footer off
TABLE plain;
\echo ---
\pset format wrapped
\pset border 2
\pset expanded off
\pset footer on
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset title
TABLE columnless;
\echo ---
\pset border 2
\pset expanded on
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset title
TABLE columnless;
\echo ---
\pset format unaligned
\pset border 2
\pset expanded off
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset title
TABLE columnless;
\echo ---
\pset footer off
TABLE plain;
\echo ---
\pset border 2
\pset expanded on
\pset footer on
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset title
TABLE columnless;
\echo ---
\pset footer off
TABLE plain;
\echo ---
\pset format csv
\pset border 2
\pset expanded off
\pset footer on
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset title
TABLE columnless;
\echo ---
\pset border 2
\pset expanded on
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset title
TABLE columnless;
\echo ---
\pset format html
\pset border 2
\pset expanded off
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset border 2
\pset title
TABLE columnless;
\echo ---
\pset border 1
\pset footer off
TABLE plain;
\echo ---
\pset border 2
\pset expanded on
\pset footer on
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset border 2
\pset title
TABLE columnless;
\echo ---
\pset border 1
\pset footer off
TABLE plain;
\echo ---
\pset format asciidoc
\pset border 2
\pset expanded off
\pset footer on
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset title
TABLE columnless;
\echo ---
\pset footer off
TABLE plain;
\echo ---
\pset border 2
\pset expanded on
\pset footer on
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset title
TABLE columnless;
\echo ---
\pset footer off
TABLE plain;
\echo ---
\pset format latex
\pset border 2
\pset expanded off
\pset footer on
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset title
TABLE columnless;
\echo ---
\pset footer off
TABLE plain;
\echo ---
\pset border 2
\pset expanded on
\pset footer on
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset title
TABLE columnless;
\echo ---
\pset footer off
TABLE plain;
\echo ---
\pset format latex-longtable
\pset border 2
\pset expanded off
\pset footer on
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset title
TABLE columnless;
\echo ---
\pset border 2
\pset expanded on
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset title
TABLE columnless;
\echo ---
\pset format troff-ms
\pset border 2
\pset expanded off
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset title
TABLE columnless;
\echo ---
\pset footer off
TABLE plain;
\echo ---
\pset border 2
\pset expanded on
\pset footer on
\pset tuples_only on
\pset title 'Not shown'
TABLE nasty;
\echo ---
\pset border 1
\pset tuples_only off
\pset title 'Nothing'
TABLE empty;
\echo ---
\pset title
TABLE columnless;
\echo ---
\pset footer off
TABLE plain;
\echo ---
\pset format aligned
\pset border 2
\pset expanded off
\pset linestyle unicode
\pset footer on
TABLE plain;
\echo ---
\pset expanded on
TABLE plain;
\echo ---
\pset expanded off
\pset unicode_header_linestyle double
TABLE plain;
\echo ---
\pset expanded on
TABLE plain;
\echo ---
\pset expanded off
\pset unicode_column_linestyle double
\pset unicode_header_linestyle single
TABLE plain;
\echo ---
\pset expanded on
TABLE plain;
\echo ---
\pset expanded off
\pset unicode_header_linestyle double
TABLE plain;
\echo ---
\pset expanded on
TABLE plain;
\echo ---
\pset expanded off
\pset unicode_border_linestyle double
\pset unicode_column_linestyle single
\pset unicode_header_linestyle single
TABLE plain;
\echo ---
\pset expanded on
TABLE plain;
\echo ---
\pset expanded off
\pset unicode_header_linestyle double
TABLE plain;
\echo ---
\pset expanded on
TABLE plain;
\echo ---
\pset expanded off
\pset unicode_column_linestyle double
\pset unicode_header_linestyle single
TABLE plain;
\echo ---
\pset expanded on
TABLE plain;
\echo ---
\pset expanded off
\pset unicode_header_linestyle double
TABLE plain;
\echo ---
\pset expanded on
TABLE plain;
\echo ---
\pset border 0
\pset linestyle ascii
\pset columns 30
\pset unicode_border_linestyle single
\pset unicode_column_linestyle single
\pset unicode_header_linestyle single
TABLE plain;
\echo ---
\pset xheader_width column
TABLE plain;
\echo ---
\pset xheader_width page
TABLE nasty;
\echo ---
\pset xheader_width 12
TABLE nasty;
\echo ---
\pset columns 0
\pset xheader_width full
TABLE many;
\echo ---
\pset border 1
\pset columns 30
TABLE plain;
\echo ---
\pset xheader_width column
TABLE plain;
\echo ---
\pset xheader_width page
TABLE nasty;
\echo ---
\pset xheader_width 12
TABLE nasty;
\echo ---
\pset columns 0
\pset xheader_width full
TABLE many;
\echo ---
\pset border 2
\pset columns 30
TABLE plain;
\echo ---
\pset xheader_width column
TABLE plain;
\echo ---
\pset xheader_width page
TABLE nasty;
\echo ---
\pset xheader_width 12
TABLE nasty;
\echo ---
\pset columns 0
\pset xheader_width full
TABLE many;
\echo ---
\pset border 3
\pset columns 30
TABLE plain;
\echo ---
\pset xheader_width column
TABLE plain;
\echo ---
\pset xheader_width page
TABLE nasty;
\echo ---
\pset xheader_width 12
TABLE nasty;
\echo ---
\pset columns 0
\pset xheader_width full
TABLE many;
\echo ---
\pset border 0
\pset expanded auto
\pset columns 5
TABLE plain;
\echo ---
TABLE many;
\echo ---
\pset columns 10
TABLE plain;
\echo ---
TABLE many;
\echo ---
\pset columns 14
TABLE plain;
\echo ---
TABLE many;
\echo ---
\pset columns 40
TABLE plain;
\echo ---
TABLE many;
\echo ---
\pset border 1
\pset columns 5
TABLE plain;
\echo ---
TABLE many;
\echo ---
\pset columns 10
TABLE plain;
\echo ---
TABLE many;
\echo ---
\pset columns 14
TABLE plain;
\echo ---
TABLE many;
\echo ---
\pset columns 40
TABLE plain;
\echo ---
TABLE many;
\echo ---
\pset border 2
\pset columns 5
TABLE plain;
\echo ---
TABLE many;
\echo ---
\pset columns 10
TABLE plain;
\echo ---
TABLE many;
\echo ---
\pset columns 14
TABLE plain;
\echo ---
TABLE many;
\echo ---
\pset columns 40
TABLE plain;
\echo ---
TABLE many;
\echo ---
\pset border 1
TABLE nasty;
\echo ---
\pset columns 200
TABLE nasty;
\echo ---
\pset format wrapped
\pset columns 60
TABLE nasty;
\echo ---
\pset format csv
\pset expanded off
\pset columns 0
\pset csv_fieldsep ';'
TABLE nasty;
\echo ---
\pset csv_fieldsep '.'
TABLE nasty;
\echo ---
\pset csv_fieldsep '\t'
TABLE nasty;
\echo ---
\pset format unaligned
\pset title Title
\pset fieldsep ' - '
\pset recordsep '; '
\pset csv_fieldsep ','
TABLE plain;
\echo ---
\pset expanded on
TABLE plain;
\echo ---
\pset format aligned
\pset expanded off
\pset title
\pset numericlocale on
\pset fieldsep '|'
\pset recordsep '\n'
TABLE nasty;
\echo ---
TABLE many;
\echo ---
\pset format csv
TABLE many;
\echo ---
\pset format aligned
\pset border 2
\pset null 'N\nL'
\pset numericlocale off
TABLE plain;
\echo ---
\pset border -1
\pset null ''
TABLE plain;
\echo ---
\pset border 12x
TABLE plain;
\echo ---
\pset border 1
\pset title ''
TABLE plain;
\echo ---
\pset title 'a title that is much wider than the table'
TABLE plain;
\echo ---
\pset border 2
\pset title 'ü'
TABLE plain;
