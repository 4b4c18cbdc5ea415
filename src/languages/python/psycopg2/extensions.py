"""What goes beyond PEP 249."""

from ._adapt import (
    AsIs,
    Binary,
    Boolean,
    DateFromPy,
    Float,
    Int,
    IntervalFromPy,
    ISQLQuote,
    NoneAdapter,
    QuotedString,
    SQL_IN,
    TimeFromPy,
    TimestampFromPy,
    adapt,
    adapters,
    register_adapter,
)
from ._cast import (
    BINARYARRAY,
    BOOLEAN,
    BOOLEANARRAY,
    BYTES,
    BYTESARRAY,
    DATE,
    DATEARRAY,
    DATETIMEARRAY,
    DECIMAL,
    DECIMALARRAY,
    FLOAT,
    FLOATARRAY,
    INTEGER,
    INTEGERARRAY,
    INTERVAL,
    INTERVALARRAY,
    LONGINTEGER,
    LONGINTEGERARRAY,
    PYDATE,
    PYDATEARRAY,
    PYDATETIME,
    PYDATETIMEARRAY,
    PYDATETIMETZ,
    PYDATETIMETZARRAY,
    PYINTERVAL,
    PYINTERVALARRAY,
    PYTIME,
    PYTIMEARRAY,
    ROWIDARRAY,
    STRINGARRAY,
    TIME,
    TIMEARRAY,
    UNICODE,
    UNICODEARRAY,
    binary_types,
    new_array_type,
    new_type,
    register_type,
    string_types,
)
from ._connection import (
    ISOLATION_LEVEL_AUTOCOMMIT,
    ISOLATION_LEVEL_DEFAULT,
    ISOLATION_LEVEL_READ_COMMITTED,
    ISOLATION_LEVEL_READ_UNCOMMITTED,
    ISOLATION_LEVEL_REPEATABLE_READ,
    ISOLATION_LEVEL_SERIALIZABLE,
    STATUS_BEGIN,
    STATUS_IN_TRANSACTION,
    STATUS_PREPARED,
    STATUS_READY,
    STATUS_SETUP,
    TRANSACTION_STATUS_IDLE,
    TRANSACTION_STATUS_INERROR,
    TRANSACTION_STATUS_INTRANS,
    TRANSACTION_STATUS_UNKNOWN,
    ConnectionInfo,
    Notify,
    Xid,
    connection,
)
from ._cursor import Column, cursor, quote_ident
from ._dsn import make_dsn, parse_dsn
from ._exceptions import Diagnostics, QueryCanceledError, TransactionRollbackError
from ._json import JSON, JSONARRAY, JSONB, JSONBARRAY

TRANSACTION_STATUS_ACTIVE = 1
POLL_OK, POLL_READ, POLL_WRITE, POLL_ERROR = range(4)
STATUS_SYNC, STATUS_ASYNC = 3, 4

#: The names that PostgreSQL and Python have for encodings; the server in here speaks the one.
encodings = {"UTF8": "utf_8", "UNICODE": "utf_8", "UTF-8": "utf_8"}


def set_wait_callback(callback):
    """There is no socket to wait for: every answer is there when the call returns."""


def get_wait_callback():
    return None


def libpq_version():
    """The version of the libpq whose texts this module's errors have."""
    return 180000
