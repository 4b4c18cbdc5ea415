"""Values as data that can leave Python, and back."""

import dataclasses
import datetime
import decimal
import enum
import math
import re
import uuid

#: Beyond it, a JavaScript number is not exact.
_EXACT = 2**53 - 1
_MOST_DEPTH = 20
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


def shown(value):
    """What repr() says, without addresses in memory: they differ from run to run."""
    return _ADDRESS.sub("", repr(value))


def to_plain(value, depth=0):
    """A value as JSON can have it. What JSON has no form for is marked: {"$bigint": "…"}, {"$number": "NaN"}."""
    if value is None or isinstance(value, (bool, str)):
        return str(value) if isinstance(value, enum.Enum) and isinstance(value, str) else value
    if isinstance(value, enum.Enum):
        return value.name
    if isinstance(value, int):
        return int(value) if -_EXACT <= value <= _EXACT else {"$bigint": str(int(value))}
    if isinstance(value, float):
        if math.isfinite(value):
            return value
        return {"$number": "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"}
    if isinstance(value, (decimal.Decimal, uuid.UUID)):
        return str(value)
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return str(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return "\\x" + bytes(value).hex()
    if depth >= _MOST_DEPTH:
        return shown(value)
    if isinstance(value, dict):
        return {key if isinstance(key, str) else str(key): to_plain(item, depth + 1) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        items = [to_plain(item, depth + 1) for item in value]
        return sorted(items, key=repr)
    if isinstance(value, (list, tuple)) or _is_row(value):
        return [to_plain(item, depth + 1) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_plain(getattr(value, field.name), depth + 1) for field in dataclasses.fields(value)
        }
    columns = _columns(value)
    if columns is not None:
        return {name: to_plain(item, depth + 1) for name, item in columns.items()}
    return shown(value)


def _is_row(value):
    return type(value).__module__.startswith("sqlalchemy.") and type(value).__name__ in ("Row", "ScalarResult", "Result")


def _columns(value):
    """The columns of a mapped object that are loaded; None for anything else."""
    state = getattr(value, "_sa_instance_state", None)
    if state is None:
        return None
    loaded = state.dict
    return {name: loaded[name] for name in state.mapper.column_attrs.keys() if name in loaded}


def from_plain(value):
    """What to_plain() marks, back as a value."""
    if isinstance(value, list):
        return [from_plain(item) for item in value]
    if isinstance(value, dict):
        if set(value) == {"$bigint"}:
            return int(value["$bigint"])
        if set(value) == {"$number"}:
            return float(value["$number"].replace("Infinity", "inf"))
        if set(value) == {"$date"}:
            return datetime.datetime.fromisoformat(value["$date"])
        return {key: from_plain(item) for key, item in value.items()}
    return value
