"""The exceptions of PEP 249, and what PostgreSQL says with an error."""


class Warning(Exception):
    """Something that matters although it worked."""


class Error(Exception):
    """Whatever goes wrong with a database."""

    #: The server's whole message, as psql prints it.
    pgerror = None
    #: The SQLSTATE.
    pgcode = None
    cursor = None
    _report = None

    @property
    def diag(self):
        """What the server says of the error, field by field."""
        return Diagnostics(self)

    def __reduce__(self):
        kind, args, *_ = super().__reduce__()
        return kind, args, {"pgerror": self.pgerror, "pgcode": self.pgcode}

    def __setstate__(self, state):
        self.pgerror = state["pgerror"]
        self.pgcode = state["pgcode"]


class InterfaceError(Error):
    """A mistake in the use of this module."""


class DatabaseError(Error):
    """What the database refuses."""


class DataError(DatabaseError):
    """A value that cannot be."""


class OperationalError(DatabaseError):
    """What is not the program's fault: no connection, no memory …"""


class IntegrityError(DatabaseError):
    """A constraint is broken."""


class InternalError(DatabaseError):
    """The database is in the wrong state."""


class ProgrammingError(DatabaseError):
    """SQL that is wrong, or names what is not there."""


class NotSupportedError(DatabaseError):
    """What the database cannot do."""


class QueryCanceledError(OperationalError):
    """A query was cancelled."""


class TransactionRollbackError(OperationalError):
    """A transaction had to be given up; trying again may help."""


PUBLIC = (
    Warning,
    Error,
    InterfaceError,
    DatabaseError,
    DataError,
    OperationalError,
    IntegrityError,
    InternalError,
    ProgrammingError,
    NotSupportedError,
)
for _kind in PUBLIC:
    _kind.__module__ = "psycopg2"
for _kind in (QueryCanceledError, TransactionRollbackError):
    _kind.__module__ = "psycopg2.extensions"


class Diagnostics:
    """The fields of an error report; None for what the server did not say."""

    __slots__ = ("_report",)

    _FIELDS = {
        "severity": "severity",
        "severity_nonlocalized": "severity",
        "sqlstate": "sqlstate",
        "message_primary": "message",
        "message_detail": "detail",
        "message_hint": "hint",
        "statement_position": "position",
        "internal_position": "internalPosition",
        "internal_query": "internalQuery",
        "context": "where",
        "schema_name": "schema",
        "table_name": "table",
        "column_name": "column",
        "datatype_name": "dataType",
        "constraint_name": "constraint",
        "source_file": "file",
        "source_line": "line",
        "source_function": "routine",
    }

    def __init__(self, error):
        if not isinstance(error, Error):
            raise TypeError("The argument must be a psycopg2.Error")
        self._report = error._report or {}

    def __getattr__(self, name):
        field = Diagnostics._FIELDS.get(name)
        if field is None:
            raise AttributeError(f"'psycopg2.extensions.Diagnostics' object has no attribute '{name}'")
        value = self._report.get(field)
        return None if value is None else str(value)


Diagnostics.__module__ = "psycopg2.extensions"
