"""Values as a trace shows them. Nothing of the program is called for it: no __repr__ of its own, no property."""

import datetime
import decimal
import uuid

_MOST_TEXT = 200
_MOST_VALUES = 20
_MOST_SETS = 3
_PLAIN = (str, int, float, bool, decimal.Decimal, datetime.date, datetime.time, datetime.timedelta, uuid.UUID)


def cut(text, most=_MOST_TEXT):
    return text if len(text) <= most else text[: most - 1] + "…"


def _is_plain(value):
    kind = type(value)
    if kind in (list, tuple, set, frozenset):
        return all(_is_plain(item) for item in value)
    if kind is dict:
        return all(_is_plain(key) and _is_plain(item) for key, item in value.items())
    return value is None or kind in (bytes, datetime.datetime) or kind in _PLAIN


def value_text(value):
    """A value in the words of SQL's results; None for NULL."""
    if value is None:
        return None
    kind = type(value)
    if kind is bytes:
        return cut("\\x" + value[:_MOST_TEXT].hex())
    if kind in _PLAIN or kind is datetime.datetime:
        return cut(str(value))
    return cut(repr(value)) if _is_plain(value) else f"<{kind.__name__}>"


def source_text(value):
    """A value as a program writes it, in a few characters."""
    if type(value) in (str, bytes):
        return repr(value) if len(value) <= 30 else repr(value[:29]) + "…"
    text = value_text(value)
    return "None" if text is None else cut(text, 30)


def named(parameters):
    """Parameters of a statement with their names, or their numbers."""
    if isinstance(parameters, dict):
        pairs = parameters.items()
    elif isinstance(parameters, (list, tuple)):
        pairs = enumerate(parameters, 1)
    else:
        pairs = ()
    return [{"name": str(name), "value": value_text(value)} for (name, value), _ in zip(pairs, range(_MOST_VALUES))]


def bound(sql, sets, returned=None, written=None):
    """SQL with the sets of values that it is meant for, as an event's detail."""
    kept = [named(one) for one in sets[:_MOST_SETS]]
    return {
        "kind": "bound",
        "sql": cut(sql, 5_000),
        "sets": [one for one in kept if one],
        "count": len(sets) if any(kept) else 0,
        "written": None if written is None else cut(written, 2_000),
        "returned": returned,
    }


def text(words):
    return {"kind": "text", "text": words}


def facts(**pairs):
    """What is so at a moment, as an event's detail; of In_use the name is "In use"."""
    return {"kind": "facts", "facts": [{"name": name.replace("_", " "), "value": str(value)} for name, value in pairs.items()]}
