"""An exception for each SQLSTATE: psycopg2.errors.UniqueViolation."""

from . import errorcodes
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
    QueryCanceledError,
    TransactionRollbackError,
    Warning,
)

_BASE_OF_CLASS = {
    "08": OperationalError,
    "0A": NotSupportedError,
    "20": ProgrammingError,
    "21": ProgrammingError,
    "22": DataError,
    "23": IntegrityError,
    "24": InternalError,
    "25": InternalError,
    "26": OperationalError,
    "27": OperationalError,
    "28": OperationalError,
    "2B": InternalError,
    "2D": InternalError,
    "2F": InternalError,
    "34": OperationalError,
    "38": InternalError,
    "39": InternalError,
    "3B": InternalError,
    "3D": ProgrammingError,
    "3F": ProgrammingError,
    "40": TransactionRollbackError,
    "42": ProgrammingError,
    "44": ProgrammingError,
}
_BASE_OF_FIRST = {
    "5": OperationalError,
    "F": InternalError,
    "H": OperationalError,
    "P": InternalError,
    "X": InternalError,
}


def base_of(code):
    """The exception of PEP 249 that a SQLSTATE belongs to."""
    if code == "57014":
        return QueryCanceledError
    return _BASE_OF_CLASS.get(code[:2]) or _BASE_OF_FIRST.get(code[:1], DatabaseError)


# Conditions whose name is another one's already.
_NAMES = {
    "38002": "ModifyingSqlDataNotPermittedExt",
    "38003": "ProhibitedSqlStatementAttemptedExt",
    "38004": "ReadingSqlDataNotPermittedExt",
    "39004": "NullValueNotAllowedExt",
    "XX000": "InternalError_",
}
# A code that has a name but that no server raises.
_NEVER_RAISED = {"22020"}
_by_code = {}

for _line in errorcodes._CODES.split("\n"):
    if not _line:
        continue
    _code, _name = _line.split()
    # Classes 00 and 01 are no errors.
    if _code[:2] in ("00", "01") or _code in _NEVER_RAISED or _code in _by_code:
        continue
    _name = _NAMES.get(_code) or _name.title().replace("_", "")
    _by_code[_code] = globals()[_name] = type(_name, (base_of(_code),), {"__module__": __name__})

del _line, _code, _name


def lookup(code):
    """The exception of a SQLSTATE. Raises KeyError for one that has none."""
    return _by_code[code]
