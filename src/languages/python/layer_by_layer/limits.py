"""What a program cannot have in here, each with a message that says so."""

import builtins
import socket
import sys
import threading

#: What a program may import besides Python itself; see archives.ts.
OFFERED = ("psycopg2", "sqlalchemy", "flask", "flask_sqlalchemy")

_OURS = {"js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core", "layer_by_layer", "_layer_by_layer_driver"}
_THREADS = (
    "threads cannot be started here: a program on this page has one. "
    "Let one thing be done after the other; the order is then yours to choose."
)
_NETWORK = "there is no network here: a program reaches PostgreSQL at localhost, and nothing else"
_INPUT = "input() has nobody to ask here. Write the value into the program instead."

_import = builtins.__import__


def _guarded_import(name, globals=None, locals=None, fromlist=(), level=0):
    root = name.partition(".")[0]
    if level == 0 and root in _OURS and (globals or {}).get("__name__") == "__main__":
        raise ModuleNotFoundError(f"No module named '{root}'", name=root)
    return _import(name, globals, locals, fromlist, level)


def _no_input(prompt="", /):
    raise EOFError(_INPUT)


def _no_threads(*_arguments, **_keywords):
    raise RuntimeError(_THREADS)


def _no_network(*_arguments, **_keywords):
    raise OSError(_NETWORK)


def install():
    builtins.__import__ = _guarded_import
    builtins.input = _no_input
    # Nobody runs them in here, and what runs itself cannot be asked questions: it would wait for ever.
    builtins.breakpoint = lambda *_arguments, **_keywords: None
    threading.Thread.start = _no_threads
    threading._start_joinable_thread = _no_threads
    socket.getaddrinfo = _no_network
    socket.gethostbyname = _no_network
    socket.socket.connect = _no_network
    socket.socket.connect_ex = _no_network
    socket.socket.bind = _no_network
    socket.create_connection = _no_network
    sys.setrecursionlimit(RECURSION_LIMIT)


#: Less than what the page's stack has room for: beyond that nothing could be reported any more.
RECURSION_LIMIT = 500
