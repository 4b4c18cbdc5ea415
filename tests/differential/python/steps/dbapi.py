"""psycopg2 by itself."""

import datetime as dt
import decimal
import io
import json
import uuid

import psycopg2
from harness import DSN, described, step
from psycopg2 import errors, extensions, extras, pool, sql


def connect(**options):
    return psycopg2.connect(DSN, **options)


def table(connection, rows=()):
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE t (id integer PRIMARY KEY, name varchar(20) NOT NULL UNIQUE, price numeric(8,2) CHECK (price > 0))"
        )
        cursor.executemany("INSERT INTO t VALUES (%s, %s, %s)", rows)
    connection.commit()


ROWS = [(1, "ant", decimal.Decimal("1.50")), (2, "bee", None), (3, "cat", decimal.Decimal("20"))]


def attempt(function, *arguments, **options):
    """What came of a call: its value, or all about what it raised."""
    try:
        return function(*arguments, **options)
    except Exception as error:
        return described(error)


@step
def connects():
    connection = connect()
    return connection.closed, connection.status, connection.autocommit, connection.isolation_level, connection.encoding


@step
def closes():
    connection = connect()
    connection.close()
    return connection.closed, attempt(connection.cursor), attempt(connection.commit), attempt(connection.rollback)


@step
def keywords_and_uri():
    parts = extensions.parse_dsn(DSN)
    one = psycopg2.connect(**parts)
    parts["database"] = parts.pop("dbname")
    other = psycopg2.connect(**parts)
    return one.info.dbname, other.info.user, one.get_dsn_parameters()["dbname"]


@step
def wrong_database():
    return attempt(psycopg2.connect, DSN, dbname="nowhere")["type"], "does not exist" in str(
        attempt(psycopg2.connect, DSN, dbname="nowhere")
    )


@step
def wrong_dsn():
    return [attempt(psycopg2.connect, text) for text in ("nonsense", "colour=red", "dbname='x")]


@step
def parameters_of_the_server():
    connection = connect()
    names = ("server_encoding", "client_encoding", "DateStyle", "standard_conforming_strings", "integer_datetimes", "nope")
    return [connection.get_parameter_status(name) for name in names], connection.server_version // 10000


@step
def description_and_rowcount():
    connection = connect()
    table(connection, ROWS)
    cursor = connection.cursor()
    before = cursor.description, cursor.rowcount, cursor.statusmessage
    cursor.execute("SELECT id, name, price, now() - now() AS d, 'x' AS u, 1.5::float8, array[1] FROM t")
    return before, cursor.description, [tuple(column) for column in cursor.description], cursor.rowcount, cursor.statusmessage


@step
def column_by_name():
    cursor = connect().cursor()
    cursor.execute("SELECT 1.25::numeric(6,2) AS amount, 'a'::varchar(7) AS word")
    one, two = cursor.description
    return one.name, one.type_code, one.precision, one.scale, one.internal_size, one.table_oid, two.internal_size, one[0], len(one)


@step
def fetching():
    connection = connect()
    table(connection, ROWS)
    cursor = connection.cursor()
    cursor.execute("SELECT * FROM t ORDER BY id")
    said = [cursor.fetchone(), cursor.rownumber, cursor.fetchmany(1), cursor.fetchall(), cursor.fetchone(), cursor.fetchall()]
    cursor.execute("SELECT * FROM t ORDER BY id")
    cursor.arraysize = 2
    return said, cursor.fetchmany(), cursor.fetchmany(10), cursor.fetchmany()


@step
def iterating():
    connection = connect()
    table(connection, ROWS)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM t ORDER BY id")
        names = [name for (name,) in cursor]
    return names, cursor.closed, attempt(cursor.fetchone)


@step
def nothing_to_fetch():
    connection = connect()
    cursor = connection.cursor()
    first = attempt(cursor.fetchone)
    cursor.execute("CREATE TABLE x ()")
    return first, attempt(cursor.fetchall), cursor.description, cursor.rowcount, cursor.statusmessage


@step
def scrolling():
    cursor = connect().cursor()
    cursor.execute("SELECT generate_series(1, 5)")
    cursor.scroll(2)
    one = cursor.fetchone()
    cursor.scroll(0, mode="absolute")
    return one, cursor.fetchone(), attempt(cursor.scroll, 10), attempt(cursor.scroll, 1, "sideways")


@step
def positional_parameters():
    cursor = connect().cursor()
    cursor.execute("SELECT %s, %s, '100%%'", (1, "it's"))
    return cursor.fetchone(), cursor.query


@step
def named_parameters():
    cursor = connect().cursor()
    cursor.execute("SELECT %(a)s, %(b)s, %(a)s", {"a": 1, "b": None, "unused": 3})
    return cursor.fetchone(), cursor.query


@step
def percent_without_parameters():
    cursor = connect().cursor()
    cursor.execute("SELECT 'a' LIKE '%', 5 % 3")
    return cursor.fetchone(), attempt(cursor.execute, "SELECT 5 % 3", ())


@step
def too_few_and_too_many():
    cursor = connect().cursor()
    return [
        attempt(cursor.execute, "SELECT %s, %s", (1,)),
        attempt(cursor.execute, "SELECT %s, %s", [1]),
        attempt(cursor.execute, "SELECT %s", (1, 2)),
        attempt(cursor.execute, "SELECT %(a)s", {}),
        attempt(cursor.execute, "SELECT %s", ("abc")),
        attempt(cursor.execute, "SELECT %s", 5),
        attempt(cursor.execute, "SELECT %s %(a)s", {"a": 1}),
        attempt(cursor.execute, "SELECT %(a)s", (1,)),
        attempt(cursor.execute, "SELECT %s", {"a": 1}),
        attempt(cursor.execute, "SELECT %d", (1,)),
    ]


@step
def what_cannot_be_adapted():
    cursor = connect().cursor()
    return [attempt(cursor.execute, "SELECT %s", (value,)) for value in ({"a": 1}, object, {1})]


@step
def nul_and_empty():
    cursor = connect().cursor()
    return attempt(cursor.execute, "SELECT %s", ("a\0b",)), attempt(cursor.execute, ""), attempt(cursor.execute, None)


@step
def mogrifying():
    cursor = connect().cursor()
    values = (
        [None, True, 1, -1, 1.5, -0.5, decimal.Decimal("1.10"), "it's", "back\\slash", b"\x00'\\", bytearray(b"x")],
        [dt.date(2024, 2, 29), dt.datetime(2024, 1, 2, 3, 4, 5, 6), dt.time(1, 2), dt.timedelta(days=1, seconds=-1)],
        [dt.datetime(2024, 1, 2, tzinfo=dt.timezone(dt.timedelta(hours=2)))],
        [[1, 2], [], ["a", None], [[1], [2]], [None], (1, "a"), [dt.date(2024, 1, 1)], [b"x"]],
        [float("nan"), float("inf"), decimal.Decimal("NaN"), 10**20, extras.Json({"a": [1, "ü"]})],
    )
    return [[cursor.mogrify("%s", (value,)) for value in row] for row in values]


@step
def values_there_and_back():
    cursor = connect().cursor()
    values = [
        True,
        7,
        -7,
        2**40,
        10**25,
        1.25,
        decimal.Decimal("1.50"),
        "ü 🏃 'q' \\ %",
        dt.date(2024, 2, 29),
        dt.datetime(2024, 1, 2, 3, 4, 5, 6),
        dt.time(23, 59, 59, 1),
        dt.timedelta(days=-3, seconds=5, microseconds=7),
        [1, 2, 3],
        ["a", 'b"c', None, ""],
        [[1, 2], [3, 4]],
        [dt.date(2024, 1, 1)],
        [decimal.Decimal("1.5")],
    ]
    cursor.execute("SELECT " + ", ".join(["%s"] * len(values)), values)
    return [(type(value).__name__, value) for value in cursor.fetchone()]


@step
def types_of_the_server():
    cursor = connect().cursor()
    cursor.execute(
        """SELECT 1::smallint, 1::bigint, 1.50::numeric, 'NaN'::numeric, 1.5::real, 'Infinity'::float8, 'x'::char(3),
        'n'::name, true, NULL::integer, '2024-02-29'::date, '10:00'::time, '2024-01-01 10:00'::timestamp,
        '2024-01-01 10:00+02'::timestamptz, '1 year 2 mons 3 days 04:05:06.5'::interval, '-1 day -00:00:01'::interval,
        '{"a": 1}'::json, '[1, null]'::jsonb, 'null'::jsonb, '192.168.0.1/24'::inet, '(1,2)'::point, '12.34'::money::text,
        'f47ac10b-58cc-4372-a567-0e02b2c3d479'::uuid, '101'::bit(3), 'a'::"char", 5::oid, '<a/>'::text, 'infinity'::date"""
    )
    return [(column.type_code, value) for column, value in zip(cursor.description, cursor.fetchone())]


@step
def arrays_of_the_server():
    cursor = connect().cursor()
    cursor.execute(
        """SELECT '{}'::int[], '{1,NULL}'::int[], '{{1,2},{3,4}}'::int[], '[0:1]={5,6}'::int[], '{t,f}'::bool[],
        '{"a,b","c\\"d","\\\\e",NULL,"NULL"}'::text[], '{1.50}'::numeric[], '{2024-01-01}'::date[],
        '{"2024-01-01 10:00:00"}'::timestamp[], array['1 day'::interval], '{"{\\"a\\": 1}"}'::jsonb[], '{a}'::varchar(3)[],
        '{f47ac10b-58cc-4372-a567-0e02b2c3d479}'::uuid[], '{1.1.1.1}'::inet[]"""
    )
    return cursor.fetchone()


@step
def bytea():
    cursor = connect().cursor()
    cursor.execute("SELECT %s, %s::bytea", (psycopg2.Binary(b"\x00\xff'"), b"abc"))
    return [bytes(value) for value in cursor.fetchone()]


@step
def time_zones():
    connection = connect()
    cursor = connection.cursor()
    cursor.execute("SET TIME ZONE 'Europe/Oslo'")
    cursor.execute("SELECT '2024-07-01 12:00+00'::timestamptz, '2024-01-01 12:00+00'::timestamptz, '12:00+05:30'::timetz")
    first = cursor.fetchone()
    cursor.tzinfo_factory = None
    cursor.execute("SELECT '2024-07-01 12:00+00'::timestamptz")
    return first, cursor.fetchone()


@step
def uuids():
    extras.register_uuid()
    cursor = connect().cursor()
    value = uuid.UUID("f47ac10b-58cc-4372-a567-0e02b2c3d479")
    cursor.execute("SELECT %s, %s", (value, [value]))
    return cursor.fetchone(), cursor.query


@step
def json_with_own_functions():
    connection = connect()
    extras.register_default_jsonb(connection, loads=lambda text: json.loads(text, parse_float=decimal.Decimal))
    cursor = connection.cursor()
    cursor.execute("SELECT '[1.10]'::jsonb, '[1.10]'::json, %s::jsonb", (extras.Json({"x": None}),))
    return cursor.fetchone()


@step
def ranges():
    cursor = connect().cursor()
    cursor.execute(
        "SELECT '[1,5)'::int4range, 'empty'::int4range, '[2024-01-01,2024-02-01)'::daterange, numrange(1.5, NULL), %s::int4range, %s",
        (extras.NumericRange(1, 3, "[]"), extras.DateRange(dt.date(2024, 1, 1), None)),
    )
    return cursor.fetchone()


@step
def own_typecaster():
    connection = connect()
    money = extensions.new_type((1700,), "CENTS", lambda value, cursor: None if value is None else int(decimal.Decimal(value) * 100))
    extensions.register_type(money, connection)
    cursor = connection.cursor()
    cursor.execute("SELECT 1.25::numeric, NULL::numeric")
    # The embedded PostgreSQL has one transaction at a time.
    connection.rollback()
    other = connect().cursor()
    other.execute("SELECT 1.25::numeric")
    return cursor.fetchone(), other.fetchone()


@step
def own_adapter():
    class Point:
        def __init__(self, x, y):
            self.x, self.y = x, y

    extensions.register_adapter(Point, lambda point: extensions.AsIs(f"'({point.x}, {point.y})'"))
    cursor = connect().cursor()
    cursor.execute("SELECT %s::point", (Point(1, 2),))
    return cursor.fetchone()


@step
def commits_and_rolls_back():
    connection = connect()
    table(connection, ROWS)
    cursor = connection.cursor()
    cursor.execute("DELETE FROM t WHERE id = 1")
    count = cursor.rowcount
    connection.rollback()
    cursor.execute("DELETE FROM t WHERE id = 2")
    connection.commit()
    cursor.execute("SELECT id FROM t ORDER BY id")
    return count, cursor.fetchall()


@step
def status_of_transactions():
    connection = connect()
    said = [(connection.status, connection.get_transaction_status())]
    cursor = connection.cursor()
    cursor.execute("SELECT 1")
    said.append((connection.status, connection.get_transaction_status()))
    attempt(cursor.execute, "SELECT 1/0")
    said.append((connection.status, connection.get_transaction_status()))
    said.append(attempt(cursor.execute, "SELECT 1"))
    connection.commit()
    said.append((connection.status, connection.get_transaction_status()))
    return said


@step
def closing_undoes():
    connection = connect()
    table(connection)
    connection.cursor().execute("INSERT INTO t VALUES (1, 'a', 1)")
    connection.close()
    cursor = connect().cursor()
    cursor.execute("SELECT count(*) FROM t")
    return cursor.fetchone()


@step
def autocommit():
    connection = connect()
    connection.autocommit = True
    cursor = connection.cursor()
    cursor.execute("CREATE TABLE a (x int)")
    state = connection.status, connection.get_transaction_status()
    connection.rollback()
    cursor.execute("SELECT count(*) FROM a")
    counted = cursor.fetchone()
    connection.autocommit = False
    cursor.execute("SELECT 1")
    return state, counted, attempt(setattr, connection, "autocommit", True)


@step
def with_connection():
    connection = connect()
    table(connection)
    with connection:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO t VALUES (1, 'a', 1)")
    failed = None
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute("INSERT INTO t VALUES (2, 'b', 1)")
            cursor.execute("INSERT INTO t VALUES (2, 'c', 1)")
    except psycopg2.IntegrityError as error:
        failed = described(error)
    cursor = connection.cursor()
    cursor.execute("SELECT id FROM t")
    return failed, connection.closed, cursor.fetchall()


@step
def with_autocommit_connection():
    connection = connect()
    table(connection)
    connection.autocommit = True
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute("INSERT INTO t VALUES (1, 'a', 1)")
            raise KeyError("stop")
    except KeyError:
        pass
    cursor = connection.cursor()
    cursor.execute("SELECT count(*) FROM t")
    return cursor.fetchone()


@step
def isolation_levels():
    connection = connect()
    said = []
    for level in ("SERIALIZABLE", "repeatable read", extensions.ISOLATION_LEVEL_READ_COMMITTED, None):
        connection.isolation_level = level
        cursor = connection.cursor()
        cursor.execute("SHOW transaction_isolation")
        said.append((connection.isolation_level, cursor.fetchone()))
        connection.rollback()
    connection.set_isolation_level(extensions.ISOLATION_LEVEL_AUTOCOMMIT)
    said.append(connection.autocommit)
    return said, attempt(connection.set_isolation_level, 9)


@step
def read_only_session():
    connection = connect()
    table(connection)
    connection.set_session(readonly=True, isolation_level="SERIALIZABLE", deferrable=True)
    cursor = connection.cursor()
    refused = attempt(cursor.execute, "INSERT INTO t VALUES (1, 'a', 1)")
    connection.rollback()
    return refused, connection.readonly, connection.deferrable, connection.isolation_level


@step
def savepoints():
    connection = connect()
    table(connection)
    cursor = connection.cursor()
    cursor.execute("INSERT INTO t VALUES (1, 'a', 1)")
    cursor.execute("SAVEPOINT s")
    refused = attempt(cursor.execute, "INSERT INTO t VALUES (1, 'b', 1)")
    cursor.execute("ROLLBACK TO SAVEPOINT s")
    cursor.execute("INSERT INTO t VALUES (2, 'b', 1)")
    connection.commit()
    cursor.execute("SELECT id FROM t ORDER BY id")
    return refused["pgcode"], cursor.fetchall()


@step
def executemany():
    connection = connect()
    table(connection)
    cursor = connection.cursor()
    cursor.executemany("INSERT INTO t VALUES (%s, %s, %s) RETURNING id", ROWS)
    return cursor.rowcount, cursor.statusmessage, attempt(cursor.fetchall), attempt(cursor.executemany, "SELECT %s", [(1,), (2, 3)])


@step
def returning():
    connection = connect()
    table(connection)
    cursor = connection.cursor()
    cursor.execute("INSERT INTO t VALUES (1, 'a', 2), (2, 'b', 3) RETURNING id, price")
    return cursor.fetchall(), cursor.rowcount, cursor.statusmessage, cursor.lastrowid


@step
def several_statements():
    connection = connect()
    table(connection, ROWS)
    cursor = connection.cursor()
    cursor.execute("SELECT 1; SELECT name FROM t WHERE id = 2; ")
    rows = cursor.fetchall()
    cursor.execute("SELECT 1; DELETE FROM t")
    return rows, cursor.rowcount, attempt(cursor.fetchall), attempt(cursor.execute, "DELETE FROM t; SELECT nope")


@step
def unique_violation():
    connection = connect()
    table(connection, ROWS)
    return attempt(connection.cursor().execute, "INSERT INTO t VALUES (9, %s, 1)", ("ant",))


@step
def other_integrity_errors():
    connection = connect()
    table(connection, ROWS)
    cursor = connection.cursor()
    cursor.execute("CREATE TABLE child (t_id integer NOT NULL REFERENCES t (id), EXCLUDE USING btree (t_id WITH =))")
    connection.commit()
    said = []
    for statement in (
        "INSERT INTO t VALUES (9, NULL, 1)",
        "INSERT INTO t VALUES (9, 'z', -1)",
        "INSERT INTO child VALUES (77)",
        "INSERT INTO child VALUES (1), (1)",
    ):
        said.append(attempt(cursor.execute, statement))
        connection.rollback()
    cursor.execute("INSERT INTO child VALUES (1)")
    return said, attempt(cursor.execute, "DELETE FROM t WHERE id = 1")


@step
def programming_errors():
    cursor = connect().cursor()
    said = []
    for statement in (
        "SELEC 1",
        "SELECT * FROM nowhere",
        "SELECT nope FROM pg_class",
        "SELECT count(*), relname FROM pg_class",
        "SELECT nofunction(1)",
        "SELECT 'a' + 1",
        "SELECT * FROM pg_class a, pg_class b WHERE relname = ''",
        "CREATE TABLE pg_class.x (a int)",
        "SELECT 1 FROM\n  pg_class WHERE\n\tnope = 'a quite long line of text that goes on and on beyond what fits'",
    ):
        said.append(attempt(cursor.execute, statement))
        cursor.connection.rollback()
    return said


@step
def data_errors():
    connection = connect()
    table(connection)
    cursor = connection.cursor()
    said = []
    for statement in (
        "SELECT 1/0",
        "SELECT 'x'::integer",
        "SELECT '2024-02-30'::date",
        "SELECT 99999999999::integer",
        "INSERT INTO t VALUES (1, 'a name that is much too long', 1)",
        "INSERT INTO t VALUES (1, 'a', 12345678.9)",
        "SELECT 'abc'::jsonb",
        "SELECT (SELECT generate_series(1, 2))",
    ):
        said.append(attempt(cursor.execute, statement))
        connection.rollback()
    return said


@step
def catching_by_sqlstate():
    connection = connect()
    table(connection, ROWS)
    try:
        connection.cursor().execute("INSERT INTO t VALUES (1, 'x', 1)")
    except errors.UniqueViolation as error:
        return error.diag.constraint_name, error.pgcode, errors.lookup("23505") is type(error), isinstance(error, psycopg2.IntegrityError)


@step
def error_in_a_function():
    connection = connect()
    cursor = connection.cursor()
    cursor.execute("CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1/0; END'")
    connection.commit()
    first = attempt(cursor.execute, "SELECT f()")
    connection.rollback()
    return first, attempt(cursor.execute, "DO $$ BEGIN RAISE EXCEPTION 'mine' USING ERRCODE = 'P0123', HINT = 'h', DETAIL = 'd'; END $$")


@step
def notices():
    connection = connect()
    cursor = connection.cursor()
    cursor.execute("DROP TABLE IF EXISTS nothing")
    cursor.execute("DO $$ BEGIN RAISE NOTICE 'one %', 1; RAISE WARNING 'two' USING HINT = 'look'; END $$")
    return connection.notices


@step
def notifications():
    connection = connect()
    connection.autocommit = True
    cursor = connection.cursor()
    cursor.execute("LISTEN news")
    cursor.execute("NOTIFY news, 'hello'")
    connection.poll()
    return [(notify.channel, notify.payload) for notify in connection.notifies]


@step
def dict_cursors():
    connection = connect()
    table(connection, ROWS)
    cursor = connection.cursor(cursor_factory=extras.DictCursor)
    cursor.execute("SELECT id, name FROM t ORDER BY id")
    row = cursor.fetchone()
    real = connection.cursor(cursor_factory=extras.RealDictCursor)
    real.execute("SELECT id, name, price FROM t ORDER BY id")
    return (
        *(row["name"], row[0], row[:2], dict(row), list(row.keys()), row.get("x", "-"), len(row), row),
        # How it is shown is up to the version of Python.
        *(dict(real.fetchone()), [dict(row) for row in real], type(row).__name__, cursor.fetchall()),
    )


@step
def named_tuples():
    connection = connect()
    table(connection, ROWS)
    cursor = connection.cursor(cursor_factory=extras.NamedTupleCursor)
    cursor.execute("SELECT id, name, 1 AS \"2x\", 2 AS _y FROM t ORDER BY id")
    row = cursor.fetchone()
    return row, row.name, row._fields, cursor.fetchall()


@step
def cursor_factory_of_a_connection():
    connection = connect(cursor_factory=extras.RealDictCursor)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 AS one")
        return [dict(row) for row in cursor], type(cursor).__name__


@step
def execute_values():
    connection = connect()
    table(connection)
    cursor = connection.cursor()
    ids = extras.execute_values(cursor, "INSERT INTO t (id, name) VALUES %s RETURNING id", [(1, "a"), (2, "b"), (3, "c")], page_size=2, fetch=True)
    extras.execute_values(cursor, "UPDATE t SET name = v.n FROM (VALUES %s) AS v (i, n) WHERE id = v.i", [(1, "z")], template="(%s, upper(%s))")
    cursor.execute("SELECT id, name FROM t ORDER BY id")
    return ids, cursor.fetchall(), attempt(extras.execute_values, cursor, "SELECT 1", [(1,)]), attempt(extras.execute_values, cursor, "SELECT %s %s", [(1,)])


@step
def execute_batch():
    connection = connect()
    table(connection)
    cursor = connection.cursor()
    extras.execute_batch(cursor, "INSERT INTO t VALUES (%s, %s, %s)", ROWS, page_size=2)
    query = cursor.query
    cursor.execute("SELECT count(*) FROM t")
    return query, cursor.fetchone()


@step
def composed_sql():
    connection = connect()
    table(connection, ROWS)
    cursor = connection.cursor()
    query = sql.SQL("SELECT {fields} FROM {table} WHERE {key} = {value} OR name = %s").format(
        fields=sql.SQL(", ").join(map(sql.Identifier, ("id", "name"))),
        table=sql.Identifier("public", "t"),
        key=sql.Identifier("name"),
        value=sql.Literal("it's"),
    )
    cursor.execute(query, ("bee",))
    named = sql.SQL("INSERT INTO t ({}) VALUES ({})").format(
        sql.SQL(",").join([sql.Identifier("we\"ird")]), sql.SQL(",").join([sql.Placeholder("a"), sql.Placeholder()])
    )
    return query.as_string(connection), cursor.fetchall(), named.as_string(cursor), repr(named), query == query


@step
def quoted_names():
    connection = connect()
    return extensions.quote_ident('we"ird', connection), extensions.quote_ident("plain", connection.cursor())


@step
def named_cursor():
    connection = connect()
    cursor = connection.cursor("reader")
    cursor.execute("SELECT generate_series(1, 10)")
    before = cursor.description, cursor.rowcount, cursor.query
    said = [cursor.fetchone(), cursor.fetchmany(2), cursor.rownumber, cursor.query]
    cursor.itersize = 3
    rest = [row for row in cursor]
    again = attempt(cursor.execute, "SELECT 1")
    cursor.close()
    return before, said, rest, again, cursor.name


@step
def named_cursor_outside_of_a_transaction():
    connection = connect()
    connection.autocommit = True
    cursor = connection.cursor("reader")
    refused = attempt(cursor.execute, "SELECT 1")
    held = connection.cursor("held", withhold=True)
    held.execute("SELECT generate_series(1, 3)")
    return refused, held.fetchall()


@step
def scrollable_cursor():
    connection = connect()
    cursor = connection.cursor("reader", scrollable=True)
    cursor.execute("SELECT generate_series(1, 5)")
    cursor.fetchmany(3)
    cursor.scroll(-2)
    return cursor.fetchone(), cursor.query


@step
def calling_functions():
    connection = connect()
    cursor = connection.cursor()
    cursor.execute("CREATE FUNCTION add(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT a + b'")
    gave = cursor.callproc("add", [1, 2])
    first = cursor.fetchone(), cursor.query
    cursor.callproc("add", {"b": 5, "a": 1})
    return gave, first, cursor.fetchone(), cursor.query


@step
def copying_in_and_out():
    connection = connect()
    table(connection)
    cursor = connection.cursor()
    cursor.copy_from(io.StringIO("1\tant\t1.5\n2\tbee\t\\N\n"), "t", columns=("id", "name", "price"))
    copied = cursor.rowcount, cursor.query
    out = io.StringIO()
    cursor.copy_to(out, "t", sep="|", null="-")
    csv = io.StringIO()
    cursor.copy_expert("COPY (SELECT * FROM t ORDER BY id DESC) TO STDOUT WITH CSV HEADER", csv)
    refused = attempt(cursor.copy_expert, "COPY t FROM STDIN", io.StringIO("x\ty\tz\n"))
    return copied, out.getvalue(), csv.getvalue(), refused


@step
def copy_needs_its_method():
    connection = connect()
    table(connection)
    said = attempt(connection.cursor().execute, "COPY t FROM STDIN")
    return said["type"] if isinstance(said, dict) else said


@step
def not_supported():
    cursor = connect().cursor()
    return attempt(cursor.nextset), cursor.setinputsizes([1]), cursor.setoutputsize(1)


@step
def composite_types():
    connection = connect()
    cursor = connection.cursor()
    cursor.execute("CREATE TYPE card AS (value int, suit text)")
    extras.register_composite("card", cursor)
    cursor.execute("SELECT (8, 'hearts, \"red\"')::card, array[(1, NULL)::card]")
    return cursor.fetchone()


@step
def enum_values():
    connection = connect()
    cursor = connection.cursor()
    cursor.execute("CREATE TYPE medal AS ENUM ('gold', 'silver')")
    cursor.execute("SELECT 'gold'::medal, array['gold', 'silver']::medal[]")
    return cursor.fetchone(), attempt(cursor.execute, "SELECT 'tin'::medal")


@step
def logging_connection():
    out = io.StringIO()
    connection = connect(connection_factory=extras.LoggingConnection)
    uninitialised = attempt(connection.cursor)
    connection.initialize(out)
    connection.cursor().execute("SELECT %s", (1,))
    return uninitialised, out.getvalue()


@step
def pooling():
    kept = pool.SimpleConnectionPool(1, 2, DSN)
    one = kept.getconn()
    two = kept.getconn()
    exhausted = attempt(kept.getconn)
    one.cursor().execute("SELECT 1")
    one.rollback()
    kept.putconn(one)
    again = kept.getconn() is one
    strange = attempt(kept.putconn, object())
    kept.putconn(two)
    kept.closeall()
    return exhausted, again, strange["type"], one.closed, attempt(kept.getconn)


@step
def module_globals():
    return psycopg2.apilevel, psycopg2.threadsafety, psycopg2.paramstyle, psycopg2.STRING == 25, psycopg2.NUMBER == 23, psycopg2.Date(2024, 1, 2).getquoted()


@step
def settings_of_a_session():
    one, other = connect(), connect(application_name="other")
    one.autocommit = other.autocommit = True
    a, b = one.cursor(), other.cursor()
    a.execute("SET work_mem = '5MB'")
    b.execute("SHOW work_mem")
    b.execute("SET work_mem = '7MB'")
    a.execute("SHOW work_mem")
    first = a.fetchone()
    b.execute("SHOW work_mem")
    second = b.fetchone()
    a.execute("SHOW application_name")
    b.execute("SELECT current_setting('application_name')")
    return first, second, a.fetchone(), b.fetchone()


@step
def search_path():
    connection = connect(options="-c search_path=other,public")
    cursor = connection.cursor()
    cursor.execute("CREATE SCHEMA IF NOT EXISTS other")
    cursor.execute("SHOW search_path")
    said = cursor.fetchone()
    connection.rollback()
    return said


@step
def reset():
    connection = connect()
    connection.isolation_level = "SERIALIZABLE"
    cursor = connection.cursor()
    cursor.execute("SET work_mem = '5MB'")
    connection.reset()
    cursor.execute("SHOW work_mem")
    return cursor.fetchone(), connection.isolation_level, connection.status


@step
def temporary_tables():
    connection = connect()
    cursor = connection.cursor()
    cursor.execute("CREATE TEMP TABLE scratch (x int)")
    connection.commit()
    connection.close()
    return attempt(connect().cursor().execute, "SELECT * FROM scratch")


@step
def set_role():
    connection = connect()
    cursor = connection.cursor()
    table(connection)
    cursor.execute("CREATE ROLE step_reader")
    cursor.execute("SET LOCAL ROLE step_reader")
    refused = attempt(cursor.execute, "SELECT * FROM t")
    connection.rollback()
    return refused


@step
def large_result():
    cursor = connect().cursor()
    cursor.execute("SELECT i, repeat('x', 50) FROM generate_series(1, 30000) i")
    rows = cursor.fetchall()
    return len(rows), rows[-1][0], cursor.rowcount


@step
def info():
    connection = connect()
    cursor = connection.cursor()
    cursor.execute("SELECT pg_backend_pid()")
    return connection.info.dbname, connection.info.user, connection.info.status, connection.info.transaction_status, connection.info.protocol_version, cursor.fetchone()[0] == connection.info.backend_pid, connection.info.parameter_status("server_encoding")
