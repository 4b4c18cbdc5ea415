"""Cursors that give rows in other forms, values that PostgreSQL has and Python has not, and many rows in one statement."""

import logging as _logging
import re as _re
import time as _time
import uuid as _uuid
from collections import OrderedDict as _OrderedDict
from collections import namedtuple as _namedtuple
from functools import lru_cache as _lru_cache

from . import _cast
from ._adapt import ISQLQuote, QuotedString, adapt, register_adapter
from ._connection import connection as _connection
from ._cursor import cursor as _cursor
from ._cursor import quote_ident
from ._exceptions import NotSupportedError, ProgrammingError
from ._json import Json, register_default_json, register_default_jsonb, register_json
from ._range import (
    DateRange,
    DateTimeRange,
    DateTimeTZRange,
    NumericRange,
    Range,
    RangeAdapter,
    RangeCaster,
    register_range,
)


class DictCursorBase(_cursor):
    """A cursor whose rows know their columns' names."""

    def __init__(self, *args, **kwargs):
        if "row_factory" in kwargs:
            row_factory = kwargs.pop("row_factory")
        else:
            raise NotImplementedError("DictCursorBase can't be instantiated without a row factory.")
        super().__init__(*args, **kwargs)
        self._query_executed = False
        self.row_factory = row_factory

    def execute(self, query, vars=None):
        self.index = {}
        return super().execute(query, vars)

    def callproc(self, procname, vars=None):
        self.index = {}
        return super().callproc(procname, vars)

    def _names(self):
        return {column.name: i for i, column in enumerate(self.description or ())}

    def _row(self, texts):
        if not self.index:
            self.index = self._names()
        return super()._row(texts)


class DictCursor(DictCursorBase):
    """A cursor whose rows are lists that can be asked by name."""

    def __init__(self, *args, **kwargs):
        kwargs["row_factory"] = DictRow
        super().__init__(*args, **kwargs)
        self.index = {}


class DictRow(list):
    """A row: by index, and by column name."""

    __slots__ = ("_index",)

    def __init__(self, cursor):
        self._index = cursor.index
        self[:] = [None] * len(cursor.description)

    def __getitem__(self, key):
        return super().__getitem__(key if isinstance(key, (int, slice)) else self._index[key])

    def __setitem__(self, key, value):
        super().__setitem__(key if isinstance(key, (int, slice)) else self._index[key], value)

    def items(self):
        return ((name, list.__getitem__(self, i)) for name, i in self._index.items())

    def keys(self):
        return iter(self._index)

    def values(self):
        return iter(list(self))

    def get(self, key, default=None):
        try:
            return self[key]
        except (KeyError, IndexError):
            return default

    def copy(self):
        return dict(self.items())

    def __contains__(self, key):
        return key in self._index


class RealDictCursor(DictCursorBase):
    """A cursor whose rows are dicts."""

    def __init__(self, *args, **kwargs):
        kwargs["row_factory"] = RealDictRow
        super().__init__(*args, **kwargs)
        self.index = {}

    @property
    def column_mapping(self):
        return list(self.index)


class RealDictRow(_OrderedDict):
    """A row as a dict, its columns in order."""

    def __init__(self, *args, **kwargs):
        self._columns = None
        if args and isinstance(args[0], _cursor):
            cursor, *args = args
            self._columns = [column.name for column in cursor.description]
        super().__init__(*args, **kwargs)

    def __setitem__(self, key, value):
        if self._columns is not None and isinstance(key, int):
            super().__setitem__(self._columns[key], value)
            if key == len(self._columns) - 1:
                self._columns = None
            return
        super().__setitem__(key, value)


class NamedTupleCursor(_cursor):
    """A cursor whose rows are named tuples."""

    Record = None

    def execute(self, query, vars=None):
        self.Record = None
        return super().execute(query, vars)

    def executemany(self, query, vars):
        self.Record = None
        return super().executemany(query, vars)

    def callproc(self, procname, vars=None):
        self.Record = None
        return super().callproc(procname, vars)

    def _row(self, texts):
        if self.Record is None:
            self.Record = _record(tuple(column.name for column in self.description))
        return self.Record._make(super()._row(texts))


_NOT_IN_NAMES = _re.compile(r"[^\w]", _re.ASCII)


@_lru_cache(512)
def _record(names):
    fields = []
    for name in names:
        field = _NOT_IN_NAMES.sub("_", name)
        fields.append(f"f{field}" if field[:1].isdigit() or field[:1] == "_" else field)
    return _namedtuple("Record", fields)


class DictConnection(_connection):
    """A connection whose cursors are DictCursors."""

    def cursor(self, *args, **kwargs):
        kwargs.setdefault("cursor_factory", self.cursor_factory or DictCursor)
        return super().cursor(*args, **kwargs)


class RealDictConnection(_connection):
    """A connection whose cursors are RealDictCursors."""

    def cursor(self, *args, **kwargs):
        kwargs.setdefault("cursor_factory", self.cursor_factory or RealDictCursor)
        return super().cursor(*args, **kwargs)


class NamedTupleConnection(_connection):
    """A connection whose cursors are NamedTupleCursors."""

    def cursor(self, *args, **kwargs):
        kwargs.setdefault("cursor_factory", self.cursor_factory or NamedTupleCursor)
        return super().cursor(*args, **kwargs)


class LoggingConnection(_connection):
    """A connection that logs what it sends. Call initialize() before anything else."""

    def initialize(self, logobj):
        self._logobj = logobj
        self.log = self._log_to_logger if isinstance(logobj, _logging.Logger) else self._log_to_file

    def filter(self, msg, curs):
        """What to log of a statement; None for nothing."""
        return msg.decode() if isinstance(msg, bytes) else msg

    def _log_to_file(self, msg, curs):
        msg = self.filter(msg, curs)
        if msg:
            self._logobj.write(msg + "\n")

    def _log_to_logger(self, msg, curs):
        msg = self.filter(msg, curs)
        if msg:
            self._logobj.debug(msg)

    def _check_initialized(self):
        if not hasattr(self, "_logobj"):
            raise self.ProgrammingError("LoggingConnection object has not been initialize()d")

    def cursor(self, *args, **kwargs):
        self._check_initialized()
        kwargs.setdefault("cursor_factory", self.cursor_factory or LoggingCursor)
        return super().cursor(*args, **kwargs)


class LoggingCursor(_cursor):
    """A cursor that logs what it sends."""

    def execute(self, query, vars=None):
        try:
            return super().execute(query, vars)
        finally:
            self.connection.log(self.query, self)

    def callproc(self, procname, vars=None):
        try:
            return super().callproc(procname, vars)
        finally:
            self.connection.log(self.query, self)


class MinTimeLoggingConnection(LoggingConnection):
    """A connection that logs what takes long."""

    def initialize(self, logobj, mintime=0):
        super().initialize(logobj)
        self._mintime = mintime

    def filter(self, msg, curs):
        took = (_time.time() - curs.timestamp) * 1000
        if took > self._mintime:
            text = msg.decode() if isinstance(msg, bytes) else msg
            return f"{text}\n  (execution time: {int(took)} ms)"

    def cursor(self, *args, **kwargs):
        kwargs.setdefault("cursor_factory", self.cursor_factory or MinTimeLoggingCursor)
        return super().cursor(*args, **kwargs)


class MinTimeLoggingCursor(LoggingCursor):
    """A cursor that notes when it began."""

    def execute(self, query, vars=None):
        self.timestamp = _time.time()
        return super().execute(query, vars)

    def callproc(self, procname, vars=None):
        self.timestamp = _time.time()
        return super().callproc(procname, vars)


def _pages(items, size):
    page = []
    for item in items:
        page.append(item)
        if len(page) == size:
            yield page
            page = []
    if page:
        yield page


def execute_batch(cur, sql, argslist, page_size=100):
    """Executes a statement for many arguments, some of them at a time."""
    for page in _pages(argslist, page_size):
        cur.execute(b";".join(cur.mogrify(sql, arguments) for arguments in page))


def _split_sql(sql):
    parts = _re.split(rb"(%.)", sql)
    before, after = [], []
    into = before
    for part in parts:
        if len(part) == 2 and part[:1] == b"%":
            if part[1:] == b"s":
                if into is after:
                    raise ValueError("the query contains more than one '%s' placeholder")
                into = after
                continue
            if part[1:] != b"%":
                raise ValueError(f"unsupported format character: '{part[1:].decode('ascii', 'replace')}'")
            part = b"%"
        into.append(part)
    if into is before:
        raise ValueError("the query doesn't contain any '%s' placeholder")
    return b"".join(before), b"".join(after)


def execute_values(cur, sql, argslist, template=None, page_size=100, fetch=False):
    """Executes a statement with VALUES for many rows, some of them at a time."""
    text = cur._text(sql).encode()
    before, after = _split_sql(text)
    fetched = [] if fetch else None
    for page in _pages(argslist, page_size):
        if template is None:
            template = b"(" + b",".join([b"%s"] * len(page[0])) + b")"
        rows = b",".join(cur.mogrify(template, arguments) for arguments in page)
        cur.execute(before + rows + after)
        if fetch:
            fetched.extend(cur.fetchall())
    return fetched


class UUID_adapter:
    """Writes a UUID."""

    def __init__(self, uuid):
        self._uuid = uuid

    def __conform__(self, proto):
        return self if proto is ISQLQuote else None

    def getquoted(self):
        return f"'{self._uuid}'::uuid".encode()

    def __str__(self):
        return f"'{self._uuid}'::uuid"


def register_uuid(oids=None, conn_or_curs=None):
    """Has uuid read and written as uuid.UUID."""
    if not oids:
        one, array = 2950, 2951
    elif isinstance(oids, (list, tuple)):
        one, array = oids
    else:
        one, array = oids, 2951
    caster = _cast.new_type((one,), "UUID", lambda text, cursor: None if text is None else _uuid.UUID(text))
    _cast.register_type(caster, conn_or_curs)
    _cast.register_type(_cast.new_array_type((array,), "UUID[]", caster), conn_or_curs)
    register_adapter(_uuid.UUID, UUID_adapter)
    return caster


class Inet:
    """A network address."""

    def __init__(self, addr):
        self.addr = addr

    def __repr__(self):
        return f"{type(self).__name__}({self.addr!r})"

    def prepare(self, connection):
        self._connection = connection

    def getquoted(self):
        text = QuotedString(self.addr)
        if getattr(self, "_connection", None) is not None:
            text.prepare(self._connection)
        return text.getquoted() + b"::inet"

    def __conform__(self, proto):
        return self if proto is ISQLQuote else None

    def __str__(self):
        return str(self.addr)


def register_inet(oid=None, conn_or_curs=None):
    """Has inet read as Inet."""
    one, array = (869, 1041) if not oid else oid if isinstance(oid, (list, tuple)) else (oid, 1041)
    caster = _cast.new_type((one,), "INET", lambda text, cursor: Inet(text) if text else None)
    _cast.register_type(caster, conn_or_curs)
    _cast.register_type(_cast.new_array_type((array,), "INETARRAY", caster), conn_or_curs)
    return caster


def register_ipaddress(conn_or_curs=None):
    """Has inet and cidr read and written with the module ipaddress."""
    import ipaddress

    for name, oid, array, make in (
        ("INET", 869, 1041, ipaddress.ip_interface),
        ("CIDR", 650, 651, ipaddress.ip_network),
    ):
        caster = _cast.new_type((oid,), name, lambda text, cursor, make=make: make(text) if text else None)
        _cast.register_type(caster, conn_or_curs)
        _cast.register_type(_cast.new_array_type((array,), f"{name}ARRAY", caster), conn_or_curs)
    for kind in ("IPv4Interface", "IPv6Interface", "IPv4Network", "IPv6Network"):
        cast = "inet" if kind.endswith("Interface") else "cidr"
        register_adapter(getattr(ipaddress, kind), lambda value, cast=cast: _Cast(value, cast))


class _Cast:
    def __init__(self, value, kind):
        self._value, self._kind = value, kind

    def getquoted(self):
        return QuotedString(str(self._value)).getquoted() + f"::{self._kind}".encode()


class HstoreAdapter:
    """Reads and writes hstore, where the database has that extension."""

    def __init__(self, wrapped):
        self.wrapped = wrapped
        self._connection = None

    def prepare(self, connection):
        self._connection = connection

    def getquoted(self):
        if not self.wrapped:
            return b"''::hstore"
        keys = _prepared(list(self.wrapped), self._connection)
        values = _prepared(list(self.wrapped.values()), self._connection)
        return b"hstore(" + keys + b", " + values + b")"

    _PAIR = _re.compile(r'"((?:[^"\\]|\\.)*)"\s*=>\s*(?:NULL|"((?:[^"\\]|\\.)*)")', _re.DOTALL)

    @classmethod
    def parse(cls, text, cursor):
        if text is None:
            return None
        clean = lambda part: None if part is None else _re.sub(r"\\(.)", r"\1", part)  # noqa: E731
        return {clean(match[1]): clean(match[2]) for match in cls._PAIR.finditer(text)}

    parse_unicode = parse

    @classmethod
    def get_oids(cls, conn_or_curs):
        """The identifiers of hstore and hstore[] in each schema; None without the extension."""
        is_connection = hasattr(conn_or_curs, "cursor")
        connection = conn_or_curs if is_connection else conn_or_curs.connection
        cursor = connection.cursor()
        status = connection.status
        cursor.execute("SELECT oid, typarray FROM pg_type WHERE typname = 'hstore'")
        found = cursor.fetchall()
        if status != 2 and not connection.autocommit:
            connection.rollback()
        return (tuple(row[0] for row in found), tuple(row[1] for row in found)) if found else None


def _prepared(value, connection):
    adapted = adapt(value)
    if hasattr(adapted, "prepare") and connection is not None:
        adapted.prepare(connection)
    return adapted.getquoted()


def register_hstore(conn_or_curs, globally=False, unicode=False, oid=None, array_oid=None):
    """Has hstore read and written as a dict."""
    if oid is None:
        found = HstoreAdapter.get_oids(conn_or_curs)
        if found is None:
            raise ProgrammingError("hstore type not found in the database. please install it from your 'contrib/hstore.sql' file")
        oid, array_oid = found
    oids = (oid,) if isinstance(oid, int) else tuple(oid)
    caster = _cast.new_type(oids, "HSTORE", HstoreAdapter.parse)
    scope = None if globally else conn_or_curs
    _cast.register_type(caster, scope)
    register_adapter(dict, HstoreAdapter)
    if array_oid:
        arrays = (array_oid,) if isinstance(array_oid, int) else tuple(array_oid)
        _cast.register_type(_cast.new_array_type(arrays, "HSTOREARRAY", caster), scope)


class CompositeCaster:
    """Reads a composite type as a named tuple."""

    def __init__(self, name, oid, attrs, array_oid=None, schema=None):
        self.name = name
        self.schema = schema
        self.oid = oid
        self.array_oid = array_oid
        self.attnames = [name for name, _ in attrs]
        self.atttypes = [kind for _, kind in attrs]
        self.type = _namedtuple(_NOT_IN_NAMES.sub("_", name), self.attnames)
        self.typecaster = _cast.new_type((oid,), name, self.parse)
        self.array_typecaster = (
            _cast.new_array_type((array_oid,), f"{name}ARRAY", self.typecaster) if array_oid else None
        )

    def parse(self, text, cursor):
        if text is None:
            return None
        values = [
            _cast.caster_for(kind, cursor)(part, cursor) for part, kind in zip(self.tokenize(text), self.atttypes)
        ]
        return self.make(values)

    def make(self, values):
        return self.type(*values)

    _PART = _re.compile(r'\s*[(,](?:"((?:[^"]|"")*)"|([^",)]+))?', _re.DOTALL)

    @classmethod
    def tokenize(cls, text):
        parts = []
        for quoted, plain in ((match[1], match[2]) for match in cls._PART.finditer(text[:-1])):
            parts.append(plain if quoted is None else _re.sub(r'(["\\])\1', r"\1", quoted))
        return parts


def register_composite(name, conn_or_curs, globally=False, factory=None):
    """Has a composite type of the database read as a named tuple."""
    cursor = conn_or_curs.cursor() if hasattr(conn_or_curs, "cursor") else conn_or_curs
    connection = cursor.connection
    status = connection.status
    schema, _, plain = name.rpartition(".")
    cursor.execute(
        "SELECT t.oid, t.typarray, a.attname, a.atttypid, n.nspname FROM pg_type t"
        " JOIN pg_namespace n ON t.typnamespace = n.oid JOIN pg_attribute a ON a.attrelid = t.typrelid"
        " WHERE t.typname = %s AND n.nspname = %s AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
        (plain, schema or "public"),
    )
    found = cursor.fetchall()
    if status != 2 and not connection.autocommit:
        connection.rollback()
    if not found:
        raise ProgrammingError(f"PostgreSQL type '{name}' not found")
    caster = (factory or CompositeCaster)(
        plain, found[0][0], [(row[2], row[3]) for row in found], array_oid=found[0][1], schema=found[0][4]
    )
    scope = None if globally else conn_or_curs
    _cast.register_type(caster.typecaster, scope)
    if caster.array_typecaster is not None:
        _cast.register_type(caster.array_typecaster, scope)
    return caster


def wait_select(conn):
    """Waits for an asynchronous connection: there are none in here."""
    raise NotSupportedError("asynchronous connections need a socket to wait for, which there is none of in here")
