"""What SQLAlchemy's ORM does, for the trace: its sessions and the objects in them."""

from sqlalchemy import event
from sqlalchemy.orm import Mapper, Session, SessionTransaction
from sqlalchemy.orm.context import QueryContext
from sqlalchemy.orm.interfaces import MapperProperty
from sqlalchemy.sql.selectable import Select

from .trace import listener, span_around, trace
from .trace_texts import source_text, text

_MOST_COLUMNS = 4
_MOST_OBJECTS = 30


# Objects


def _object(state):
    """An object with what is known of it; nothing is loaded for it."""
    kind = state.class_.__name__
    # It may be gone: states outlive their objects for a moment.
    known = state.dict
    columns = [name for name in state.mapper.column_attrs.keys() if name in known]
    if columns:
        values = ", ".join(f"{name}={source_text(known[name])}" for name in columns[:_MOST_COLUMNS])
        return f"{kind}({values}{', …' if len(columns) > _MOST_COLUMNS else ''})"
    if state.key is not None:
        return f"{kind} {', '.join(map(source_text, state.key[1]))}"
    return f"{kind}()"


def _key_text(state):
    return ", ".join(map(source_text, state.key[1]))


def _objects(pairs):
    kept = [{"name": _object(state), "state": words} for state, words in pairs[:_MOST_OBJECTS]]
    if len(pairs) > len(kept):
        kept.append({"name": f"… and {len(pairs) - len(kept)} more", "state": ""})
    return {"kind": "objects", "objects": kept}


def _changes(state):
    """Which attributes of an object were changed, as far as it says so by itself."""
    names = [name for name in state.committed_state if isinstance(name, str)]
    return ", ".join(names)


def _work(session):
    """What a flush is to do: the objects that are new, changed and deleted, in that order."""
    new = sorted(session._new, key=lambda state: state.insert_order or 0)
    deleted = list(session._deleted)
    dirty = [state for state in session._dirty_states if state not in session._deleted]
    return (
        [(state, "new") for state in new]
        + [(state, f"dirty: {_changes(state)}") for state in dirty]
        + [(state, "deleted") for state in deleted]
    )


def _flush(session, objects=None):
    work = _work(session)
    if not work:
        return None
    def detail():
        return _objects([(state, f"{words}; now {_standing(state)}") for state, words in work])

    return trace.begin("orm", "Session flushes", _objects(work)), detail


def _standing(state):
    if state.deleted or state._deleted:
        return "deleted, until the transaction ends"
    if state.persistent:
        return f"persistent, in the identity map as {_key_text(state)}"
    return "pending" if state.pending else "transient" if state.transient else "detached"


# Transactions


@listener
def _transaction_begins(_session, transaction):
    if transaction.nested:
        trace.note("orm", "Session begins a savepoint", text("What is in the session is flushed first."))
    elif transaction.parent is None:
        words = "It has no connection yet: it asks its engine for one when it has something to send."
        trace.note("orm", "Session begins a transaction", text(words))


def _tells(transaction):
    """Whether a session's transaction is one that anybody asked for, and not a flush's own."""
    return transaction._parent is None or transaction.nested


def _commit(transaction, _to_root=False):
    if not _tells(transaction):
        return None
    if transaction.nested:
        return trace.begin("orm", "Session releases its savepoint", text("What was done since it was set is kept.")), None
    session = transaction.session
    words = "The session flushes, and commits the transaction of each connection that it has."
    if session.expire_on_commit:
        words += " Then its objects are expired: they are loaded again when somebody asks for their attributes."
    return trace.begin("orm", "Session commits", text(words)), None


def _rollback(transaction, _capture_exception=False, _to_root=False):
    for one in transaction._iterate_self_and_parents():
        if _tells(one):
            back = " to its savepoint" if one.nested else ""
            words = "New objects leave the session, and the others are expired."
            return trace.begin("orm", f"Session rolls back{back}", text(words)), None
    return None


def _close(session, invalidate=False, is_reset=False):
    states = session.identity_map.all_states()
    if not states and not session._new and session._transaction is None:
        return None
    left = [(state, "persistent; now detached") for state in states]
    left += [(state, "pending; now transient") for state in session._new]
    return trace.begin("orm", "Session closes", _objects(left)), None


# Queries


def _execute(session, statement, *_arguments, execution_options=None, **_keywords):
    options = getattr(statement, "_compile_options", None)
    load = (execution_options or {}).get("_sa_orm_load_options", QueryContext.default_load_options)
    if isinstance(statement, Select) and options is not None:
        if getattr(options, "_for_refresh_state", False):
            state = load._refresh_state
            if state is not None:
                names = ", ".join(sorted(options._only_load_props or ()))
                what = f"needs {names}" if names else "is loaded again"
                return trace.begin("orm", f"Load of attributes of {state.class_.__name__}", _objects([(state, what)])), None
        relationship = _relationship(getattr(options, "_current_path", None))
        if relationship is not None:
            owner = f"{relationship.parent.class_.__name__}.{relationship.key}"
            state = load._lazy_loaded_from
            if state is None:
                words = f"{relationship.key} of all objects that were loaded, at once"
                return trace.begin("orm", f"Eager load of {owner}", text(words)), None
            needs = _objects([(state, f"needs {relationship.key}")])
            return trace.begin("orm", f"Lazy load of {owner}", needs), None
    kind = type(statement).__name__.removeprefix("Annotated")
    return trace.begin("orm", f"Session executes {kind}", text(kind)), None


def _relationship(path):
    """The relationship along which a query loads; None when it loads along none."""
    for part in reversed(getattr(path, "path", ())):
        if isinstance(part, MapperProperty):
            return part
    return None


def _look_up(session, mapper, primary_key_identity, *_arguments, **_keywords):
    key = mapper.identity_key_from_primary_key(primary_key_identity)
    instance = session.identity_map._dict.get(key)
    if instance is None:
        return None
    words = "expired: it is loaded again" if instance.expired else "is there: nothing is sent"
    trace.note("orm", f"Identity map has this {mapper.class_.__name__}", _objects([(instance, words)]))
    return None


# What happens to one object after the other


@listener
def _pending(_session, state):
    trace.gather("orm", "Objects are pending", _object(state), "pending: a flush will insert it")


@listener
def _loaded(_session, state):
    trace.gather("orm", "Rows become objects", _object(state), "persistent, in the identity map")


@listener
def _refreshed(state, _context, names):
    if names is not None and not names:
        # A row of an object that is there already, with nothing new.
        return
    words = f"loaded: {', '.join(sorted(names))}" if names else "loaded again"
    trace.gather("orm", "Objects are refreshed", _object(state), words)


@listener
def _expired(state, names):
    what = f"expired: {', '.join(sorted(names))}" if names else "expired"
    name = f"{state.class_.__name__} {_key_text(state)}" if state.key is not None else f"{state.class_.__name__}()"
    trace.gather("orm", "Objects are expired", name, what)


def install():
    span_around(Session, "_flush", _flush)
    span_around(Session, "_close_impl", _close)
    span_around(Session, "_execute_internal", _execute)
    span_around(Session, "_identity_lookup", _look_up)
    span_around(SessionTransaction, "commit", _commit)
    span_around(SessionTransaction, "rollback", _rollback)
    event.listen(Session, "after_transaction_create", _transaction_begins)
    # The object itself may be gone already: what the session has of it is its state.
    event.listen(Session, "transient_to_pending", _pending, raw=True)
    event.listen(Session, "loaded_as_persistent", _loaded, raw=True)
    event.listen(Mapper, "refresh", _refreshed, raw=True)
    event.listen(Mapper, "expire", _expired, raw=True)
