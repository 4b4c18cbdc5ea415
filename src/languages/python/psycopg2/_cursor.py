"""Cursors."""

import datetime as _dt
import re

from . import _cast
from ._adapt import quoted
from ._backend import backend
from ._exceptions import InterfaceError, NotSupportedError, OperationalError, ProgrammingError

_PLACEHOLDER = re.compile(r"%(?:%|\((?P<name>[^)]*)\)(?P<named>.?)|(?P<open>\()|(?P<plain>.?))", re.DOTALL)
_COUNT = re.compile(r"^(?:SELECT|INSERT \d+|UPDATE|DELETE|MERGE|MOVE|FETCH|COPY) (\d+)$")


def quote_ident(name, scope=None):
    return '"' + name.replace('"', '""') + '"'


def _positional(arguments, index):
    if isinstance(arguments, dict):
        raise TypeError(f"{type(arguments).__name__} is not a sequence")
    if not hasattr(arguments, "__getitem__"):
        raise TypeError(f"'{type(arguments).__name__}' object does not support indexing")
    return arguments[index]


def merge(query, arguments, connection):
    """A query with its arguments written into it."""
    if arguments is None:
        return query
    style = None
    used = 0

    def written(match):
        nonlocal style, used
        if match.group() == "%%":
            return "%"
        if match["open"] is not None:
            raise ProgrammingError("incomplete placeholder: '%(' without ')'")
        name = match["name"]
        kind = match["plain"] if name is None else match["named"]
        if name is None and kind == "":
            raise ProgrammingError("incomplete placeholder: '%'")
        wanted = "positional" if name is None else "named"
        if style not in (None, wanted):
            raise ProgrammingError("argument formats can't be mixed")
        style = wanted
        if name is None:
            value = _positional(arguments, used)
            used += 1
        else:
            value = arguments[name]
        if kind != "s":
            if kind == "":
                raise ValueError("incomplete format")
            raise ValueError(f"unsupported format character '{kind}' (0x{ord(kind):x}) at index {match.end() - 1}")
        return quoted(value, connection).decode()

    merged = _PLACEHOLDER.sub(written, query)
    if style == "positional" and used < len(arguments):
        raise TypeError("not all arguments converted during string formatting")
    return merged


class Column:
    """What is known of a column of a result: the seven items of PEP 249, by index and by name, and more by name."""

    __slots__ = ("_items", "table_oid", "table_column")

    _NAMES = ("name", "type_code", "display_size", "internal_size", "precision", "scale", "null_ok")

    def __init__(self, name, type_code, display_size, internal_size, precision, scale, null_ok, table_oid, table_column):
        self._items = (name, type_code, display_size, internal_size, precision, scale, null_ok)
        self.table_oid = table_oid
        self.table_column = table_column

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        return self._items[index]

    def __eq__(self, other):
        if isinstance(other, Column):
            return self._items == other._items
        return self._items == other

    def __hash__(self):
        return hash(self._items)

    def __repr__(self):
        return f"Column(name={self.name!r}, type_code={self.type_code!r})"


for _index, _name in enumerate(Column._NAMES):
    setattr(Column, _name, property(lambda self, index=_index: self._items[index]))


def _column(field):
    size, precision, scale = field["size"], None, None
    modifier = field["modifier"] - 4 if field["modifier"] > 0 else field["modifier"]
    if size == -1:
        size = modifier >> 16 if field["oid"] == 1700 else modifier
    if field["oid"] == 1700 and modifier > 0:
        precision, scale = modifier >> 16 & 0xFFFF, modifier & 0xFFFF
    return Column(
        field["name"], field["oid"], None, size, precision, scale, None, field["table"] or None, field["column"] or None
    )


class cursor:
    """A cursor: what statements are executed with, and rows are fetched from."""

    arraysize = 1
    itersize = 2000
    row_factory = None
    tzinfo_factory = _dt.timezone
    scrollable = None
    withhold = False
    lastrowid = 0
    query = None
    statusmessage = None
    typecaster = None
    pgresult_ptr = None

    def __init__(self, connection, name=None):
        if getattr(connection, "closed", 1):
            raise InterfaceError("connection already closed")
        if name is not None and not isinstance(name, str):
            raise TypeError("cursor name must be a string")
        self.connection = connection
        self.name = name
        self.closed = False
        self._own_types = {}
        self.binary_types = {}
        self._is_declared = False
        self._forget()

    @property
    def string_types(self):
        return self._own_types

    def _forget(self):
        self.description = None
        self.rowcount = -1
        self.rownumber = 0
        self._rows = None
        self._casters = ()

    def _check_open(self):
        if self.closed:
            raise InterfaceError("cursor already closed")
        self.connection._check_open()

    def _text(self, query):
        if query is None:
            return ""
        if isinstance(query, str):
            return query
        if isinstance(query, (bytes, bytearray)):
            return bytes(query).decode()
        as_string = getattr(query, "as_string", None)
        if as_string is not None:
            return as_string(self)
        raise TypeError(f"argument 1 must be a string or unicode object: got {type(query).__name__} instead")

    def mogrify(self, query, vars=None):
        """What execute() would send, in bytes."""
        self._check_open()
        return merge(self._text(query), vars, self.connection).encode()

    def execute(self, query, vars=None):
        self._check_open()
        self._execute(query, vars, keeps_rows=True)

    def _execute(self, query, arguments, keeps_rows):
        text = self._text(query)
        if not text:
            raise ProgrammingError("can't execute an empty query")
        if self.name is not None:
            if self._is_declared:
                raise ProgrammingError("can't call .execute() on named cursors more than once")
            if self.connection.autocommit and not self.withhold and not self.connection._entered:
                raise ProgrammingError("can't use a named cursor outside of transactions")
        merged = merge(text, arguments, self.connection)
        if "\0" in merged:
            raise ValueError("A string literal cannot contain NUL (0x00) characters.")
        self._forget()
        if self.name is not None:
            scroll = {None: "", True: "SCROLL ", False: "NO SCROLL "}[self.scrollable]
            hold = "WITH" if self.withhold else "WITHOUT"
            merged = f"DECLARE {quote_ident(self.name)} {scroll}CURSOR {hold} HOLD FOR {merged}"
        self._send(merged, keeps_rows)
        if self.name is not None:
            self._is_declared = True
            self._rows = []
            self.rowcount = -1

    def _send(self, sql, keeps_rows=True):
        self.query = sql.encode()
        self.connection._begin()
        # Whoever waits for rows that only copy_from() brings must not wait for ever.
        reply = self.connection._run(sql, self, copy_fails=True)
        if reply["kind"] == "copy-out":
            raise ProgrammingError("can't execute COPY TO: use the copy_to() method instead")
        self._take(reply, keeps_rows)

    def _take(self, reply, keeps_rows=True):
        kind = reply["kind"]
        if kind == "empty":
            raise ProgrammingError("can't execute an empty query")
        self.statusmessage = reply["tag"]
        if kind == "rows":
            if reply["rowCount"] > len(reply["rows"]):
                raise OperationalError(
                    f"the result has {reply['rowCount']:,} rows, and a program in here may take {len(reply['rows']):,} at once\n"
                    "HINT:  Use LIMIT, or a named cursor, which fetches a part at a time.\n"
                )
            self.rowcount = reply["rowCount"]
            if keeps_rows:
                self.description = tuple(_column(field) for field in reply["fields"])
                self._casters = [_cast.caster_for(field["oid"], self) for field in reply["fields"]]
                self._rows = reply["rows"]
            return
        self._rows = None
        count = _COUNT.match(reply["tag"])
        self.rowcount = int(count[1]) if count else -1

    def executemany(self, query, vars_list):
        self._check_open()
        if self.name is not None:
            raise ProgrammingError("can't call .executemany() on named cursors")
        total = 0
        for arguments in vars_list:
            self._execute(query, arguments, keeps_rows=False)
            total = -1 if self.rowcount == -1 or total == -1 else total + self.rowcount
        self.rowcount = total

    def callproc(self, procname, parameters=None):
        self._check_open()
        if self.name is not None:
            raise ProgrammingError("can't call .callproc() on named cursors")
        if isinstance(parameters, dict):
            places = ",".join(f"{quote_ident(name)}:=%s" for name in parameters)
            values = list(parameters.values())
        else:
            values = [] if parameters is None else parameters
            places = ",".join(["%s"] * len(values))
        self._execute(f"SELECT * FROM {procname}({places})", values, keeps_rows=True)
        return parameters

    def _row(self, texts):
        if self.row_factory is None:
            return tuple([caster._cast(text, self) for caster, text in zip(self._casters, texts)])
        row = self.row_factory(self)
        for index, (caster, text) in enumerate(zip(self._casters, texts)):
            row[index] = caster._cast(text, self)
        return row

    def _check_rows(self):
        self._check_open()
        if self._rows is None:
            raise ProgrammingError("no results to fetch")
        if self.name is not None and not self.withhold and self.connection.status == 1:
            raise ProgrammingError("named cursor isn't valid anymore")

    def _fetch_declared(self, how):
        self.connection._begin()
        sql = f"FETCH FORWARD {how} FROM {quote_ident(self.name)}"
        self._take(self.connection._run(sql, self))
        # Counted anew with each part.
        self.rownumber = len(self._rows)
        return [self._row(texts) for texts in self._rows]

    def fetchone(self):
        self._check_rows()
        if self.name is not None:
            rows = self._fetch_declared(1)
            return rows[0] if rows else None
        if self.rownumber >= len(self._rows):
            return None
        self.rownumber += 1
        return self._row(self._rows[self.rownumber - 1])

    def fetchmany(self, size=None):
        self._check_rows()
        size = self.arraysize if size is None else size
        if self.name is not None:
            return self._fetch_declared(size) if size > 0 else []
        chosen = self._rows[self.rownumber : self.rownumber + size]
        self.rownumber += len(chosen)
        return [self._row(texts) for texts in chosen]

    def fetchall(self):
        self._check_rows()
        if self.name is not None:
            return self._fetch_declared("ALL")
        chosen = self._rows[self.rownumber :]
        self.rownumber = len(self._rows)
        return [self._row(texts) for texts in chosen]

    def scroll(self, value, mode="relative"):
        self._check_rows()
        if mode not in ("relative", "absolute"):
            raise ProgrammingError("scroll mode must be 'relative' or 'absolute'")
        if self.name is not None:
            self.connection._begin()
            how = str(value) if mode == "relative" else f"ABSOLUTE {value}"
            self.connection._run(f"MOVE {how} FROM {quote_ident(self.name)}", self)
            return
        to = self.rownumber + value if mode == "relative" else value
        if not 0 <= to < len(self._rows):
            raise ProgrammingError("scroll destination out of bounds")
        self.rownumber = to

    def __iter__(self):
        return self

    def __next__(self):
        if self.name is not None:
            if not getattr(self, "_ahead", None):
                self._check_rows()
                self._ahead = self._fetch_declared(self.itersize)[::-1]
            if not self._ahead:
                raise StopIteration
            return self._ahead.pop()
        row = self.fetchone()
        if row is None:
            raise StopIteration
        return row

    def close(self):
        if self.closed:
            return
        if self.name is not None and self._is_declared and not self.connection.closed:
            if backend.transaction != "failed" and (self.withhold or self.connection.status != 1):
                self.connection._run(f"CLOSE {quote_ident(self.name)}", self)
        self.closed = True

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, kind, error, traceback):
        self.close()

    def cast(self, oid, value):
        return _cast.caster_for(oid, self)(value, self)

    def nextset(self):
        raise NotSupportedError("not supported by PostgreSQL")

    def setinputsizes(self, sizes):
        """PEP 249 asks for it; it does nothing."""

    def setoutputsize(self, size, column=None):
        """PEP 249 asks for it; it does nothing."""

    def _copy_options(self, sep, null):
        delimiter, nothing = (quoted(text, self.connection).decode() for text in (sep, null))
        return f"WITH DELIMITER AS {delimiter} NULL AS {nothing}"

    def copy_from(self, file, table, sep="\t", null="\\N", size=8192, columns=None):
        places = "" if columns is None else "(" + ",".join(quote_ident(name) for name in columns) + ")"
        options = self._copy_options(sep, null)
        self.copy_expert(f"COPY {quote_ident(table)}{places} FROM stdin {options}", file, size)

    def copy_to(self, file, table, sep="\t", null="\\N", columns=None):
        places = "" if columns is None else "(" + ",".join(quote_ident(name) for name in columns) + ")"
        options = self._copy_options(sep, null)
        self.copy_expert(f"COPY {quote_ident(table)}{places} TO stdout {options}", file)

    def copy_expert(self, sql, file, size=8192):
        """COPY … FROM STDIN reads the file, COPY … TO STDOUT writes it."""
        self._check_open()
        text = self._text(sql)
        self._forget()
        self.query = text.encode()
        self.connection._begin()
        given = None
        if re.search(r"\bfrom\s+stdin\b", text, re.IGNORECASE):
            if not hasattr(file, "read"):
                raise TypeError("file must be a readable file-like object for COPY FROM; a writable file-like object for COPY TO.")
            given = file.read()
            given = given.decode() if isinstance(given, bytes) else given
        reply = self.connection._run(text, self, copy=given)
        if reply["kind"] == "copy-out":
            try:
                file.write(reply["text"])
            except TypeError:
                file.write(reply["text"].encode())
        self.statusmessage = reply.get("tag")
        count = _COUNT.match(self.statusmessage or "")
        self.rowcount = int(count[1]) if count else -1

    def __repr__(self):
        return f"<cursor object at 0x{id(self):x}; closed: {int(self.closed)}>"


for _kind in (Column, cursor):
    _kind.__module__ = "psycopg2.extensions"
