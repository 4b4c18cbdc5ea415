"""From PostgreSQL's texts to Python's values."""

import datetime as _dt
import decimal as _decimal
import re as _re

from ._exceptions import DataError

#: Typecasters for every connection, by type.
string_types = {}
binary_types = {}


class _Type:
    """A typecaster: it knows the types of the database that it reads, and is equal to each of them."""

    def __init__(self, values, name, cast, base=None):
        self.values = tuple(values)
        self.name = name
        self._cast = cast
        self._base = base

    def __call__(self, value, cursor=None):
        return self._cast(value, cursor)

    def __eq__(self, other):
        if isinstance(other, _Type):
            return other is self or not set(self.values).isdisjoint(other.values)
        return other in self.values if isinstance(other, int) else NotImplemented

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f"<psycopg2._psycopg.type '{self.name}' at 0x{id(self):x}>"


_Type.__name__ = _Type.__qualname__ = "type"
_Type.__module__ = "psycopg2._psycopg"


def new_type(oids, name, castobj):
    """A typecaster that calls a function with the text (or None) and the cursor."""
    return _Type(oids, name, castobj)


def new_array_type(oids, name, base_caster):
    """A typecaster for arrays of what another one reads."""
    return _Type(oids, name, lambda value, cursor: _array(value, base_caster, cursor), base_caster)


def register_type(obj, scope=None):
    """Has a typecaster read its types, everywhere or in one connection or cursor."""
    if scope is None:
        types = string_types
    else:
        types = getattr(scope, "_own_types", None)
        if types is None:
            raise TypeError("argument 2 must be a connection, cursor or None")
    for oid in obj.values:
        types[oid] = obj


def _array(value, caster, cursor):
    if value is None:
        return None
    text = value
    if text.startswith("["):
        # Bounds that do not begin at 1: [0:2]={1,2,3}
        text = text[text.index("=") + 1 :]
    if not text.startswith("{") or not text.endswith("}"):
        raise DataError("array does not start with '{'")
    stack = [[]]
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token == "{":
            inner = []
            stack[-1].append(inner)
            stack.append(inner)
        elif token == "}":
            stack.pop()
        elif token != ",":
            string = match.group("string")
            if string is not None:
                item = _ESCAPED.sub(r"\1", string)
            else:
                item = None if token.upper() == "NULL" else token
            stack[-1].append(caster(item, cursor))
    return stack[0][0]


_TOKEN = _re.compile(r'[{},]|"(?P<string>(?:[^"\\]|\\.)*)"|[^{},"]+', _re.DOTALL)
_ESCAPED = _re.compile(r"\\(.)", _re.DOTALL)


def _or_none(cast):
    return lambda value, cursor: None if value is None else cast(value, cursor)


def _binary(value, _cursor):
    if value.startswith("\\x"):
        return memoryview(bytes.fromhex(value[2:]))
    unescaped = _re.sub(r"\\([0-7]{3}|\\)", lambda m: "\\" if m[1] == "\\" else chr(int(m[1], 8)), value)
    return memoryview(unescaped.encode("latin-1"))


_DATE = _re.compile(r"(\d+)-(\d+)-(\d+)( BC)?")
_TIME = _re.compile(r"(\d+):(\d+)(?::(\d+)(?:\.(\d+))?)?")
_ZONE = _re.compile(r"([+-])(\d+)(?::(\d+))?(?::(\d+))?$")


def _unreadable(what, value):
    return DataError(f"unable to parse {what}: {value!r}")


def _date_parts(value):
    match = _DATE.match(value)
    if not match:
        raise _unreadable("date", value)
    year = int(match[1])
    return -year if value.endswith(" BC") else year, int(match[2]), int(match[3])


def _time_parts(value):
    match = _TIME.search(value)
    if not match:
        raise _unreadable("time", value)
    hour, minute, second, fraction = match.groups()
    return int(hour), int(minute), int(second or 0), int(((fraction or "") + "000000")[:6])


def _zone(value, cursor):
    match = _ZONE.search(value)
    if not match:
        return None
    sign, hours, minutes, seconds = match.groups()
    offset = _dt.timedelta(hours=int(hours), minutes=int(minutes or 0), seconds=int(seconds or 0))
    factory = _dt.timezone if cursor is None else cursor.tzinfo_factory
    return None if factory is None else factory(-offset if sign == "-" else offset)


def _date(value, _cursor):
    if value in ("infinity", "-infinity"):
        return _dt.date.min if value.startswith("-") else _dt.date.max
    return _dt.date(*_date_parts(value))


def _timestamp(value, cursor):
    if value in ("infinity", "-infinity"):
        return _dt.datetime.min if value.startswith("-") else _dt.datetime.max
    date, _, time = value.partition(" ")
    hour, *rest = _time_parts(time)
    return _dt.datetime(*_date_parts(value if value.endswith(" BC") else date), hour, *rest)


def _timestamptz(value, cursor):
    if value in ("infinity", "-infinity"):
        factory = getattr(cursor, "tzinfo_factory", _dt.timezone)
        zone = None if factory is None else factory(_dt.timedelta(0))
        return _timestamp(value, cursor).replace(tzinfo=zone)
    return _timestamp(value, cursor).replace(tzinfo=_zone(value, cursor))


def _time(value, cursor):
    hour, minute, second, microsecond = _time_parts(value)
    # PostgreSQL knows 24:00:00; Python's day ends before it.
    return _dt.time(hour % 24, minute, second, microsecond, _zone(value, cursor))


_SPAN = _re.compile(r"(-?\+?\d+) (year|mon|day)s?")
_CLOCK = _re.compile(r"([+-]?)(\d+):(\d+):(\d+)(?:\.(\d+))?")
_DAYS = {"year": 365, "mon": 30, "day": 1}


def _interval(value, _cursor):
    days = sum(int(count) * _DAYS[unit] for count, unit in _SPAN.findall(value))
    match = _CLOCK.search(value)
    if not match:
        return _dt.timedelta(days=days)
    sign, hours, minutes, seconds, fraction = match.groups()
    clock = _dt.timedelta(
        hours=int(hours),
        minutes=int(minutes),
        seconds=int(seconds),
        microseconds=int(((fraction or "") + "000000")[:6]),
    )
    return _dt.timedelta(days=days) + (-clock if sign == "-" else clock)


def _builtin(name, oids, cast, registers=True):
    caster = _Type(oids, name, _or_none(cast))
    if registers:
        register_type(caster)
    return caster


def _builtin_array(name, oids, base, registers=True):
    caster = new_array_type(oids, name, base)
    if registers:
        register_type(caster)
    return caster


_int = lambda value, cursor: int(value)  # noqa: E731
_str = lambda value, cursor: value  # noqa: E731

NUMBER = _builtin("NUMBER", (20, 23, 21, 701, 700, 1700), lambda value, cursor: float(value), registers=False)
LONGINTEGER = _builtin("LONGINTEGER", (20,), _int)
INTEGER = _builtin("INTEGER", (23, 21), _int)
FLOAT = _builtin("FLOAT", (701, 700), lambda value, cursor: float(value))
DECIMAL = _builtin("DECIMAL", (1700,), lambda value, cursor: _decimal.Decimal(value))
STRING = _builtin("STRING", (19, 18, 25, 1042, 1043), _str)
UNICODE = _builtin("UNICODE", (19, 18, 25, 1042, 1043), _str, registers=False)
BYTES = _builtin("BYTES", (19, 18, 25, 1042, 1043), lambda value, cursor: value.encode(), registers=False)
BOOLEAN = _builtin("BOOLEAN", (16,), lambda value, cursor: value.startswith("t"))
DATETIME = PYDATETIME = _builtin("DATETIME", (1114,), _timestamp)
DATETIMETZ = PYDATETIMETZ = _builtin("DATETIMETZ", (1184,), _timestamptz)
TIME = PYTIME = _builtin("TIME", (1083, 1266), _time)
DATE = PYDATE = _builtin("DATE", (1082,), _date)
INTERVAL = PYINTERVAL = _builtin("INTERVAL", (704, 1186), _interval)
BINARY = _builtin("BINARY", (17,), _binary)
ROWID = _builtin("ROWID", (26,), _int)

LONGINTEGERARRAY = _builtin_array("LONGINTEGERARRAY", (1016,), LONGINTEGER)
INTEGERARRAY = _builtin_array("INTEGERARRAY", (1005, 1006, 1007), INTEGER)
FLOATARRAY = _builtin_array("FLOATARRAY", (1021, 1022), FLOAT)
DECIMALARRAY = _builtin_array("DECIMALARRAY", (1231,), DECIMAL)
STRINGARRAY = _builtin_array("STRINGARRAY", (1002, 1003, 1009, 1014, 1015), STRING)
UNICODEARRAY = _builtin_array("UNICODEARRAY", (1002, 1003, 1009, 1014, 1015), UNICODE, registers=False)
BYTESARRAY = _builtin_array("BYTESARRAY", (1002, 1003, 1009, 1014, 1015), BYTES, registers=False)
BOOLEANARRAY = _builtin_array("BOOLEANARRAY", (1000,), BOOLEAN)
DATETIMEARRAY = PYDATETIMEARRAY = _builtin_array("DATETIMEARRAY", (1115,), DATETIME)
DATETIMETZARRAY = PYDATETIMETZARRAY = _builtin_array("DATETIMETZARRAY", (1185,), DATETIMETZ)
TIMEARRAY = PYTIMEARRAY = _builtin_array("TIMEARRAY", (1183, 1270), TIME)
DATEARRAY = PYDATEARRAY = _builtin_array("DATEARRAY", (1182,), DATE)
INTERVALARRAY = PYINTERVALARRAY = _builtin_array("INTERVALARRAY", (1187,), INTERVAL)
BINARYARRAY = _builtin_array("BINARYARRAY", (1001,), BINARY)
ROWIDARRAY = _builtin_array("ROWIDARRAY", (1028, 1013), ROWID)
#: Whatever no other typecaster reads.
UNKNOWN = _builtin("UNKNOWN", (705,), _str)
for _name, _oid in (("INETARRAY", 1041), ("CIDRARRAY", 651), ("MACADDRARRAY", 1040)):
    _builtin_array(_name, (_oid,), STRING)


def caster_for(oid, cursor):
    """The typecaster of a column."""
    for types in (cursor._own_types, cursor.connection._own_types, string_types):
        caster = types.get(oid)
        if caster is not None:
            return caster
    return UNKNOWN


def cast_row(row, casters, cursor):
    """A row of texts as a list of values."""
    return [caster._cast(text, cursor) for caster, text in zip(casters, row)]
