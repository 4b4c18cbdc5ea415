"""SQLAlchemy Core: engine, pool, expressions, types, reflection."""

import datetime as dt
import decimal
import enum
import uuid

import sqlalchemy as sa
from harness import URL, described, step
from sqlalchemy import event, func, select, text
from sqlalchemy.dialects import postgresql as pg


def make_engine(**options):
    return sa.create_engine(URL, **options)


def attempt(function, *arguments, **options):
    try:
        return function(*arguments, **options)
    except Exception as error:
        return described(error)


def schema():
    metadata = sa.MetaData()
    clubs = sa.Table(
        "clubs",
        metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(40), nullable=False, unique=True),
        sa.Column("city", sa.Text),
    )
    athletes = sa.Table(
        "athletes",
        metadata,
        sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
        sa.Column("club_id", sa.ForeignKey("clubs.id", ondelete="CASCADE")),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("born_on", sa.Date),
        sa.Column("active", sa.Boolean, server_default=sa.true(), nullable=False),
    )
    return metadata, clubs, athletes


def filled():
    engine = make_engine()
    metadata, clubs, athletes = schema()
    metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(clubs.insert(), [{"name": "Harriers", "city": "Bergen"}, {"name": "Velocity", "city": None}])
        connection.execute(
            athletes.insert(),
            [
                {"name": "Ida", "club_id": 1, "born_on": dt.date(1994, 2, 11)},
                {"name": "Jonas", "club_id": 1, "born_on": None},
                {"name": "Amara", "club_id": 2, "born_on": dt.date(1998, 12, 5)},
                {"name": "Noor", "club_id": None, "born_on": None},
            ],
        )
    return engine, clubs, athletes


def traced(engine):
    """The statements that an engine sends, with their parameters."""
    sent = []

    @event.listens_for(engine, "before_cursor_execute")
    def note(connection, cursor, statement, parameters, context, executemany):
        # An INSERT of the ORM names its columns in an order that differs from run to run.
        shown = dict(sorted(parameters.items())) if isinstance(parameters, dict) else parameters
        sent.append((statement, shown, executemany))

    return sent


@step
def connects_lazily():
    engine = make_engine()
    before = engine.pool.status()
    with engine.connect() as connection:
        one = connection.scalar(text("SELECT 1"))
        during = engine.pool.status()
    return before, one, during, engine.pool.status(), str(engine.dialect.name), engine.driver


@step
def server_version():
    engine = make_engine()
    with engine.connect():
        dialect = engine.dialect
        return dialect.server_version_info[0], dialect.default_schema_name, dialect.supports_native_enum, dialect.use_native_hstore


@step
def wrong_database():
    said = attempt(sa.create_engine(sa.make_url(URL).set(database="nowhere")).connect)
    return said["type"], said["bases"], 'database "nowhere" does not exist' in said["message"]


@step
def pool_events():
    engine = make_engine()
    heard = []
    for name in ("connect", "first_connect", "checkout", "checkin", "reset", "close", "invalidate", "close_detached", "detach"):
        event.listen(engine, name, lambda *_arguments, name=name: heard.append(name))
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
    with engine.connect() as connection:
        connection.invalidate()
    with engine.connect() as connection:
        connection.detach()
    engine.dispose()
    return heard


@step
def pool_limit():
    engine = make_engine(pool_size=1, max_overflow=0, pool_timeout=0.1)
    with engine.connect():
        return attempt(engine.connect)


@step
def static_and_null_pools():
    said = []
    for kind in (sa.pool.NullPool, sa.pool.StaticPool, sa.pool.QueuePool):
        engine = make_engine(poolclass=kind)
        connects = []
        event.listen(engine, "connect", lambda *_arguments, connects=connects: connects.append(1))
        for _ in range(3):
            with engine.connect() as connection:
                connection.execute(text("SELECT 1"))
        said.append((kind.__name__, len(connects)))
    return said


@step
def pre_ping():
    engine = make_engine(pool_pre_ping=True)
    with engine.connect() as connection:
        return connection.scalar(text("SELECT 1"))


@step
def echo():
    engine = make_engine(echo=True)
    with engine.begin() as connection:
        connection.execute(text("SELECT :x"), {"x": 1})


@step
def engine_events():
    engine = make_engine()
    heard = []
    for name in ("begin", "commit", "rollback", "savepoint", "release_savepoint"):
        event.listen(engine, name, lambda connection, *rest, name=name: heard.append((name, *[r for r in rest if isinstance(r, str)])))
    with engine.begin() as connection:
        with connection.begin_nested():
            connection.execute(text("SELECT 1"))
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
    return heard


@step
def bound_parameters():
    with make_engine().connect() as connection:
        return connection.execute(text("SELECT :a AS a, :b AS b, '100%' AS c"), {"a": "it's", "b": None}).mappings().one()


@step
def result_methods():
    engine, clubs, athletes = filled()
    query = select(athletes.c.id, athletes.c.name).order_by(athletes.c.id)
    with engine.connect() as connection:
        run = lambda: connection.execute(query)  # noqa: E731
        return [
            run().all(),
            run().first(),
            run().scalars().all(),
            run().mappings().first(),
            list(run().partitions(3)),
            run().fetchmany(2),
            run().keys(),
            run().columns("name").all(),
            run().tuples().all(),
            run().unique().all(),
            attempt(lambda: run().one()),
            attempt(lambda: run().scalar_one_or_none()),
            [row._asdict() for row in run()],
            run().rowcount,
        ]


@step
def no_rows():
    engine, clubs, athletes = filled()
    with engine.connect() as connection:
        empty = select(clubs).where(sa.false())
        changed = connection.execute(clubs.update().values(city="x"))
        return (
            connection.execute(empty).all(),
            connection.execute(empty).one_or_none(),
            attempt(connection.execute(empty).one),
            changed.rowcount,
            attempt(changed.all),
        )


@step
def transactions():
    engine, clubs, athletes = filled()
    said = []
    with engine.connect() as connection:
        connection.execute(clubs.delete())
        said.append(connection.in_transaction())
    with engine.connect() as connection:
        said.append(connection.scalar(select(func.count()).select_from(clubs)))
        connection.execute(clubs.insert().values(name="New"))
        connection.commit()
        said.append(attempt(connection.begin) is not None)
        said.append(attempt(connection.begin))
    try:
        with engine.begin() as connection:
            connection.execute(clubs.insert().values(name="Lost"))
            raise KeyError("stop")
    except KeyError:
        pass
    with engine.connect() as connection:
        said.append(connection.execute(select(clubs.c.name).order_by(clubs.c.id)).all())
    return said


@step
def savepoints():
    engine, clubs, athletes = filled()
    with engine.begin() as connection:
        refused = None
        try:
            with connection.begin_nested():
                connection.execute(clubs.insert().values(name="Harriers"))
        except sa.exc.IntegrityError as error:
            refused = described(error)
        connection.execute(clubs.insert().values(name="Third"))
    with engine.connect() as connection:
        return refused, connection.execute(select(clubs.c.name).order_by(clubs.c.id)).all()


@step
def failed_transaction():
    engine, clubs, athletes = filled()
    with engine.connect() as connection:
        return attempt(connection.execute, text("SELECT 1/0")), attempt(connection.execute, text("SELECT 1"))


@step
def isolation_levels():
    engine = make_engine()
    said = []
    for level in ("SERIALIZABLE", "REPEATABLE READ", "READ COMMITTED", "READ UNCOMMITTED", "AUTOCOMMIT"):
        with engine.connect().execution_options(isolation_level=level) as connection:
            said.append((connection.get_isolation_level(), connection.scalar(text("SHOW transaction_isolation"))))
    with engine.connect() as connection:
        said.append(connection.get_isolation_level())
    said.append(attempt(lambda: engine.connect().execution_options(isolation_level="WILD")))
    return said


@step
def autocommit():
    engine, clubs, athletes = filled()
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(clubs.insert().values(name="Kept"))
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(clubs))


@step
def read_only():
    engine, clubs, athletes = filled()
    with engine.connect().execution_options(postgresql_readonly=True, postgresql_deferrable=True) as connection:
        return attempt(connection.execute, clubs.insert().values(name="x"))


@step
def insert_returning():
    engine, clubs, athletes = filled()
    sent = traced(engine)
    with engine.begin() as connection:
        result = connection.execute(athletes.insert().values(name="Leo", club_id=1))
        more = connection.execute(athletes.insert().returning(athletes.c.id, athletes.c.active), [{"name": "A"}, {"name": "B"}])
        return result.inserted_primary_key, result.rowcount, result.lastrowid, more.all(), sent


@step
def insert_many_values():
    engine = make_engine(insertmanyvalues_page_size=3)
    metadata, clubs, athletes = schema()
    metadata.create_all(engine)
    sent = traced(engine)
    with engine.begin() as connection:
        result = connection.execute(
            clubs.insert().returning(clubs.c.id, clubs.c.name, sort_by_parameter_order=True),
            [{"name": f"club {number}"} for number in range(7)],
        )
        return result.all(), sent


@step
def executemany_modes():
    said = []
    for mode in ("values_only", "values_plus_batch"):
        engine = make_engine(executemany_mode=mode, executemany_batch_page_size=2)
        metadata, clubs, athletes = schema()
        metadata.drop_all(engine)
        metadata.create_all(engine)
        with engine.begin() as connection:
            connection.execute(clubs.insert(), [{"id": number, "name": f"club {number}"} for number in range(5)])
            result = connection.execute(
                clubs.update().where(clubs.c.id == sa.bindparam("i")).values(city=sa.bindparam("c")),
                [{"i": 1, "c": "a"}, {"i": 2, "c": "b"}, {"i": 3, "c": "c"}],
            )
            said.append((mode, result.rowcount, connection.execute(select(clubs.c.city).order_by(clubs.c.id)).all()))
    return said


@step
def update_and_delete_returning():
    engine, clubs, athletes = filled()
    with engine.begin() as connection:
        changed = connection.execute(
            athletes.update().where(athletes.c.club_id == clubs.c.id, clubs.c.name == "Harriers").values(active=False).returning(athletes.c.name)
        )
        rows = sorted(changed.all())
        gone = connection.execute(athletes.delete().where(athletes.c.name.like("N%")).returning(athletes))
        return rows, changed.rowcount, gone.all(), connection.execute(athletes.delete()).rowcount


@step
def upsert():
    engine, clubs, athletes = filled()
    insert = pg.insert(clubs)
    with engine.begin() as connection:
        nothing = connection.execute(insert.values(name="Harriers").on_conflict_do_nothing(index_elements=["name"]))
        changed = connection.execute(
            insert.values([{"name": "Harriers", "city": "Oslo"}, {"name": "Brand new", "city": "Turku"}])
            .on_conflict_do_update(index_elements=[clubs.c.name], set_={"city": insert.excluded.city})
            .returning(clubs.c.name, clubs.c.city)
        )
        return nothing.rowcount, nothing.inserted_primary_key_rows, changed.all()


@step
def foreign_key_violation():
    engine, clubs, athletes = filled()
    with engine.begin() as connection:
        return attempt(connection.execute, athletes.insert().values(name="X", club_id=99))


@step
def errors_of_every_kind():
    engine, clubs, athletes = filled()
    said = []
    for statement in (
        text("SELEC 1"),
        text("SELECT * FROM nowhere"),
        clubs.insert().values(name=None),
        clubs.insert().values(name="x" * 50),
        text("SELECT 1/0"),
        select(sa.cast("x", sa.Integer)),
        text("SELECT :missing"),
    ):
        with engine.connect() as connection:
            said.append(attempt(connection.execute, statement))
    return said


@step
def hidden_parameters():
    engine = make_engine(hide_parameters=True)
    with engine.connect() as connection:
        return attempt(connection.execute, text("SELECT * FROM nowhere WHERE x = :secret"), {"secret": "s3cret"})


@step
def expressions():
    engine, clubs, athletes = filled()
    a, c = athletes.c, clubs.c
    queries = [
        select(a.name, c.name.label("club")).join_from(athletes, clubs).order_by(a.name),
        select(a.name, c.name).outerjoin_from(athletes, clubs).order_by(a.id),
        select(c.city, func.count(a.id)).join_from(clubs, athletes).group_by(c.id).having(func.count(a.id) > 1),
        select(a.name).where(a.name.in_(["Ida", "Noor"])).order_by(a.name.desc()),
        select(a.name).where(a.name.in_([])),
        select(a.name).where(sa.or_(a.name.ilike("i%"), a.born_on.is_(None)), ~a.active.is_(False)).order_by(a.id),
        select(a.name).where(a.born_on.between(dt.date(1990, 1, 1), dt.date(1995, 1, 1))),
        select(sa.case((a.born_on.is_(None), "unknown"), else_=sa.cast(a.born_on, sa.String))).order_by(a.id),
        select(a.name, func.row_number().over(partition_by=a.club_id, order_by=a.name)).order_by(a.id),
        select(sa.exists().where(a.club_id == c.id)).select_from(clubs).order_by(c.id),
        select(a.name).where(a.club_id == select(func.max(c.id)).scalar_subquery()),
        sa.union_all(select(c.name), select(a.name)).order_by("name").limit(3).offset(1),
        select(func.coalesce(c.city, "-"), func.length(c.name), func.now() > dt.datetime(2020, 1, 1)).order_by(c.id),
        select(sa.extract("year", a.born_on)).where(a.born_on.isnot(None)).order_by(a.id),
        select(a.name + " of " + func.coalesce(c.name, "none")).outerjoin_from(athletes, clubs).order_by(a.id),
        select(a.id * 2 - 1, a.id / 2, a.id // 2, a.id % 2, -a.id).order_by(a.id),
        select(a.name.regexp_match("^[IJ]"), a.name.startswith("I"), a.name.contains("%", autoescape=True)).order_by(a.id),
        select(sa.literal(1), sa.null(), sa.true(), sa.literal_column("'x'"), sa.text("2")),
        select(a.name).distinct(a.club_id).order_by(a.club_id, a.name),
        select(func.array_agg(a.name).filter(a.club_id == 1)),
        select(func.string_agg(a.name, pg.aggregate_order_by(", ", a.name.desc()))),
        select(a.name).with_for_update(skip_locked=True).order_by(a.id),
        select(sa.tuple_(a.id, a.club_id).in_([(1, 1), (2, 9)])).order_by(a.id),
        select(func.percentile_cont(0.5).within_group(a.id)),
        select(sa.values(sa.column("n", sa.Integer), sa.column("w", sa.String), name="v").data([(1, "a"), (2, "b")])),
        select(func.generate_series(1, 3).table_valued("value").render_derived()),
    ]
    with engine.connect() as connection:
        return [(str(query.compile(engine)), connection.execute(query).all()) for query in queries]


@step
def common_table_expressions():
    engine, clubs, athletes = filled()
    numbers = select(sa.literal(1).label("n")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.n + 1).where(numbers.c.n < 5))
    gone = athletes.delete().where(athletes.c.name == "Noor").returning(athletes.c.name).cte("gone")
    with engine.begin() as connection:
        return connection.execute(select(numbers)).all(), connection.execute(select(gone)).all()


@step
def lateral_and_aliases():
    engine, clubs, athletes = filled()
    first = select(athletes.c.name).where(athletes.c.club_id == clubs.c.id).order_by(athletes.c.id).limit(1).lateral("first")
    one, other = athletes.alias("one"), athletes.alias("other")
    with engine.connect() as connection:
        return (
            connection.execute(select(clubs.c.name, first.c.name).join_from(clubs, first, sa.true()).order_by(clubs.c.id)).all(),
            connection.execute(select(one.c.name, other.c.name).where(one.c.club_id == other.c.club_id, one.c.id < other.c.id)).all(),
        )


class Medal(enum.Enum):
    gold = "Au"
    silver = "Ag"


def every_type():
    return sa.Table(
        "everything",
        sa.MetaData(),
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("small", sa.SmallInteger),
        sa.Column("big", sa.BigInteger),
        sa.Column("exact", sa.Numeric(10, 2)),
        sa.Column("loose", sa.Float),
        sa.Column("double", sa.Double),
        sa.Column("word", sa.String(10)),
        sa.Column("prose", sa.Text),
        sa.Column("yes", sa.Boolean),
        sa.Column("day", sa.Date),
        sa.Column("clock", sa.Time),
        sa.Column("moment", sa.DateTime),
        sa.Column("instant", sa.DateTime(timezone=True)),
        sa.Column("span", sa.Interval),
        sa.Column("medal", sa.Enum(Medal, name="medal_kind")),
        sa.Column("key", sa.Uuid),
        sa.Column("raw", sa.LargeBinary),
        sa.Column("document", sa.JSON),
        sa.Column("facts", pg.JSONB),
        sa.Column("numbers", pg.ARRAY(sa.Integer)),
        sa.Column("words", pg.ARRAY(sa.Text)),
        sa.Column("grid", pg.ARRAY(sa.Integer, dimensions=2)),
        sa.Column("medals", pg.ARRAY(sa.Enum(Medal, name="medal_kind", create_type=False))),
        sa.Column("address", pg.INET),
        sa.Column("network", pg.CIDR),
        sa.Column("mac", pg.MACADDR),
        sa.Column("bits", pg.BIT(3)),
        sa.Column("cash", pg.MONEY),
        sa.Column("whole", pg.INT4RANGE),
        sa.Column("days", pg.DATERANGE),
        sa.Column("between", pg.TSTZRANGE),
        sa.Column("vector", pg.TSVECTOR),
        sa.Column("oid", pg.OID),
        sa.Column("pickled", sa.PickleType),
    )


@step
def types_there_and_back():
    engine = make_engine()
    table = every_type()
    table.metadata.create_all(engine)
    values = {
        "small": 1,
        "big": 2**40,
        "exact": decimal.Decimal("1.50"),
        "loose": 1.5,
        "double": 0.1,
        "word": "ü",
        "prose": "it's 100%\\",
        "yes": True,
        "day": dt.date(2024, 2, 29),
        "clock": dt.time(1, 2, 3),
        "moment": dt.datetime(2024, 1, 2, 3, 4, 5, 6),
        "instant": dt.datetime(2024, 1, 2, tzinfo=dt.timezone.utc),
        "span": dt.timedelta(days=1, seconds=2),
        "medal": Medal.gold,
        "key": uuid.UUID(int=5),
        "raw": b"\x00\xff",
        "document": {"a": [1, None, "ü"]},
        "facts": {"b": {"c": 1.5}},
        "numbers": [1, 2, None],
        "words": ["a", "b,c", 'd"e'],
        "grid": [[1, 2], [3, 4]],
        "medals": [Medal.silver, Medal.gold],
        "address": "10.0.0.1",
        "network": "10.0.0.0/8",
        "mac": "08:00:2b:01:02:03",
        "bits": "101",
        "cash": "12.34",
        "whole": pg.Range(1, 5),
        "days": pg.Range(dt.date(2024, 1, 1), None),
        "between": pg.Range(empty=True),
        "vector": "fast runner",
        "oid": 5,
        "pickled": {"x": {1}},
    }
    with engine.begin() as connection:
        connection.execute(table.insert().values(**values))
        connection.execute(table.insert().values(id=2))
        return [dict(row._mapping) for row in connection.execute(table.select().order_by(table.c.id))]


@step
def wrong_values_for_types():
    engine = make_engine()
    table = every_type()
    table.metadata.create_all(engine)
    said = []
    for values in (
        {"small": 70000},
        {"exact": "x"},
        {"word": "much too long for it"},
        {"day": "2024-02-30"},
        {"medal": "tin"},
        {"key": "x"},
        {"facts": object},
        {"numbers": 5},
        {"address": "x"},
        {"yes": 5},
        {"whole": pg.Range(5, 1)},
    ):
        with engine.begin() as connection:
            said.append((list(values), attempt(connection.execute, table.insert().values(**values))))
            connection.rollback() if connection.in_transaction() else None
    return said


@step
def jsonb_operators():
    engine = make_engine()
    table = sa.Table("documents", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("body", pg.JSONB))
    table.metadata.create_all(engine)
    body = table.c.body
    with engine.begin() as connection:
        connection.execute(table.insert(), [{"body": {"a": {"b": [1, 2]}, "n": 5}}, {"body": [1, "x"]}, {"body": None}])
        return connection.execute(
            select(
                body["a"]["b"],
                body[("a", "b", 1)].as_integer(),
                body["n"].as_integer() > 3,
                body.contains({"n": 5}),
                body.has_key("a"),
                body["a"].astext,
                func.jsonb_typeof(body),
                body.is_(None),
            ).order_by(table.c.id)
        ).all()


@step
def array_operators():
    engine = make_engine()
    table = sa.Table("lists", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True), sa.Column("n", pg.ARRAY(sa.Integer)))
    table.metadata.create_all(engine)
    n = table.c.n
    with engine.begin() as connection:
        connection.execute(table.insert(), [{"n": [1, 2, 3]}, {"n": []}, {"n": None}])
        return connection.execute(
            select(n[1], n[1:2], n.contains([1]), n.overlap([3, 9]), n.any(2), sa.any_(n) == 3, func.cardinality(n), n + [4]).order_by(table.c.id)
        ).all()


@step
def server_defaults():
    engine = make_engine()
    table = sa.Table(
        "defaults",
        sa.MetaData(),
        sa.Column("id", sa.Integer, sa.Identity(start=10, increment=5), primary_key=True),
        sa.Column("made", sa.DateTime(timezone=True), server_default=func.now()),
        sa.Column("word", sa.String(10), server_default="it's"),
        sa.Column("counted", sa.Integer, sa.Sequence("counter", start=3)),
        sa.Column("python", sa.Integer, default=lambda: 7, onupdate=8),
        sa.Column("doubled", sa.Integer, sa.Computed("python * 2", persisted=True)),
        sa.Column("key", sa.Uuid, server_default=func.gen_random_uuid()),
    )
    table.metadata.create_all(engine)
    sent = traced(engine)
    with engine.begin() as connection:
        result = connection.execute(table.insert())
        connection.execute(table.insert(), [{}, {"word": "own"}])
        connection.execute(table.update().where(table.c.id == 10).values(word="new"))
        c = table.c
        rows = connection.execute(select(c.id, c.made.isnot(None), c.word, c.counted, c.python, c.doubled, c.key.isnot(None)).order_by(c.id)).all()
        return result.inserted_primary_key, rows, sent


@step
def create_and_drop_all():
    engine = make_engine()
    metadata, clubs, athletes = schema()
    sent = traced(engine)
    metadata.create_all(engine)
    metadata.create_all(engine)
    names = sa.inspect(engine).get_table_names()
    metadata.drop_all(engine)
    return names, sa.inspect(engine).get_table_names(), [statement for statement, _, _ in sent if "pg_catalog" not in statement]


@step
def drop_what_others_need():
    engine, clubs, athletes = filled()
    return attempt(clubs.drop, engine), attempt(clubs.create, engine)


def reflected():
    engine = make_engine()
    with engine.begin() as connection:
        connection.execute(
            text(
                """CREATE TYPE medal AS ENUM ('gold', 'silver');
                CREATE DOMAIN positive AS integer DEFAULT 1 NOT NULL CHECK (VALUE > 0);
                CREATE SCHEMA IF NOT EXISTS archive;
                DROP TABLE IF EXISTS archive.old;
                CREATE TABLE clubs (id serial PRIMARY KEY, name varchar(40) NOT NULL, city text,
                  CONSTRAINT clubs_name_key UNIQUE (name));
                COMMENT ON TABLE clubs IS 'Where athletes meet';
                COMMENT ON COLUMN clubs.city IS 'Its home';
                CREATE TABLE athletes (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                  club_id integer REFERENCES clubs (id) ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED,
                  name text NOT NULL DEFAULT 'nobody', born_on date CHECK (born_on > '1900-01-01'), best medal, level positive,
                  price numeric(8,2), tags text[], data jsonb, made timestamptz(3) DEFAULT now(), spans interval day to second,
                  full_name text GENERATED ALWAYS AS (name || '!') STORED, c char(2), b bit varying(5), f real, u uuid);
                CREATE INDEX athletes_name ON athletes (lower(name), born_on DESC NULLS LAST) WHERE born_on IS NOT NULL;
                CREATE UNIQUE INDEX athletes_once ON athletes USING btree (club_id, name) INCLUDE (price);
                CREATE VIEW elders AS SELECT id, name FROM athletes WHERE born_on < '1990-01-01';
                CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM athletes;
                CREATE TABLE archive.old (id integer PRIMARY KEY, clubs_id integer REFERENCES clubs (id));
                CREATE SEQUENCE tickets;"""
            )
        )
    return engine


@step
def reflects_names():
    inspector = sa.inspect(reflected())
    said = (
        inspector.get_schema_names(),
        inspector.get_table_names(),
        inspector.get_view_names(),
        inspector.get_materialized_view_names(),
        sorted(inspector.get_sequence_names()),
        inspector.get_table_names("archive"),
        inspector.has_table("clubs"),
        inspector.has_table("nope"),
        inspector.has_sequence("tickets"),
        inspector.has_index("athletes", "athletes_name"),
        inspector.has_schema("archive"),
        inspector.default_schema_name,
    )
    with inspector.engine.begin() as connection:
        connection.execute(text("DROP SCHEMA archive CASCADE"))
    return said


@step
def reflects_columns():
    inspector = sa.inspect(reflected())
    return [inspector.get_columns(name) for name in ("clubs", "athletes", "elders")]


@step
def reflects_constraints():
    inspector = sa.inspect(reflected())
    return [
        (
            inspector.get_pk_constraint(name),
            inspector.get_foreign_keys(name),
            inspector.get_unique_constraints(name),
            inspector.get_check_constraints(name),
            inspector.get_indexes(name),
            inspector.get_table_comment(name),
        )
        for name in ("clubs", "athletes")
    ]


@step
def reflects_types_and_views():
    inspector = sa.inspect(reflected())
    return inspector.get_enums(), inspector.get_domains(), inspector.get_view_definition("elders"), attempt(inspector.get_columns, "nope")


@step
def reflects_everything_at_once():
    inspector = sa.inspect(reflected())
    return sorted(map(repr, inspector.get_multi_columns().items())), sorted(map(repr, inspector.get_multi_foreign_keys().items()))


@step
def autoload():
    engine = reflected()
    metadata = sa.MetaData()
    athletes = sa.Table("athletes", metadata, autoload_with=engine)
    metadata.reflect(engine, views=True)
    return sorted(metadata.tables), repr(athletes.c.club_id), repr(athletes.c.best.type), str(sa.schema.CreateTable(athletes).compile(engine)), attempt(lambda: sa.Table("nope", sa.MetaData(), autoload_with=engine))


@step
def ddl_constructs():
    engine = make_engine()
    metadata = sa.MetaData(naming_convention={"ix": "ix_%(column_0_label)s", "ck": "ck_%(table_name)s_%(constraint_name)s", "pk": "pk_%(table_name)s"})
    table = sa.Table(
        "things",
        metadata,
        sa.Column("id", sa.BigInteger, primary_key=True),
        sa.Column("name", sa.String(20), index=True, comment="its name"),
        sa.Column("price", sa.Numeric(6, 2), sa.CheckConstraint("price > 0", name="positive")),
        sa.Index("ix_lower", func.lower(sa.column("name")), unique=True, postgresql_where=sa.text("price > 1")),
        comment="Things, it's said",
    )
    sent = traced(engine)
    metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(sa.schema.CreateSchema("extra"))
        connection.execute(sa.schema.DropSchema("extra"))
        refused = attempt(connection.execute, table.insert().values(price=-1))
    statements = [s for s, _, _ in sent if "pg_catalog" not in s]
    # A table keeps its indexes in a set, whose order is chance.
    return [s for s in statements if " INDEX " not in s], sorted(s for s in statements if " INDEX " in s), refused


@step
def streaming():
    engine, clubs, athletes = filled()
    sent = traced(engine)
    with engine.connect() as connection:
        streamed = connection.execution_options(stream_results=True, max_row_buffer=2).execute(select(athletes.c.name).order_by(athletes.c.id))
        first = streamed.fetchone()
        rest = streamed.all()
        yielded = list(connection.execution_options(yield_per=3).execute(select(athletes.c.id).order_by(athletes.c.id)).partitions())
        return first, rest, yielded, sent


@step
def compiled_sql():
    engine = make_engine()
    metadata, clubs, athletes = schema()
    query = select(clubs).where(clubs.c.name == "x", clubs.c.id.in_([1, 2]))
    compiled = query.compile(engine)
    return str(compiled), compiled.params, str(query.compile(engine, compile_kwargs={"literal_binds": True})), str(clubs.insert().compile(engine)), [str(sa.schema.CreateTable(t).compile(engine)) for t in (clubs, athletes)]


@step
def driver_connection():
    with make_engine().connect() as connection:
        raw = connection.connection.driver_connection
        with connection.connection.cursor() as cursor:
            cursor.execute("SELECT %s", (5,))
            return type(raw).__module__, cursor.fetchone(), raw.status


@step
def raw_connection():
    engine = make_engine()
    raw = engine.raw_connection()
    cursor = raw.cursor()
    cursor.execute("SELECT 1")
    said = cursor.fetchall()
    raw.close()
    return said, engine.pool.status()


@step
def schema_translate_and_execution_options():
    engine = make_engine()
    metadata, clubs, athletes = schema()
    with engine.begin() as connection:
        connection.execute(text("CREATE SCHEMA tenant"))
        translated = connection.execution_options(schema_translate_map={None: "tenant"})
        metadata.create_all(translated)
        translated.execute(clubs.insert().values(name="There"))
        said = connection.execute(text("SELECT name FROM tenant.clubs")).all()
        connection.execute(text("DROP SCHEMA tenant CASCADE"))
        return said


@step
def type_decorators():
    class Upper(sa.TypeDecorator):
        impl = sa.String
        cache_ok = True

        def process_bind_param(self, value, dialect):
            return None if value is None else value.lower()

        def process_result_value(self, value, dialect):
            return None if value is None else value.upper()

    engine = make_engine()
    table = sa.Table("words", sa.MetaData(), sa.Column("w", Upper(10)))
    table.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(table.insert(), [{"w": "MiXed"}, {"w": None}])
        return connection.execute(table.select()).all(), connection.execute(text("SELECT w FROM words")).all()


@step
def handle_error_event():
    engine = make_engine()
    heard = []

    @event.listens_for(engine, "handle_error")
    def note(context):
        heard.append((type(context.original_exception).__name__, context.is_disconnect, context.statement))

    with engine.connect() as connection:
        attempt(connection.execute, text("SELECT 1/0"))
    return heard


@step
def notices_of_the_driver():
    with make_engine().connect() as connection:
        connection.execute(text("DROP TABLE IF EXISTS nothing"))
        return connection.connection.driver_connection.notices
