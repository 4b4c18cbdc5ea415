"""What SQLAlchemy Core does, for the trace: its compiler, engines, dialect and pools."""

import functools
import weakref

import _layer_by_layer_driver as driver
from sqlalchemy import Engine, event
from sqlalchemy.dialects.postgresql.psycopg2 import PGDialect_psycopg2
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import CacheStats, ExecuteStyle
from sqlalchemy.pool import Pool, QueuePool
from sqlalchemy.pool.base import _ConnectionRecord
from sqlalchemy.sql.elements import ClauseElement, CompilerElement

from .trace import listener, quietly, said, span_around, trace
from .trace_texts import bound, cut, facts, text, value_text
from .trace_trees import kind_of, tree_of

_CACHE = {CacheStats.CACHE_HIT: "hit", CacheStats.CACHE_MISS: "miss"}
_MOST_PARAMETERS = 20
#: Of what an engine's first connection is used for before the program gets it.
_FOR_DIALECT = " (for the dialect)"


class _Executing:
    """The statement that an engine executes."""

    span = None
    #: Of one that is sent in batches: which context it belongs to, and how many there were.
    context = None
    batch = 0


#: What a program's connections are called: a name for each, in the order in which they were made.
_names = weakref.WeakKeyDictionary()
_made = 0


def begin_run():
    """Forgets what the program before this one had."""
    global _made
    _names.clear()
    _made = 0
    _Executing.span = _Executing.context = None
    _Compiling.now = False


def _name(dbapi_connection):
    global _made
    if dbapi_connection is None:
        # It was invalidated before it came back: its place in the pool is.
        return "Empty place"
    known = _names.get(dbapi_connection)
    if known is None:
        _made += 1
        known = _names[dbapi_connection] = f"Connection {_made}"
    return known


# The compiler


def _parameters(compiled, extracted):
    """The values of a compiled statement, by name. None is computed: those that a function gives are left out."""
    given = {}
    if extracted and getattr(compiled, "cache_key", None):
        given = dict(zip(compiled.cache_key.bindparams, extracted))
    found = []
    for parameter, name in (getattr(compiled, "bind_names", None) or {}).items():
        one = given.get(parameter, parameter)
        if one.callable is not None or one.required:
            continue
        found.append({"name": str(name), "value": value_text(one.value)})
        if len(found) == _MOST_PARAMETERS:
            break
    return found


def _end_compilation(span, element, compiled, extracted, cache):
    trace.end(
        span,
        {
            "kind": "compiled",
            "tree": tree_of(element, compiled),
            "sql": cut(str(compiled), 5_000),
            "parameters": _parameters(compiled, extracted),
            "cache": cache,
        },
    )


class _Compiling:
    """Whether something is being compiled: what is asked for meanwhile is a part of that."""

    now = False


def _traced_compile(original, result_of):
    @functools.wraps(original)
    def traced(element, *arguments, **keywords):
        if not trace.on or _Compiling.now:
            return original(element, *arguments, **keywords)
        _Compiling.now = True
        kind = kind_of(element)
        span = quietly(trace.begin, "compiler", f"{kind} becomes SQL", text(kind))
        try:
            result = original(element, *arguments, **keywords)
        except BaseException as error:
            quietly(trace.end, span, error=said(error))
            raise
        finally:
            _Compiling.now = False
        quietly(_end_compilation, span, element, *result_of(result))
        return result

    return traced


def _trace_compiler():
    ClauseElement._compile_w_cache = _traced_compile(
        ClauseElement._compile_w_cache,
        lambda result: (result[0], result[1], _CACHE.get(result[2], "not-kept")),
    )
    CompilerElement.compile = _traced_compile(CompilerElement.compile, lambda compiled: (compiled, None, None))


# Engines and their dialect


def _connect(engine):
    trace.mark("")
    address = engine.url.render_as_string()
    place = facts(Address=address, Dialect=engine.dialect.name, Driver=engine.dialect.driver)
    return trace.begin("engine", "Engine connects", place), None


def _initialize(dialect, _connection):
    trace.mark("")
    span = trace.begin(
        "engine",
        "Dialect gets to know the server",
        text(
            "With its first connection an engine asks for the server's version, for the schema and the isolation level "
            "that it begins with, and how it reads backslashes."
        ),
    )

    def detail():
        version = ".".join(map(str, dialect.server_version_info or ()))
        schema, level = dialect.default_schema_name, dialect.default_isolation_level
        return facts(Server_version=version, Schema=schema, Isolation_level=level)

    return span, detail


def _ask_for_hstore(_dialect, _dbapi_connection):
    words = "With its first connection the dialect asks whether the server has the type hstore, to read its values."
    return trace.begin("engine", "Dialect asks for a type", text(words)), None


@listener
def _begin(connection):
    if connection._is_autocommit_isolation():
        words = "In autocommit mode it is a name only: each statement is a transaction of its own."
    else:
        words = "Nothing is sent yet: the driver sends BEGIN before the first statement."
    trace.note("engine", "Transaction begins", text(words))


@listener
def _commit(_connection):
    trace.note("engine", "Transaction is committed", text("The dialect calls the driver's commit()."))


@listener
def _rollback(_connection):
    trace.note("engine", "Transaction is rolled back", text("The dialect calls the driver's rollback()."))


@listener
def _savepoint(_connection, name):
    trace.note("engine", "Savepoint is set", text(name or "SAVEPOINT"))


@listener
def _rollback_savepoint(_connection, name, _context):
    trace.note("engine", "Savepoint is rolled back to", text(name))


@listener
def _release_savepoint(_connection, name, _context):
    trace.note("engine", "Savepoint is released", text(name))


@listener
def _before_execute(connection, cursor, statement, parameters, context, executemany):
    title = driver.title("Engine executes", statement)
    sets = parameters if isinstance(parameters, (list, tuple)) and executemany else [parameters] if parameters else []
    style = getattr(context, "execute_style", None)
    if style is ExecuteStyle.INSERTMANYVALUES:
        _Executing.batch = _Executing.batch + 1 if _Executing.context == id(context) else 1
        _Executing.context = id(context)
        title += f", batch {_Executing.batch}"
    elif executemany:
        title += f", {len(sets)} times"
    _Executing.span = trace.begin("engine", title, bound(statement, sets))


@listener
def _after_execute(connection, cursor, statement, parameters, context, executemany):
    span, _Executing.span = _Executing.span, None
    if span is None:
        return
    trace.end(span)


def _trace_errors():
    original = Connection._handle_dbapi_exception

    @functools.wraps(original)
    def traced(connection, *arguments, **keywords):
        try:
            return original(connection, *arguments, **keywords)
        except BaseException as error:
            span, _Executing.span = _Executing.span, None
            if trace.on and span is not None:
                quietly(trace.end, span, error=said(error))
            raise

    Connection._handle_dbapi_exception = traced


# Pools


def _state(pool):
    if not isinstance(pool, QueuePool):
        return facts(Pool=type(pool).__name__)
    most = "no limit" if pool._max_overflow < 0 else f"at most {pool._max_overflow}"
    return facts(
        In_use=pool.checkedout(),
        Idle=pool.checkedin(),
        Size=pool.size(),
        Overflow=f"{max(0, pool.overflow())}, {most}",
    )


def _pool_of(record):
    return record._ConnectionRecord__pool


def _hear_pool(title):
    @listener
    def hear(dbapi_connection, record, *_more):
        # Whoever gets a connection gets it when the dialect is done with it.
        trace.mark("")
        trace.note("pool", f"{_name(dbapi_connection)} {title}", _state(_pool_of(record)))

    return hear


def _check_in(record, _fairy_was_created=True):
    if record.fairy_ref is None and _fairy_was_created:
        # It is back already, which the pool warns of.
        return None
    pool = _pool_of(record)
    span = trace.begin("pool", f"{_name(record.dbapi_connection)} comes back", _state(pool))
    return span, lambda: _state(pool)


@listener
def _reset(dbapi_connection, _record, state):
    done = state.transaction_was_reset
    words = "Its transaction is over already." if done else "What it began and did not commit is rolled back."
    trace.note("pool", f"{_name(dbapi_connection)} is reset", text(words))


def install():
    _trace_compiler()
    span_around(Engine, "connect", _connect)
    span_around(PGDialect_psycopg2, "_hstore_oids", _ask_for_hstore, _FOR_DIALECT)
    span_around(PGDialect_psycopg2, "initialize", _initialize, _FOR_DIALECT)
    _trace_errors()
    for name, hear in (
        ("begin", _begin),
        ("commit", _commit),
        ("rollback", _rollback),
        ("savepoint", _savepoint),
        ("rollback_savepoint", _rollback_savepoint),
        ("release_savepoint", _release_savepoint),
        ("before_cursor_execute", _before_execute),
        ("after_cursor_execute", _after_execute),
    ):
        event.listen(Engine, name, hear)
    for name, title in (
        ("connect", "is new"),
        ("checkout", "is checked out"),
        ("invalidate", "is invalidated"),
        ("soft_invalidate", "is to be replaced"),
        ("close", "is closed"),
        ("detach", "is detached"),
    ):
        event.listen(Pool, name, _hear_pool(title))
    event.listen(Pool, "reset", _reset)
    # Its event comes before the connection is where it belongs.
    span_around(_ConnectionRecord, "checkin", _check_in)
