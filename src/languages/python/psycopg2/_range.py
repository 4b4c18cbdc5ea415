"""Range types."""

import re

from . import _cast
from ._adapt import ISQLQuote, adapt, register_adapter
from ._exceptions import InterfaceError, ProgrammingError


class Range:
    """A range of values: its bounds, and whether each belongs to it."""

    __slots__ = ("_lower", "_upper", "_bounds")

    def __init__(self, lower=None, upper=None, bounds="[)", empty=False):
        if empty:
            self._lower = self._upper = self._bounds = None
            return
        if bounds not in ("[)", "(]", "()", "[]"):
            raise ValueError(f"bound flags not valid: {bounds!r}")
        self._lower, self._upper, self._bounds = lower, upper, bounds

    def __repr__(self):
        name = type(self).__name__
        if self._bounds is None:
            return f"{name}(empty=True)"
        return f"{name}({self._lower!r}, {self._upper!r}, {self._bounds!r})"

    def __str__(self):
        if self._bounds is None:
            return "empty"
        return f"{self._bounds[0]}{self._lower}, {self._upper}{self._bounds[1]}"

    @property
    def lower(self):
        return self._lower

    @property
    def upper(self):
        return self._upper

    @property
    def isempty(self):
        return self._bounds is None

    @property
    def lower_inf(self):
        return self._bounds is not None and self._lower is None

    @property
    def upper_inf(self):
        return self._bounds is not None and self._upper is None

    @property
    def lower_inc(self):
        return self._bounds is not None and self._lower is not None and self._bounds[0] == "["

    @property
    def upper_inc(self):
        return self._bounds is not None and self._upper is not None and self._bounds[1] == "]"

    def __contains__(self, value):
        if self._bounds is None:
            return False
        if self._lower is not None and not (value >= self._lower if self._bounds[0] == "[" else value > self._lower):
            return False
        if self._upper is not None and not (value <= self._upper if self._bounds[1] == "]" else value < self._upper):
            return False
        return True

    def _key(self):
        return self._lower, self._upper, self._bounds

    def __eq__(self, other):
        return isinstance(other, Range) and self._key() == other._key()

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self._key())

    def __bool__(self):
        return self._bounds is not None

    def _compares(self, other, less):
        if not isinstance(other, Range):
            return NotImplemented
        for mine, theirs in zip(self._key(), other._key()):
            if mine == theirs:
                continue
            if mine is None:
                return less
            if theirs is None:
                return not less
            return mine < theirs if less else mine > theirs
        return False

    def __lt__(self, other):
        return self._compares(other, True)

    def __gt__(self, other):
        return self._compares(other, False)

    def __le__(self, other):
        return self == other or self._compares(other, True)

    def __ge__(self, other):
        return self == other or self._compares(other, False)

    def __getstate__(self):
        return self._key()

    def __setstate__(self, state):
        self._lower, self._upper, self._bounds = state


class NumericRange(Range):
    """int4range, int8range, numrange."""


class DateRange(Range):
    """daterange."""


class DateTimeRange(Range):
    """tsrange."""


class DateTimeTZRange(Range):
    """tstzrange."""


class RangeAdapter:
    """Writes a range; `name` is the type's."""

    name = None

    def __init__(self, adapted):
        self.adapted = adapted
        self._connection = None

    def __conform__(self, proto):
        return self if proto is ISQLQuote else None

    def prepare(self, connection):
        self._connection = connection

    def _bound(self, value):
        if value is None:
            return b"NULL"
        adapted = adapt(value)
        if hasattr(adapted, "prepare") and self._connection is not None:
            adapted.prepare(self._connection)
        return adapted.getquoted()

    def getquoted(self):
        if self.name is None:
            raise NotImplementedError("RangeAdapter must be subclassed overriding its name or the getquoted() method")
        if self.adapted.isempty:
            return b"'empty'::" + self.name.encode()
        lower, upper = self._bound(self.adapted.lower), self._bound(self.adapted.upper)
        return self.name.encode() + b"(" + lower + b", " + upper + b", '" + self.adapted._bounds.encode() + b"')"


class NumberRangeAdapter(RangeAdapter):
    """Numbers need no type: what stands beside them says it."""

    def getquoted(self):
        if self.adapted.isempty:
            return b"'empty'"
        lower = b"" if self.adapted.lower is None else adapt(self.adapted.lower).getquoted()
        upper = b"" if self.adapted.upper is None else adapt(self.adapted.upper).getquoted()
        bounds = self.adapted._bounds.encode()
        return b"'" + bounds[:1] + lower.strip() + b"," + upper.strip() + bounds[1:] + b"'"


_RANGE = re.compile(
    r"""([\[(])(?:"((?:[^"\\]|\\.|"")*)"|([^",]*)),(?:"((?:[^"\\]|\\.|"")*)"|([^",\])]*))([\])])""", re.DOTALL
)


class RangeCaster:
    """Reads and writes a range type with a class."""

    def __init__(self, pgrange, pyrange, oid, subtype_oid, array_oid=None):
        self.subtype_oid = subtype_oid
        if isinstance(pgrange, str):
            self.adapter = type(pgrange, (RangeAdapter,), {"name": pgrange})
        else:
            self.adapter = pgrange
        if isinstance(pyrange, str):
            self.range = type(pyrange, (Range,), {})
        else:
            self.range = pyrange
        name = self.adapter.name or self.adapter.__class__.__name__
        self.typecaster = _cast.new_type((oid,), name, self.parse)
        self.array_typecaster = None
        if array_oid is not None:
            self.array_typecaster = _cast.new_array_type((array_oid,), name + "ARRAY", self.typecaster)

    def parse(self, text, cursor=None):
        if text is None:
            return None
        if text == "empty":
            return self.range(empty=True)
        match = _RANGE.match(text)
        if match is None:
            raise InterfaceError(f"failed to parse range: '{text}'")
        lower = self._value(match[2], match[3], cursor)
        upper = self._value(match[4], match[5], cursor)
        return self.range(lower, upper, match[1] + match[6])

    def _value(self, quoted, plain, cursor):
        if quoted is not None:
            text = re.sub(r'\\(.)|"(")', lambda match: match[1] or match[2], quoted)
        elif plain:
            text = plain
        else:
            return None
        return text if cursor is None else cursor.cast(self.subtype_oid, text)

    def _register(self, scope=None):
        _cast.register_type(self.typecaster, scope)
        if self.array_typecaster is not None:
            _cast.register_type(self.array_typecaster, scope)
        register_adapter(self.range, self.adapter)


def register_range(pgrange, pyrange, conn_or_curs, globally=False):
    """Has a range type of the database read and written with a class."""
    name = pgrange if isinstance(pgrange, str) else pgrange.name
    cursor = conn_or_curs.cursor() if hasattr(conn_or_curs, "cursor") else conn_or_curs
    cursor.execute(
        "SELECT rngtypid, rngsubtype, typarray FROM pg_range JOIN pg_type t ON t.oid = rngtypid WHERE t.oid = %s::regtype",
        (name,),
    )
    found = cursor.fetchone()
    if found is None:
        raise ProgrammingError(f"PostgreSQL range '{name}' not found")
    caster = RangeCaster(pgrange, pyrange, *found)
    caster._register(None if globally else conn_or_curs)
    return caster


for _name, _range, _oid, _subtype, _array in (
    ("daterange", DateRange, 3912, 1082, 3913),
    ("tsrange", DateTimeRange, 3908, 1114, 3909),
    ("tstzrange", DateTimeTZRange, 3910, 1184, 3911),
):
    RangeCaster(_name, _range, _oid, _subtype, _array)._register()
for _oid, _subtype, _array in ((3904, 23, 3905), (3926, 20, 3927), (3906, 1700, 3907)):
    RangeCaster(NumberRangeAdapter, NumericRange, _oid, _subtype, _array)._register()
