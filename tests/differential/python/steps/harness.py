"""Runs steps one after the other, each on an empty database, and prints what each gave: one line of JSON a step.

The same file runs on our psycopg2 beside the embedded PostgreSQL, and on the real one with a real server.
"""

import contextlib
import gc
import importlib
import io
import json
import os
import re
import sys
import warnings

import psycopg2

#: How a connection is asked for, as a connection string and as SQLAlchemy's URL.
DSN = os.environ["LAYER_BY_LAYER_DSN"]
URL = os.environ["LAYER_BY_LAYER_URL"]

_steps = []


def step(function):
    """Marks a function as a step. What it returns, prints and raises is compared."""
    _steps.append(function)
    return function


#: What differs from run to run and from machine to machine.
_NOISE = [
    (re.compile(r" at 0x[0-9a-fA-F]+"), ""),
    (re.compile(r"(generated|cached since|insertmanyvalues|no key) ?(in )?[\d.e-]+s( ago)?"), r"\1"),
    (re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} "), ""),
    (re.compile(r"port \d+"), "port N"),
    (re.compile(r":\d{4,5}/"), ":N/"),
    (re.compile(r"password=\w+ ?"), ""),
    (re.compile(r"postgres:\w+@"), "postgres@"),
]


def clean(text):
    for pattern, instead in _NOISE:
        text = pattern.sub(instead, text)
    return text


def name_of(kind):
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def described(error):
    """All that is to be the same of an exception."""
    said = {"type": name_of(type(error)), "message": clean(str(error)), "bases": [name_of(k) for k in type(error).__mro__]}
    original = getattr(error, "orig", error)
    if isinstance(original, psycopg2.Error):
        diag = original.diag
        said["pgcode"] = original.pgcode
        said["pgerror"] = original.pgerror
        said["diag"] = {
            name: getattr(diag, name)
            for name in (
                "severity",
                "sqlstate",
                "message_primary",
                "message_detail",
                "message_hint",
                "statement_position",
                "context",
                "schema_name",
                "table_name",
                "column_name",
                "datatype_name",
                "constraint_name",
                "source_function",
            )
        }
    return said


def _empty():
    connection = psycopg2.connect(DSN)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE")
        cursor.execute("CREATE SCHEMA public")
    connection.close()


def _end():
    if "sqlalchemy.orm" in sys.modules:
        from sqlalchemy.orm import clear_mappers, close_all_sessions

        close_all_sessions()
        clear_mappers()
    gc.collect()


def main(modules, only=None, part=slice(None)):
    """Runs the steps of modules. only: a part of their names; part: which of each module's, by number"""
    for module in modules:
        importlib.import_module(module)
        # One module of steps may import another.
        for function in [each for each in _steps if each.__module__ == module][part]:
            if only and only not in function.__name__:
                continue
            _empty()
            printed = io.StringIO()
            said = {"step": f"{module}.{function.__name__}"}
            with contextlib.redirect_stdout(printed), warnings.catch_warnings(record=True) as warned:
                warnings.simplefilter("always")
                try:
                    said["value"] = clean(repr(function()))
                except Exception as error:
                    said["raised"] = described(error)
            said["printed"] = clean(printed.getvalue())
            said["warned"] = [clean(f"{w.category.__name__}: {w.message}") for w in warned if w.category is not ResourceWarning]
            print(json.dumps(said))
            _end()
