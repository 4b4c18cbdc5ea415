"""The one session with PostgreSQL, which the connections of a program take turns in.

The server is embedded: it shares this program's process, and serves a single session. Connections are made to look as
they do elsewhere as far as that can be: each keeps its own settings, and nobody sees the transaction of another one.
What cannot be had is two transactions at the same time.
"""

import json
import re
import weakref

import _layer_by_layer_driver as driver

from . import errors
from ._exceptions import OperationalError

_TAKE_TURNS = (
    "another connection of this program has a transaction open, and the PostgreSQL in here serves one session at a time\n"
    "HINT:  End that transaction first: commit it, roll it back, or close its connection, session or cursor.\n"
    "A server of its own has a session for each connection, so that there both transactions would go on side by side.\n"
)

#: Statements that may change what a session keeps.
_CHANGES_SESSION = re.compile(r"\b(?:set|reset|discard|set_config|authorization)\b", re.IGNORECASE)


def literal(text):
    return "'" + text.replace("'", "''") + "'"


def error_from(report, text, cursor=None):
    """The exception for an error that the server reports."""
    code = report["sqlstate"]
    try:
        kind = errors.lookup(code)
    except KeyError:
        kind = errors.base_of(code)
    # "ERROR:  " is what everybody expects; only the rest is the exception's message.
    message = text[8:] if text[:8] in ("ERROR:  ", "FATAL:  ", "PANIC:  ") else text
    error = kind(message)
    error.pgerror = text
    error.pgcode = code
    error.cursor = cursor
    error._report = report
    return error


def _exchange(sql, copy=None, copy_fails=False, record=True):
    return json.loads(driver.exchange(sql, copy, copy_fails, record))


class Backend:
    """The session, and whose turn it is."""

    def __init__(self):
        #: Whether a transaction is open: "idle", "open" or "failed".
        self.transaction = "idle"
        self._owner = None
        self._current = None
        self._connections = weakref.WeakSet()

    def is_free_for(self, connection):
        return self.transaction == "idle" or self._of(self._owner) in (connection, None)

    @property
    def owner(self):
        return None if self.transaction == "idle" else self._of(self._owner)

    @staticmethod
    def _of(reference):
        return None if reference is None else reference()

    def others(self, connection):
        return [other for other in self._connections if other is not connection and not other.closed]

    def enter(self, connection):
        """Begins a connection's session. Returns what the server says of whom it has to do with; None when it is busy."""
        if not self.is_free_for(connection):
            self._connections.add(connection)
            return None
        if self._of(self._owner) is None and self.transaction != "idle":
            self._send("ROLLBACK")
        if not self.others(connection):
            self._send("RESET SESSION AUTHORIZATION")
            self._send("DISCARD ALL")
            self._current = None
        user, database = literal(connection._user), literal(connection._database)
        rows = self._send(
            f"""SELECT (SELECT rolcanlogin FROM pg_catalog.pg_roles WHERE rolname = {user}),
(SELECT datallowconn FROM pg_catalog.pg_database WHERE datname = {database}),
(SELECT pg_catalog.has_database_privilege(r.oid, d.oid, 'CONNECT') FROM pg_catalog.pg_roles r, pg_catalog.pg_database d
WHERE r.rolname = {user} AND d.datname = {database}),
pg_catalog.current_database(), pg_catalog.pg_backend_pid()"""
        )["replies"]
        answer = next(reply for reply in rows if reply["kind"] == "rows")["rows"][0]
        self._connections.add(connection)
        return answer

    def send(self, connection, sql, copy=None, copy_fails=False, record=True):
        """Sends a connection's SQL. Raises OperationalError when it is not its turn."""
        if not self.is_free_for(connection):
            raise OperationalError(_TAKE_TURNS)
        if self.transaction != "idle" and self._of(self._owner) is None:
            self._send("ROLLBACK")
        self._switch(connection)
        if _CHANGES_SESSION.search(sql):
            connection._has_settings = True
        said = self._send(sql, copy, copy_fails, record)
        self._owner = weakref.ref(connection)
        return said

    def leave(self, connection):
        """Ends a connection's session, and its transaction if it has one."""
        if self.transaction != "idle" and self._of(self._owner) in (connection, None):
            self._send("ROLLBACK", record=True)
        self._connections.discard(connection)

    def end(self):
        """Ends all connections: the program that had them is over."""
        for connection in list(self._connections):
            connection.close()
        if self.transaction != "idle":
            self._send("ROLLBACK")
        self._owner = self._current = None

    def _send(self, sql, copy=None, copy_fails=False, record=False):
        said = _exchange(sql, copy, copy_fails, record)
        self.transaction = said["transaction"]
        return said

    def _switch(self, connection):
        current = self._of(self._current)
        if current is connection:
            return
        if current is not None and not current.closed:
            current._settings = self._settings() if current._has_settings else []
        if self._current is not None:
            self._send("RESET SESSION AUTHORIZATION; RESET ALL")
        for name, value in connection._settings:
            self._send(f"SELECT pg_catalog.set_config({literal(name)}, {literal(value)}, false)")
        if connection._user != "postgres":
            self._send('SET SESSION AUTHORIZATION "' + connection._user.replace('"', '""') + '"')
        self._current = weakref.ref(connection)

    def _settings(self):
        said = self._send("SELECT name, setting FROM pg_catalog.pg_settings WHERE source = 'session'")
        return [tuple(row) for reply in said["replies"] if reply["kind"] == "rows" for row in reply["rows"]]


backend = Backend()
