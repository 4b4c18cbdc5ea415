"""Runs a program, and says what came of it."""

import ast
import contextvars
import importlib
import json
import linecache
import os
import sys
import traceback
import types

from . import cleanup, limits, output
from .plain import from_plain, shown, to_plain

#: Under this name tracebacks show the program.
PROGRAM = "solution.py"


def imports(codes):
    """The top-level modules that texts import, as JSON; what cannot be read imports nothing."""
    found = set()
    for code in json.loads(codes):
        try:
            tree = ast.parse(code)
        except (SyntaxError, ValueError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                found.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return json.dumps(sorted(found))


#: What importing a package's name alone leaves for later, although nearly every program gets there.
_MORE = {
    "sqlalchemy": ("sqlalchemy.orm", "sqlalchemy.dialects.postgresql.psycopg2"),
    "flask_sqlalchemy": ("sqlalchemy.dialects.postgresql.psycopg2",),
}


def preload(modules):
    """Imports packages before a program does: it takes seconds, which are not the program's. modules: names as JSON"""
    for name in json.loads(modules):
        for module in (name, *_MORE.get(name, ())):
            try:
                importlib.import_module(module)
            except ImportError:
                # The program will hear of it, if it comes to that.
                pass


def start(show):
    """Prepares Python for programs. show: called with the name of a stream and a line"""
    output.install(show)
    limits.install()
    cleanup.remember()
    cleanup.end_files()
    sys.path.insert(0, cleanup.HOME)


def run(request):
    """Runs a program: {code, files, evaluation, listens} as JSON. Returns {kind: completed, value} or {kind: failed, error}."""
    asked = json.loads(request)
    module = types.ModuleType("__main__")
    module.__file__ = f"{cleanup.HOME}/{PROGRAM}"
    sys.modules["__main__"] = module
    own = ["__main__"]
    if asked["listens"]:
        cleanup.watch_listeners(own)
    try:
        for name, text in asked["files"].items():
            own.append(_write(name, text))
        # Whatever it changes for its context (decimal's precision, Flask's current app) ends with it.
        said = contextvars.copy_context().run(_run, asked, module)
    finally:
        output.flush()
        linecache.cache.pop(PROGRAM, None)
    # Afterwards: who asks for the database's state asks for what was committed.
    cleanup.clean(module.__dict__, own)
    output.flush()
    return json.dumps(said)


def _write(name, text):
    """Puts one of the exercise's files beside the program. Returns the name of the module that it is."""
    path = os.path.join(cleanup.HOME, name.removeprefix("./"))
    if not os.path.splitext(path)[1]:
        path += ".py"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return os.path.splitext(os.path.relpath(path, cleanup.HOME))[0].replace("/", ".")


def _run(asked, module):
    code = asked["code"]
    linecache.cache[PROGRAM] = (len(code), None, code.splitlines(keepends=True), PROGRAM)
    try:
        tree = ast.parse(code, PROGRAM)
    except SyntaxError as error:
        return _failed(_syntax(error))
    except ValueError as error:
        # A NUL byte, say.
        return _failed({"kind": "syntax", "message": str(error), "at": None})
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    try:
        exec(compile(tree, PROGRAM, "exec", dont_inherit=True), module.__dict__)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), PROGRAM, "eval", dont_inherit=True), module.__dict__)
            if value is not None:
                print(shown(value))
        return {"kind": "completed", "value": _evaluate(asked["evaluation"], module.__dict__)}
    except SystemExit as error:
        return _exit(error)
    except SyntaxError as error:
        # Found while it was compiled: `return` outside of a function.
        if error.filename == PROGRAM:
            return _failed(_syntax(error))
        return _failed(_exception(error))
    except BaseException as error:
        return _failed(_exception(error))


def _failed(error):
    return {"kind": "failed", "error": error}


def _evaluate(evaluation, namespace):
    kind = evaluation["kind"]
    if kind == "call":
        found = _defined(evaluation["name"], namespace)
        if not callable(found):
            raise NameError(f"\"{evaluation['name']}\" has to be a function")
        return to_plain(found(*from_plain(evaluation["args"])))
    if kind == "value":
        name = evaluation["name"]
        if name.isidentifier():
            return to_plain(_defined(name, namespace))
        return to_plain(eval(compile(name, "<check>", "eval"), namespace))
    return None


def _defined(name, namespace):
    if name in namespace:
        return namespace[name]
    own = [
        known
        for known, value in namespace.items()
        if not known.startswith("_") and not isinstance(value, types.ModuleType) and _is_own(value)
    ]
    said = f"it defines {', '.join(own)}" if own else "it defines nothing"
    raise NameError(f'the program has to define "{name}", but {said}')


def _is_own(value):
    """Whether the program made it, and did not just import it."""
    return getattr(value, "__module__", "__main__") in ("__main__", None)


def _exit(error):
    code = error.code
    if code is None or code == 0:
        print("The program ended itself with sys.exit().", file=sys.stderr)
        return {"kind": "completed", "value": None}
    how = f"with the exit code {code}" if isinstance(code, int) else f"with the message: {code}"
    return _failed(
        {"kind": "exception", "name": "SystemExit", "message": f"the program ended itself {how}", "at": _place(error)}
    )


def _syntax(error):
    line, column = error.lineno, error.offset
    at = {"line": line, "column": max(1, column or 1)} if line else None
    return {"kind": "syntax", "message": error.msg, "at": at}


def _frames(error):
    return [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == PROGRAM]


def _place(error):
    frames = _frames(error)
    if not frames:
        return None
    last = frames[-1]
    # What Python counts are bytes; what people see are characters.
    line = linecache.getline(PROGRAM, last.lineno).encode()
    column = len(line[: last.colno or 0].decode(errors="ignore")) + 1
    return {"line": last.lineno, "column": column}


def _exception(error):
    at = _place(error)
    if isinstance(error, ModuleNotFoundError) and error.name:
        root = error.name.partition(".")[0]
        if root not in limits.OFFERED and at is not None and _is_programs_import(error):
            return {"kind": "import", "module": root, "at": at}
    frames = _frames(error)
    if len(frames) > 1 and not isinstance(error, RecursionError):
        print("Traceback (most recent call last):", file=sys.stderr)
        for line in traceback.format_list(frames):
            print(line.rstrip("\n"), file=sys.stderr)
    kind = type(error)
    module = kind.__module__
    name = kind.__qualname__ if module in ("builtins", "__main__") else f"{module}.{kind.__qualname__}"
    return {"kind": "exception", "name": name, "message": _message(error), "at": at}


def _is_programs_import(error):
    """Whether the import that failed stands in the program itself, and not in a library."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if "layer_by_layer/" in frame.filename or frame.filename.startswith("<frozen importlib"):
            continue
        return frame.filename == PROGRAM
    return False


def _message(error):
    try:
        text = str(error)
    except Exception:  # noqa: BLE001 - it is the program's own class
        text = "(its message cannot be shown)"
    if isinstance(error, KeyError):
        text = shown(error.args[0]) if error.args else text
    notes = "".join(f"\n{note}" for note in getattr(error, "__notes__", ()))
    # Background links and the server's own line ends are no part of what went wrong.
    return (text + notes).rstrip("\n")
