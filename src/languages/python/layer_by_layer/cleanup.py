"""Brings Python back to where it was before a program."""

import gc
import logging
import os
import shutil
import sys
import typing
import warnings

from psycopg2 import _backend

HOME = "/home/pyodide"

_environment = None
_filters = None


def remember():
    """Notes what a program may change, once, before the first one."""
    global _environment, _filters
    os.environ.update(PGHOST="localhost", PGUSER="postgres", PGDATABASE="athleticu")
    _environment = dict(os.environ)
    _filters = list(warnings.filters)


def watch_listeners(own):
    """Notes what the program will listen to: whole classes, such as all engines, outlive it. own: its modules' names"""
    from sqlalchemy.event import registry

    listen = registry._EventKey.listen
    if hasattr(listen, "watched"):
        listen.watched = own
        return

    def watched_listen(key, *arguments, **keywords):
        listen(key, *arguments, **keywords)
        if getattr(key.fn, "__module__", None) in watched_listen.watched:
            _listeners.append(key)

    watched_listen.watched = own
    registry._EventKey.listen = watched_listen


_listeners = []


def _end_sqlalchemy():
    for key in _listeners:
        try:
            key.remove()
        except Exception:  # noqa: BLE001 - the program has removed it already
            pass
    _listeners.clear()
    if "sqlalchemy.orm" in sys.modules:
        from sqlalchemy.orm import clear_mappers, close_all_sessions

        close_all_sessions()
        clear_mappers()


def _end_caches():
    """
    `Mapped[Club]` is kept by typing, and with it the class and its tables; the class of all dialects keeps the queries
    with which each has looked at a database, and so each of them.
    """
    for clear in typing._cleanups:
        clear()
    if "sqlalchemy.dialects.postgresql.base" in sys.modules:
        from sqlalchemy.dialects.postgresql.base import PGDialect

        for method in vars(PGDialect).values():
            if hasattr(method, "cache_clear"):
                method.cache_clear()


def _end_logging():
    for logger in [logging.root, *logging.root.manager.loggerDict.values()]:
        if not isinstance(logger, logging.Logger):
            continue
        logger.handlers.clear()
        logger.filters.clear()
        logger.disabled = False
        logger.propagate = True
        if logger is logging.root or logger.name == "sqlalchemy":
            logger.setLevel(logging.WARNING)
        else:
            logger.setLevel(logging.NOTSET)
    logging.disable(logging.NOTSET)


def end_files():
    os.chdir("/")
    shutil.rmtree(HOME, ignore_errors=True)
    os.makedirs(HOME, exist_ok=True)
    os.chdir(HOME)


def clean(namespace, own):
    """
    Ends what a program left behind: sessions, mappers, listeners, connections, logging, files.
    own: the names of the program's modules, `__main__` first
    """
    # A pool that finds its connections closed would say so.
    logging.disable(logging.CRITICAL)
    try:
        _end_sqlalchemy()
    finally:
        for name in own:
            sys.modules.pop(name, None)
        namespace.clear()
        _end_caches()
        gc.collect()
        _backend.backend.end()
        _end_logging()
        end_files()
        warnings.filters[:] = _filters
        os.environ.clear()
        os.environ.update(_environment)
