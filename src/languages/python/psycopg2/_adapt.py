"""From Python's values to SQL's literals."""

import datetime as _dt
import decimal as _decimal
import math as _math

from ._exceptions import ProgrammingError


class ISQLQuote:
    """The protocol of what knows its own SQL: an adapter has a method getquoted()."""

    _wrapped = None

    def __init__(self, wrapped=None):
        self._wrapped = wrapped

    def getquoted(self):
        return None

    def getbinary(self):
        return None

    def getbuffer(self):
        return None


adapters = {}


def register_adapter(kind, adapter):
    """Has values of a type written by an adapter, which is called with the value."""
    adapters[kind, ISQLQuote] = adapter


def adapt(value, proto=ISQLQuote, alternate=None):
    """What writes a value as SQL."""
    kind = type(value)
    adapter = adapters.get((kind, proto))
    if adapter is not None:
        return adapter(value)
    for base in kind.__mro__[1:]:
        adapter = adapters.get((base, proto))
        if adapter is not None:
            return adapter(value)
    conform = getattr(value, "__conform__", None)
    if conform is not None:
        conformed = conform(proto)
        if conformed is not None:
            return conformed
    if isinstance(value, proto):
        return value
    if alternate is not None:
        return alternate
    raise ProgrammingError(f"can't adapt type '{kind.__name__}'")


def quoted(value, connection):
    """A value as SQL, in bytes."""
    if value is None and adapters.get((type(None), ISQLQuote)) is NoneAdapter:
        return b"NULL"
    adapted = adapt(value)
    prepare = getattr(adapted, "prepare", None)
    if prepare is not None and connection is not None:
        prepare(connection)
    text = adapted.getquoted()
    return text.encode() if isinstance(text, str) else text


class _Adapter:
    """An adapter of a value that it holds."""

    def __init__(self, adapted):
        self._adapted = adapted

    @property
    def adapted(self):
        return self._adapted

    def __conform__(self, proto):
        return self if proto is ISQLQuote else None

    def getquoted(self):
        raise NotImplementedError

    def __str__(self):
        return self.getquoted().decode()


class _Preparable(_Adapter):
    """One whose SQL depends on the connection."""

    _connection = None

    def prepare(self, connection):
        self._connection = connection


class AsIs(_Adapter):
    """A value that is SQL already."""

    def getquoted(self):
        return str(self._adapted).encode()


class NoneAdapter(_Adapter):
    def getquoted(self):
        return b"NULL"


class Boolean(_Adapter):
    def getquoted(self):
        return b"true" if self._adapted else b"false"


def _signed(text):
    # A blank, so that a minus in front does not make a comment of it.
    return (" " + text if text.startswith("-") else text).encode()


class Int(_Adapter):
    def getquoted(self):
        # A subclass, such as an IntEnum, may show itself in another way.
        return _signed(int.__repr__(self._adapted) if isinstance(self._adapted, int) else str(self._adapted))


class Float(_Adapter):
    def getquoted(self):
        value = float(self._adapted)
        if _math.isnan(value):
            return b"'NaN'::float"
        if _math.isinf(value):
            return b"'Infinity'::float" if value > 0 else b"'-Infinity'::float"
        return _signed(float.__repr__(self._adapted) if isinstance(self._adapted, float) else repr(value))


class Decimal(_Adapter):
    def getquoted(self):
        value = self._adapted
        if not value.is_finite():
            # So does psycopg2, for the infinities too.
            return b"'NaN'::numeric"
        return _signed(str(value))


Decimal.__module__ = "psycopg2._psycopg"


def _text(value):
    return str.__str__(value) if isinstance(value, str) else str(value)


class QuotedString(_Preparable):
    encoding = "utf8"

    def getquoted(self):
        text = _text(self._adapted)
        if "\0" in text:
            raise ValueError("A string literal cannot contain NUL (0x00) characters.")
        escaped = text.replace("'", "''")
        if self._connection is None:
            # Nobody knows how the server reads a backslash.
            escaped = escaped.replace("\\", "\\\\")
        elif self._connection._escapes_backslashes():
            return b"E'" + escaped.replace("\\", "\\\\").encode() + b"'"
        return b"'" + escaped.encode() + b"'"


class Binary(_Preparable):
    def getquoted(self):
        if self._adapted is None:
            return b"NULL"
        try:
            value = bytes(memoryview(self._adapted))
        except TypeError:
            raise TypeError(f"can't escape {type(self._adapted).__name__} to binary") from None
        if self._connection is not None:
            return b"'\\x" + value.hex().encode() + b"'::bytea"
        written = []
        for byte in value:
            if byte == 0x27:
                written.append("''")
            elif byte == 0x5C:
                written.append("\\\\\\\\")
            elif 0x20 <= byte < 0x7F:
                written.append(chr(byte))
            else:
                written.append(f"\\\\{byte:03o}")
        return b"'" + "".join(written).encode() + b"'::bytea"


class List(_Preparable):
    def getquoted(self):
        if not self._adapted:
            return b"'{}'"
        items = [quoted(item, self._connection) for item in self._adapted]
        if all(_is_null_list(item) for item in self._adapted):
            return b"'" + _nulls(self._adapted) + b"'"
        inner = [b"ARRAY[]" if item == [] else text for item, text in zip(self._adapted, items)]
        return b"ARRAY[" + b",".join(inner) + b"]"


def _is_null_list(item):
    return item is None or (isinstance(item, list) and bool(item) and all(_is_null_list(inner) for inner in item))


def _nulls(items):
    return b"{" + b",".join(b"NULL" if item is None else _nulls(item) for item in items) + b"}"


List.__module__ = "psycopg2._psycopg"


class SQL_IN(_Preparable):
    """A tuple, for the right side of IN."""

    def getquoted(self):
        return b"(" + b", ".join(quoted(item, self._connection) for item in self._adapted) + b")"


class _Datetime(_Adapter):
    def __init__(self, adapted, kind):
        super().__init__(adapted)
        self._kind = kind

    def getquoted(self):
        return f"'{self._adapted.isoformat()}'::{self._kind}".encode()


class _Interval(_Adapter):
    def getquoted(self):
        value = self._adapted
        return f"'{value.days} days {value.seconds}.{value.microseconds:06d} seconds'::interval".encode()


def DateFromPy(value):
    return _Datetime(value, "date")


def TimeFromPy(value):
    return _Datetime(value, "time" if value.tzinfo is None else "timetz")


def TimestampFromPy(value):
    return _Datetime(value, "timestamp" if value.tzinfo is None else "timestamptz")


def IntervalFromPy(value):
    return _Interval(value)


for _kind in (ISQLQuote, AsIs, NoneAdapter, Boolean, Int, Float, QuotedString, Binary, SQL_IN):
    _kind.__module__ = "psycopg2.extensions"

for _kind, _adapter in {
    float: Float,
    int: Int,
    bool: Boolean,
    str: QuotedString,
    bytes: Binary,
    bytearray: Binary,
    memoryview: Binary,
    list: List,
    tuple: SQL_IN,
    type(None): NoneAdapter,
    _decimal.Decimal: Decimal,
    _dt.date: DateFromPy,
    _dt.time: TimeFromPy,
    _dt.datetime: TimestampFromPy,
    _dt.timedelta: IntervalFromPy,
}.items():
    register_adapter(_kind, _adapter)
