"""Expressions as trees of text, for the trace."""

import re
import weakref

from sqlalchemy.orm.attributes import QueryableAttribute
from sqlalchemy.sql import elements, functions, operators, schema, selectable
from sqlalchemy.sql.dml import Delete, Insert, Update

from .trace_texts import cut, source_text

_MOST_DEPTH = 12
_MOST_NODES = 60

#: Names that a compiler has yet to number.
_ANONYMOUS = re.compile(r"%\(\d+ (\w+)\)s")

#: Of what was compiled before: the tree is the same, only values differ, which are not in it.
_trees = weakref.WeakKeyDictionary()


def kind_of(element):
    """What an expression is, in the words of its class."""
    kind = type(element).__name__
    return kind.removeprefix("Annotated")


def tree_of(element, compiled):
    """The parts of an expression, one a line, indented under what they are part of."""
    known = _trees.get(compiled)
    if known is None:
        lines = []
        _write(element, 0, "", lines)
        if len(lines) == _MOST_NODES:
            lines.append("…")
        known = _trees[compiled] = "\n".join(lines)
    return known


def _write(element, depth, role, lines):
    if len(lines) >= _MOST_NODES:
        return
    lines.append("  " * depth + (f"{role}: " if role else "") + _label(element))
    if depth >= _MOST_DEPTH:
        return
    for name, part in _parts(element):
        _write(part, depth + 1, name, lines)


def _mapped(element):
    """The name of the class that an entity of a query stands for; None when it is none."""
    entity = getattr(element, "_annotations", {}).get("parententity")
    mapper = getattr(entity, "mapper", None)
    return None if mapper is None else mapper.class_.__name__


def _label(element):
    return _ANONYMOUS.sub(r"\1", _name_of(element))


def _name_of(element):
    kind = kind_of(element)
    if isinstance(element, QueryableAttribute):
        return f"{element.class_.__name__}.{element.key}"
    if isinstance(element, schema.Table):
        mapped = _mapped(element)
        return f"Table {element.name}" + (f", mapped by {mapped}" if mapped else "")
    if isinstance(element, elements.ColumnClause):
        table = getattr(element, "table", None)
        owner = getattr(table, "name", None)
        return f"{kind} {owner}.{element.name}" if owner else f"{kind} {element.name}"
    if isinstance(element, elements.BindParameter):
        return f"{kind} {element._orig_key or element.key}"
    if isinstance(element, elements.TextClause):
        return f"{kind} {source_text(cut(element.text, 200))}"
    if isinstance(element, functions.FunctionElement):
        return f"Function {element.name}"
    operator = getattr(element, "operator", None) or getattr(element, "modifier", None)
    if operator is not None and isinstance(element, elements.ColumnElement):
        return f"{kind} {getattr(operator, '__name__', operator)}"
    name = getattr(element, "name", None)
    return f"{kind} {name}" if isinstance(name, str) else kind


def _flat(parts):
    """Without what only holds others together."""
    for part in parts:
        if isinstance(part, elements.Grouping):
            yield from _flat([part.element])
        elif isinstance(part, elements.ClauseList) and part.operator is operators.comma_op:
            yield from _flat(part.clauses)
        else:
            yield part


def _parts(element):
    """What an expression is made of, each part with the name of its role."""
    if isinstance(element, (schema.Table, elements.ColumnClause, elements.BindParameter, elements.TextClause)):
        return
    if isinstance(element, selectable.Select):
        yield from (("column", part) for part in element._raw_columns)
        yield from (("from", part) for part in element._from_obj)
        yield from (("join", on if on is not None else to) for to, on, *_ in element._setup_joins)
        yield from (("where", part) for part in element._where_criteria)
        yield from (("group by", part) for part in element._group_by_clauses)
        yield from (("having", part) for part in element._having_criteria)
        yield from (("order by", part) for part in element._order_by_clauses)
        yield from (("limit", part) for part in (element._limit_clause,) if part is not None)
        yield from (("offset", part) for part in (element._offset_clause,) if part is not None)
        return
    if isinstance(element, (Insert, Update, Delete)):
        yield "table", element.table
        for column, value in (getattr(element, "_values", None) or {}).items():
            if isinstance(value, elements.ClauseElement):
                yield str(getattr(column, "name", column)), value
        yield from (("where", part) for part in getattr(element, "_where_criteria", ()))
        yield from (("returning", part) for part in element._returning)
        return
    get_children = getattr(element, "get_children", None)
    if get_children is None:
        return
    for part in _flat(get_children()):
        if isinstance(part, elements.ClauseElement):
            yield "", part
