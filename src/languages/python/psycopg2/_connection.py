"""Connections."""

import re

from . import _exceptions
from ._backend import backend, error_from, literal
from ._dsn import parse_dsn, with_defaults
from ._exceptions import InterfaceError, NotSupportedError, OperationalError, ProgrammingError

ISOLATION_LEVEL_AUTOCOMMIT = 0
ISOLATION_LEVEL_READ_COMMITTED = 1
ISOLATION_LEVEL_REPEATABLE_READ = 2
ISOLATION_LEVEL_SERIALIZABLE = 3
ISOLATION_LEVEL_READ_UNCOMMITTED = 4
ISOLATION_LEVEL_DEFAULT = None

STATUS_SETUP = 0
STATUS_READY = 1
STATUS_BEGIN = STATUS_IN_TRANSACTION = 2
STATUS_PREPARED = 5

TRANSACTION_STATUS_IDLE = 0
TRANSACTION_STATUS_INTRANS = 2
TRANSACTION_STATUS_INERROR = 3
TRANSACTION_STATUS_UNKNOWN = 4

_LEVEL_NAMES = {1: "READ COMMITTED", 2: "REPEATABLE READ", 3: "SERIALIZABLE", 4: "READ UNCOMMITTED"}
_TRANSACTION_STATUS = {
    "idle": TRANSACTION_STATUS_IDLE,
    "open": TRANSACTION_STATUS_INTRANS,
    "failed": TRANSACTION_STATUS_INERROR,
}
_LOCAL = {"localhost", "127.0.0.1", "::1"}
_MOST_NOTICES = 50


class Notify:
    """What NOTIFY sent."""

    def __init__(self, pid, channel, payload=""):
        self.pid = pid
        self.channel = channel
        self.payload = payload

    def _key(self):
        return self.pid, self.channel, self.payload

    def __eq__(self, other):
        if isinstance(other, Notify):
            return self._key() == other._key()
        return (self.pid, self.channel) == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self):
        return hash((self.pid, self.channel) if not self.payload else self._key())

    def __getitem__(self, index):
        return (self.pid, self.channel)[index]

    def __len__(self):
        return 2

    def __repr__(self):
        return f"Notify({self.pid!r}, {self.channel!r}, {self.payload!r})"


class Xid:
    """The name of a transaction that is committed in two phases."""

    def __init__(self, format_id, gtrid, bqual):
        self.format_id = format_id
        self.gtrid = gtrid
        self.bqual = bqual
        self.prepared = self.owner = self.database = None

    @classmethod
    def from_string(cls, name):
        made = cls.__new__(cls)
        made.format_id, made.gtrid, made.bqual = None, name, None
        made.prepared = made.owner = made.database = None
        return made

    def __str__(self):
        return self.gtrid


class ConnectionInfo:
    """What is known of a connection."""

    def __init__(self, connection):
        self._connection = connection

    @property
    def dsn_parameters(self):
        return self._connection.get_dsn_parameters()

    @property
    def dbname(self):
        return self._connection._database

    @property
    def user(self):
        return self._connection._user

    @property
    def password(self):
        return self._connection._parameters.get("password")

    @property
    def host(self):
        return self._connection._parameters["host"]

    @property
    def port(self):
        return int(self._connection._parameters["port"])

    @property
    def options(self):
        return self._connection._parameters.get("options", "")

    @property
    def status(self):
        return 1 if self._connection.closed else 0

    @property
    def transaction_status(self):
        return self._connection.get_transaction_status()

    protocol_version = 3

    @property
    def server_version(self):
        return self._connection.server_version

    @property
    def backend_pid(self):
        return self._connection.get_backend_pid()

    error_message = None
    needs_password = False
    used_password = False
    ssl_in_use = False
    ssl_attribute_names = []

    def ssl_attribute(self, name):
        return None

    def parameter_status(self, name):
        return self._connection.get_parameter_status(name)


class connection:
    """A connection: a session of its own, which takes turns with the program's other ones."""

    Warning = _exceptions.Warning
    Error = _exceptions.Error
    InterfaceError = _exceptions.InterfaceError
    DatabaseError = _exceptions.DatabaseError
    DataError = _exceptions.DataError
    OperationalError = _exceptions.OperationalError
    IntegrityError = _exceptions.IntegrityError
    InternalError = _exceptions.InternalError
    ProgrammingError = _exceptions.ProgrammingError
    NotSupportedError = _exceptions.NotSupportedError

    closed = 0
    async_ = 0
    protocol_version = 3
    cursor_factory = None
    pgconn_ptr = None

    def __init__(self, dsn, async_=0, **_options):
        if async_:
            raise NotSupportedError("asynchronous connections need a socket to wait for, which there is none of in here")
        self.closed = 2
        parameters = parse_dsn(dsn)
        shown = {**parameters, **({"password": "xxx"} if "password" in parameters else {})}
        self.dsn = dsn if shown == parameters else " ".join(f"{name}={value}" for name, value in shown.items())
        self._parameters = with_defaults(parameters)
        self._user = self._parameters["user"]
        self._database = self._parameters["dbname"]
        self._settings = []
        self._has_settings = False
        self._own_types = {}
        self.binary_types = {}
        self.notices = []
        self.notifies = []
        self.status = STATUS_SETUP
        self._autocommit = False
        self._isolation_level = ISOLATION_LEVEL_DEFAULT
        self._readonly = None
        self._deferrable = None
        self._entered = False
        self._statuses = {}
        self._connect()
        self.status = STATUS_READY

    def _connect(self):
        host, port = self._parameters["host"], self._parameters["port"]
        if not (host in _LOCAL or host.startswith("/")):
            raise OperationalError(
                f'could not translate host name "{host}" to address: there is no network in here\n'
                "HINT:  The PostgreSQL that belongs to this program is at localhost.\n"
            )
        address = f'"{host}" (127.0.0.1), port {port}' if host == "localhost" else f'"{host}", port {port}'
        where = f"connection to server at {address} failed: "
        if host.startswith("/"):
            where = f'connection to server on socket "{host}/.s.PGSQL.{port}" failed: '
        if port != "5432":
            raise OperationalError(
                f"{where}Connection refused\n\tIs the server running on that host and accepting TCP/IP connections?\n"
            )
        answer = backend.enter(self)
        if answer is None:
            owner = backend.owner
            if owner is None or (owner._user, owner._database) != (self._user, self._database):
                backend.leave(self)
                # Who it is cannot be asked now; saying so is what this does.
                backend.send(self, "SELECT 1")
            self._pid = owner._pid
        else:
            self._check(answer, where)
        self.closed = 0
        for name, value in self._asked_settings():
            self._run(f"SELECT pg_catalog.set_config({literal(name)}, {literal(value)}, false)", record=False)

    def _check(self, answer, where):
        can_log_in, accepts, may_connect, database, pid = answer

        def refused(message):
            backend.leave(self)
            return OperationalError(f"{where}FATAL:  {message}\n")

        if can_log_in is None:
            raise refused(f'role "{self._user}" does not exist')
        if can_log_in != "t":
            raise refused(f'role "{self._user}" is not permitted to log in')
        if accepts is None:
            raise refused(f'database "{self._database}" does not exist')
        if accepts != "t":
            raise refused(f'database "{self._database}" is not currently accepting connections')
        if may_connect != "t":
            detail = "User does not have CONNECT privilege."
            raise refused(f'permission denied for database "{self._database}"\nDETAIL:  {detail}')
        if database != self._database:
            backend.leave(self)
            raise OperationalError(
                f'{where}the PostgreSQL in here serves a program in one of its databases, "{database}"\n'
                f'HINT:  "{self._database}" is there, but only psql can change to it.\n'
            )
        self._pid = int(pid)

    def _asked_settings(self):
        name = self._parameters.get("application_name") or self._parameters.get("fallback_application_name")
        settings = [("application_name", name)] if name else []
        for option in re.finditer(r"(?:-c\s*|--)(\w+)=((?:\\.|\S)+)", self._parameters.get("options", "")):
            settings.append((option[1], re.sub(r"\\(.)", r"\1", option[2])))
        return settings

    def _check_open(self):
        if self.closed:
            raise InterfaceError("connection already closed")

    def _check_idle(self, what):
        if self.status != STATUS_READY:
            raise ProgrammingError(f"{what} cannot be used inside a transaction")

    def _run(self, sql, cursor=None, copy=None, copy_fails=False, record=True):
        """Sends SQL. Returns the last thing that the server answers; raises what it refuses."""
        said = backend.send(self, sql, copy, copy_fails, record)
        last = {"kind": "empty"}
        failed = None
        wants_rows = False
        for reply in said["replies"]:
            kind = reply["kind"]
            if kind == "notice":
                self.notices.append(reply["text"])
                del self.notices[:-_MOST_NOTICES]
            elif kind == "notification":
                self.notifies.append(Notify(reply["pid"], reply["channel"], reply["payload"]))
            elif kind == "error":
                failed = reply
            elif kind == "copy-in":
                wants_rows = True
            else:
                last = reply
        if wants_rows and copy_fails:
            raise ProgrammingError("can't execute COPY FROM: use the copy_from() method instead")
        if failed is not None:
            raise error_from(failed["report"], failed["text"], cursor)
        return last

    def _begin(self):
        if self.status != STATUS_READY or (self._autocommit and not self._entered):
            return
        begin = "BEGIN"
        if self._isolation_level is not None:
            begin += f" ISOLATION LEVEL {_LEVEL_NAMES[self._isolation_level]}"
        if self._readonly is not None:
            begin += " READ ONLY" if self._readonly else " READ WRITE"
        if self._deferrable is not None:
            begin += " DEFERRABLE" if self._deferrable else " NOT DEFERRABLE"
        self._run(begin)
        self.status = STATUS_BEGIN

    def _escapes_backslashes(self):
        return self._has_settings and self.get_parameter_status("standard_conforming_strings") == "off"

    def cursor(self, name=None, cursor_factory=None, withhold=False, scrollable=None):
        self._check_open()
        from ._cursor import cursor as plain

        factory = cursor_factory or self.cursor_factory or plain
        made = factory(self) if name is None else factory(self, name)
        if not isinstance(made, plain):
            raise TypeError("cursor factory must be subclass of psycopg2.extensions.cursor")
        if name is not None:
            made.withhold = withhold
            made.scrollable = scrollable
        return made

    def commit(self):
        self._check_open()
        self._end("COMMIT")

    def rollback(self):
        self._check_open()
        self._end("ROLLBACK")

    def _end(self, how):
        if self.status != STATUS_BEGIN:
            return
        self.status = STATUS_READY
        self._run(how)

    def close(self):
        if self.closed == 0:
            backend.leave(self)
        self.closed = 1
        self.status = STATUS_READY

    def __del__(self):
        if self.closed == 0:
            try:
                self.close()
            except BaseException:  # noqa: BLE001 - the program may be at its end
                pass

    def __enter__(self):
        self._check_open()
        if self._entered:
            raise ProgrammingError("the connection cannot be re-entered recursively")
        if self._autocommit:
            self._check_idle("with connection")
        self._entered = True
        return self

    def __exit__(self, kind, error, traceback):
        self._check_open()
        try:
            if kind is None:
                self.commit()
            else:
                self.rollback()
        finally:
            self._entered = False

    @property
    def autocommit(self):
        return self._autocommit

    @autocommit.setter
    def autocommit(self, value):
        self._check_open()
        self._check_idle("set_session")
        self._autocommit = bool(value)

    @property
    def isolation_level(self):
        return self._isolation_level

    @isolation_level.setter
    def isolation_level(self, value):
        self.set_session(isolation_level=ISOLATION_LEVEL_DEFAULT if value is None else value, _none="default")

    @property
    def readonly(self):
        return self._readonly

    @readonly.setter
    def readonly(self, value):
        self._check_open()
        self._check_idle("set_session")
        self._readonly = self._tristate(value)
        self._tell_defaults()

    @property
    def deferrable(self):
        return self._deferrable

    @deferrable.setter
    def deferrable(self, value):
        self._check_open()
        self._check_idle("set_session")
        self._deferrable = self._tristate(value)
        self._tell_defaults()

    @staticmethod
    def _tristate(value):
        if value is None or (isinstance(value, str) and value.lower() == "default"):
            return None
        return bool(value)

    @staticmethod
    def _level(value):
        if value is None:
            return None
        if isinstance(value, int):
            if value not in _LEVEL_NAMES:
                raise ValueError("isolation_level must be between 1 and 4")
            return value
        text = value.decode() if isinstance(value, bytes) else value
        if not isinstance(text, str):
            raise TypeError(f"bad value for isolation_level: {value!r}")
        if text.lower() == "default":
            return None
        for number, name in _LEVEL_NAMES.items():
            if name.lower() == text.lower():
                return number
        raise ValueError(f"bad value for isolation_level: '{text}'")

    def set_session(self, isolation_level=None, readonly=None, deferrable=None, autocommit=None, _none=None):
        self._check_open()
        self._check_idle("set_session")
        if isolation_level is not None or _none == "default":
            self._isolation_level = self._level(isolation_level)
        if readonly is not None:
            self._readonly = self._tristate(readonly)
        if deferrable is not None:
            self._deferrable = self._tristate(deferrable)
        if autocommit is not None:
            self._autocommit = bool(autocommit)
        self._tell_defaults()

    def _tell_defaults(self):
        # Without BEGIN there is no place to say it in.
        if not self._autocommit:
            return
        for name, value in (
            ("isolation", None if self._isolation_level is None else _LEVEL_NAMES[self._isolation_level].lower()),
            ("read_only", None if self._readonly is None else "on" if self._readonly else "off"),
            ("deferrable", None if self._deferrable is None else "on" if self._deferrable else "off"),
        ):
            if value is not None:
                self._run(f"SET default_transaction_{name} TO '{value}'")

    def set_isolation_level(self, level):
        self._check_open()
        if level is not None and level not in range(5):
            raise ValueError("isolation level must be between 0 and 4")
        self.rollback()
        self._autocommit = level == ISOLATION_LEVEL_AUTOCOMMIT
        self._isolation_level = None if level == ISOLATION_LEVEL_AUTOCOMMIT else level

    def set_client_encoding(self, encoding):
        self._check_open()
        if re.sub(r"[^a-z0-9]", "", encoding.lower()) not in ("utf8", "unicode"):
            raise OperationalError(f'the PostgreSQL in here speaks UTF8 only, not "{encoding}"\n')
        self.rollback()

    encoding = "UTF8"

    @property
    def string_types(self):
        return self._own_types

    @property
    def server_version(self):
        return int(self.get_parameter_status("server_version_num"))

    @property
    def info(self):
        return ConnectionInfo(self)

    def get_backend_pid(self):
        return self._pid

    def get_parameter_status(self, parameter):
        self._check_open()
        free = backend.is_free_for(self) and backend.transaction != "failed"
        if free:
            said = backend.send(
                self, f"SELECT pg_catalog.current_setting('{parameter}', true)", record=False
            )
            for reply in said["replies"]:
                if reply["kind"] == "rows":
                    self._statuses[parameter] = reply["rows"][0][0]
        return self._statuses.get(parameter)

    def get_transaction_status(self):
        if self.closed:
            return TRANSACTION_STATUS_UNKNOWN
        return _TRANSACTION_STATUS[backend.transaction] if backend.owner is self else TRANSACTION_STATUS_IDLE

    def get_dsn_parameters(self):
        return {name: value for name, value in self._parameters.items() if name != "password"}

    def get_native_connection(self):
        raise NotSupportedError("there is no libpq in here")

    def isexecuting(self):
        return False

    def cancel(self):
        self._check_open()

    def poll(self):
        self._check_open()
        if backend.is_free_for(self):
            self._run("", record=False)
        return 0

    def fileno(self):
        self._check_open()
        raise NotSupportedError("there is no socket to wait for in here")

    def lobject(self, *_arguments):
        raise NotSupportedError("large objects are not offered in here")

    def reset(self):
        self._check_open()
        self._end("ROLLBACK")
        self._run("RESET ALL")
        self._run("SET SESSION AUTHORIZATION DEFAULT")
        self._isolation_level = self._readonly = self._deferrable = None
        self._autocommit = False

    def xid(self, format_id, gtrid, bqual):
        return Xid(format_id, gtrid, bqual)

    def tpc_begin(self, xid):
        self._no_two_phase()

    def tpc_prepare(self):
        self._no_two_phase()

    def tpc_commit(self, xid=None):
        self._no_two_phase()

    def tpc_rollback(self, xid=None):
        self._no_two_phase()

    def tpc_recover(self):
        self._no_two_phase()

    def _no_two_phase(self):
        raise NotSupportedError("two-phase commit is not offered in here: it needs a server that is set up for it")

    def __repr__(self):
        return f"<connection object at 0x{id(self):x}; dsn: '{self.dsn}', closed: {self.closed}>"


for _kind in (Notify, Xid, ConnectionInfo, connection):
    _kind.__module__ = "psycopg2.extensions"
