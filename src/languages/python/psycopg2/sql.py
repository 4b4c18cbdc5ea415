"""SQL put together safely, of parts that know how they are quoted."""

import string

from ._adapt import adapt
from ._cursor import quote_ident


class Composable:
    """A part of a statement."""

    def __init__(self, wrapped):
        self._wrapped = wrapped

    def __repr__(self):
        return f"{type(self).__name__}({self._wrapped!r})"

    def as_string(self, context):
        """The SQL; the context is a connection or a cursor."""
        raise NotImplementedError

    def __add__(self, other):
        if isinstance(other, Composed):
            return Composed([self]) + other
        if isinstance(other, Composable):
            return Composed([self]) + Composed([other])
        return NotImplemented

    def __mul__(self, count):
        return Composed([self] * count)

    def __eq__(self, other):
        return type(self) is type(other) and self._wrapped == other._wrapped

    def __ne__(self, other):
        return not self == other

    __hash__ = None


class Composed(Composable):
    """Parts one after the other."""

    def __init__(self, seq):
        parts = []
        for part in seq:
            if not isinstance(part, Composable):
                raise TypeError(f"Composed elements must be Composable, got {part!r} instead")
            parts.append(part)
        super().__init__(parts)

    @property
    def seq(self):
        return list(self._wrapped)

    def as_string(self, context):
        return "".join(part.as_string(context) for part in self._wrapped)

    def __iter__(self):
        return iter(self._wrapped)

    def __add__(self, other):
        if isinstance(other, Composed):
            return Composed(self._wrapped + other._wrapped)
        if isinstance(other, Composable):
            return Composed(self._wrapped + [other])
        return NotImplemented

    def join(self, joiner):
        if isinstance(joiner, str):
            joiner = SQL(joiner)
        elif not isinstance(joiner, SQL):
            raise TypeError("Composed.join() argument must be a string or an SQL")
        return joiner.join(self)


class SQL(Composable):
    """SQL as it stands: never of what somebody typed in."""

    _formatter = string.Formatter()

    def __init__(self, string):
        if not isinstance(string, str):
            raise TypeError("SQL values must be strings")
        super().__init__(string)

    @property
    def string(self):
        return self._wrapped

    def as_string(self, context):
        return self._wrapped

    def format(self, *args, **kwargs):
        parts = []
        counted = 0
        for text, name, spec, conversion in self._formatter.parse(self._wrapped):
            if spec:
                raise ValueError("no format specification supported by SQL")
            if conversion:
                raise ValueError("no format conversion supported by SQL")
            if text:
                parts.append(SQL(text))
            if name is None:
                continue
            if name.isdigit():
                if counted:
                    raise ValueError("cannot switch from automatic field numbering to manual")
                parts.append(args[int(name)])
                counted = None
            elif not name:
                if counted is None:
                    raise ValueError("cannot switch from manual field numbering to automatic")
                parts.append(args[counted])
                counted += 1
            else:
                parts.append(kwargs[name])
        return Composed(parts)

    def join(self, seq):
        parts = []
        for part in seq:
            if parts:
                parts.append(self)
            parts.append(part)
        return Composed(parts)


class Identifier(Composable):
    """A name, or several with dots between them."""

    def __init__(self, *strings):
        if not strings:
            raise TypeError("Identifier cannot be empty")
        for name in strings:
            if not isinstance(name, str):
                raise TypeError("SQL identifier parts must be strings")
        super().__init__(strings)

    @property
    def strings(self):
        return self._wrapped

    @property
    def string(self):
        if len(self._wrapped) == 1:
            return self._wrapped[0]
        raise AttributeError("the Identifier wraps more than one than one string")

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self._wrapped))})"

    def as_string(self, context):
        return ".".join(quote_ident(name, context) for name in self._wrapped)


class Literal(Composable):
    """A value."""

    @property
    def wrapped(self):
        return self._wrapped

    def as_string(self, context):
        connection = getattr(context, "connection", context)
        adapted = adapt(self._wrapped)
        if hasattr(adapted, "prepare"):
            adapted.prepare(connection)
        written = adapted.getquoted()
        return written.decode() if isinstance(written, bytes) else written


class Placeholder(Composable):
    """The place of an argument."""

    def __init__(self, name=None):
        if isinstance(name, str):
            if ")" in name:
                raise ValueError(f"invalid name: {name!r}")
        elif name is not None:
            raise TypeError(f"expected string or None as name, got {name!r}")
        super().__init__(name)

    @property
    def name(self):
        return self._wrapped

    def __repr__(self):
        return f"Placeholder({'' if self._wrapped is None else repr(self._wrapped)})"

    def as_string(self, context):
        return "%s" if self._wrapped is None else f"%({self._wrapped})s"


NULL = SQL("NULL")
DEFAULT = SQL("DEFAULT")
