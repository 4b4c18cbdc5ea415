"""Connections that are kept for the next one who needs one."""

from ._exceptions import Error


class PoolError(Error):
    """The pool has no connection to give, or was given one that is not its own."""


class AbstractConnectionPool:
    """Keeps at least `minconn` connections, and lends at most `maxconn`."""

    def __init__(self, minconn, maxconn, *args, **kwargs):
        self.minconn = int(minconn)
        self.maxconn = int(maxconn)
        self.closed = False
        self._args = args
        self._kwargs = kwargs
        self._pool = []
        self._used = {}
        self._keys = {}
        self._count = 0
        for _ in range(self.minconn):
            self._connect()

    def _connect(self, key=None):
        from . import connect

        made = connect(*self._args, **self._kwargs)
        if key is None:
            self._pool.append(made)
        else:
            self._lend(made, key)
        return made

    def _lend(self, connection, key):
        self._used[key] = connection
        self._keys[id(connection)] = key
        return connection

    def _next_key(self):
        self._count += 1
        return self._count

    def _getconn(self, key=None):
        if self.closed:
            raise PoolError("connection pool is closed")
        key = self._next_key() if key is None else key
        if key in self._used:
            return self._used[key]
        if self._pool:
            return self._lend(self._pool.pop(), key)
        if len(self._used) == self.maxconn:
            raise PoolError("connection pool exhausted")
        return self._connect(key)

    def _putconn(self, conn, key=None, close=False):
        if self.closed:
            raise PoolError("connection pool is closed")
        if key is None:
            key = self._keys.get(id(conn))
            if key is None:
                raise PoolError("trying to put unkeyed connection")
        if len(self._pool) < self.minconn and not close:
            if not conn.closed:
                if conn.get_transaction_status() == 4:
                    conn.close()
                else:
                    if conn.get_transaction_status() != 0:
                        conn.rollback()
                    self._pool.append(conn)
        else:
            conn.close()
        if not self.closed or key in self._used:
            del self._used[key]
            del self._keys[id(conn)]

    def _closeall(self):
        if self.closed:
            raise PoolError("connection pool is closed")
        for conn in self._pool + list(self._used.values()):
            conn.close()
        self.closed = True


class SimpleConnectionPool(AbstractConnectionPool):
    """A pool for one thread."""

    getconn = AbstractConnectionPool._getconn
    putconn = AbstractConnectionPool._putconn
    closeall = AbstractConnectionPool._closeall


class ThreadedConnectionPool(SimpleConnectionPool):
    """A pool for several threads; in here there is one."""
