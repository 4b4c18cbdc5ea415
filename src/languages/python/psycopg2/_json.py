"""JSON in both directions."""

import json

from . import _cast
from ._adapt import ISQLQuote, QuotedString
from ._exceptions import ProgrammingError

_JSON, _JSON_ARRAY, _JSONB, _JSONB_ARRAY = 114, 199, 3802, 3807


class Json:
    """A value that is written as JSON."""

    def __init__(self, adapted, dumps=None):
        self.adapted = adapted
        self._connection = None
        self._dumps = dumps or json.dumps

    def __conform__(self, proto):
        return self if proto is ISQLQuote else None

    def dumps(self, obj):
        return self._dumps(obj)

    def prepare(self, connection):
        self._connection = connection

    def getquoted(self):
        text = QuotedString(self.dumps(self.adapted))
        if self._connection is not None:
            text.prepare(self._connection)
        return text.getquoted()

    def __str__(self):
        return self.getquoted().decode("ascii", "replace")


def _casters(oid, array_oid, loads, name):
    loads = json.loads if loads is None else loads
    caster = _cast.new_type((oid,), name, lambda text, cursor: None if text is None else loads(text))
    arrays = None if array_oid is None else _cast.new_array_type((array_oid,), f"{name}ARRAY", caster)
    return caster, arrays


def register_json(conn_or_curs=None, globally=False, loads=None, oid=None, array_oid=None, name="json"):
    """Has a JSON type read with a function."""
    if oid is None:
        if conn_or_curs is None:
            raise TypeError("conn_or_curs must be given if oid is not")
        cursor = conn_or_curs.cursor() if hasattr(conn_or_curs, "cursor") else conn_or_curs
        cursor.execute("SELECT t.oid, typarray FROM pg_type t WHERE typname = %s", (name,))
        found = cursor.fetchone()
        if found is None:
            raise ProgrammingError(f"{name} data type not found")
        oid, array_oid = found
    caster, arrays = _casters(oid, array_oid, loads, name.upper())
    scope = None if globally else conn_or_curs
    _cast.register_type(caster, scope)
    if arrays is not None:
        _cast.register_type(arrays, scope)
    return caster, arrays


def register_default_json(conn_or_curs=None, globally=False, loads=None):
    """Has the type json read with a function."""
    return register_json(conn_or_curs, globally, loads, _JSON, _JSON_ARRAY)


def register_default_jsonb(conn_or_curs=None, globally=False, loads=None):
    """Has the type jsonb read with a function."""
    return register_json(conn_or_curs, globally, loads, _JSONB, _JSONB_ARRAY, "jsonb")


Json.__module__ = "psycopg2._json"
JSON, JSONARRAY = register_default_json(globally=True)
JSONB, JSONBARRAY = register_default_jsonb(globally=True)
