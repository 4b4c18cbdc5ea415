"""What psycopg2 does, for the trace."""

from psycopg2 import extensions

from .trace import span_around, trace
from .trace_texts import bound, cut, facts, text


def _sql_text(query):
    if isinstance(query, bytes):
        return query.decode(errors="replace")
    # What psycopg2.sql composes is not text before it is executed: adapters of the program may have a part in it.
    return query if isinstance(query, str) else f"<{type(query).__name__}>"


def _execute(cursor, query, vars=None):
    sql = _sql_text(query)
    sets = [] if vars is None else [vars]

    def detail():
        shows = sets or not isinstance(query, (str, bytes))
        written = cursor.query.decode(errors="replace") if shows and cursor.query else None
        return bound(sql, sets, cut(_returned(cursor)), written)

    return trace.begin("driver", "cursor.execute()", bound(sql, sets)), detail


def _returned(cursor):
    rows = cursor.description is not None
    count = f"{cursor.rowcount} row{'' if cursor.rowcount == 1 else 's'}"
    return f"{cursor.statusmessage}: {count}" if rows and cursor.rowcount >= 0 else str(cursor.statusmessage)


def _execute_many(cursor, query, vars_list):
    # Whatever gives the values one by one must not be used up here.
    sets = vars_list if isinstance(vars_list, (list, tuple)) else []
    return trace.begin("driver", "cursor.executemany()", bound(_sql_text(query), sets)), None


def _copy(cursor, sql, file, size=8192):
    return trace.begin("driver", "cursor.copy_expert()", bound(_sql_text(sql), [])), None


def _end(how):
    def begin(connection):
        open_ = connection.status != extensions.STATUS_READY
        does = f"A transaction is open: {how} is sent" if open_ else "No transaction is open: nothing is sent"
        return trace.begin("driver", f"connection.{how.lower()}()", text(f"{does}.")), None

    return begin


def _connect(connection):
    known = connection._parameters
    place = facts(Server=f"{known['host']}:{known['port']}", User=connection._user, Database=connection._database)
    return trace.begin("driver", "psycopg2.connect()", place), None


def _close(connection):
    if connection.closed:
        return None
    return trace.begin("driver", "connection.close()", text("The session with the server ends.")), None


def install():
    connection, cursor = extensions.connection, extensions.cursor
    span_around(connection, "_connect", _connect)
    span_around(connection, "commit", _end("COMMIT"))
    span_around(connection, "rollback", _end("ROLLBACK"))
    span_around(connection, "close", _close)
    span_around(cursor, "execute", _execute)
    span_around(cursor, "executemany", _execute_many)
    span_around(cursor, "copy_expert", _copy)
