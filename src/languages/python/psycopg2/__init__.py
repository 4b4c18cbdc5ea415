"""psycopg2 for the PostgreSQL that is embedded beside this program.

The same module as everywhere to whoever uses it: PEP 249 and psycopg2's documented extensions. Instead of a socket it
has a call that PostgreSQL answers at once.
"""

import datetime as _dt
import time as _time

from . import _adapt, _cast, _dsn
from ._cast import BINARY, DATETIME, NUMBER, ROWID, STRING
from ._connection import connection as _Connection
from ._exceptions import (
    DatabaseError,
    DataError,
    Error,
    IntegrityError,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
    Warning,
)
from . import errorcodes, errors, extensions, extras

apilevel = "2.0"
threadsafety = 2
paramstyle = "pyformat"
__version__ = "2.9.13 (embedded)"
__libpq_version__ = 180000

Binary = _adapt.Binary


def Date(year, month, day):
    return _adapt.DateFromPy(_dt.date(year, month, day))


def Time(hour, minute, second, tzinfo=None):
    whole = int(second)
    return _adapt.TimeFromPy(_dt.time(hour, minute, whole, round((second - whole) * 1_000_000), tzinfo))


def Timestamp(year, month, day, hour=0, minute=0, second=0, tzinfo=None):
    whole = int(second)
    microsecond = round((second - whole) * 1_000_000)
    return _adapt.TimestampFromPy(_dt.datetime(year, month, day, hour, minute, whole, microsecond, tzinfo))


def DateFromTicks(ticks):
    return Date(*_time.localtime(ticks)[:3])


def TimeFromTicks(ticks):
    return Time(*_time.localtime(ticks)[3:6])


def TimestampFromTicks(ticks):
    return _adapt.TimestampFromPy(_dt.datetime.fromtimestamp(ticks).astimezone())


def connect(dsn=None, connection_factory=None, cursor_factory=None, **kwargs):
    """Connects to the database that a connection string, a URI or keywords name."""
    is_async = {}
    for name in ("async", "async_"):
        if name in kwargs:
            is_async["async_"] = kwargs.pop(name)
    made = (connection_factory or _Connection)(_dsn.make_dsn(dsn, **kwargs), **is_async)
    if not isinstance(made, _Connection):
        raise TypeError("connection_factory must return a subclass of psycopg2.extensions.connection")
    if cursor_factory is not None:
        made.cursor_factory = cursor_factory
    return made
