"""Runs a program, and says what came of it."""

import ast
import contextvars
import gc
import importlib
import json
import linecache
import opcode
import os
import sys
import traceback
import types

from . import cleanup, limits, output, tracing
from .plain import from_plain, shown, to_plain
from .trace import quietly, said as in_a_line, trace
from .trace_lines import Lines
from .trace_texts import text
from .web_page import web_page

#: Under this name tracebacks show the program.
PROGRAM = "solution.py"
#: The instruction that a `raise` becomes.
_RAISE = opcode.opmap["RAISE_VARARGS"]


#: What comes of a text that is no program: wrong syntax, a NUL byte, or more signs within signs than the parser takes.
_UNREADABLE = (SyntaxError, ValueError, MemoryError, RecursionError)


def imports(codes):
    """The top-level modules that texts import, as JSON; what cannot be read imports nothing."""
    found = set()
    for code in json.loads(codes):
        try:
            tree = ast.parse(code)
        except _UNREADABLE:
            continue
        found.update(_imported(tree))
    return json.dumps(sorted(found))


def _imported(tree):
    """The top-level modules that a program imports."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


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
    tracing.install()
    # What is there now stays: looking through it for garbage after each program would take longer than the program.
    gc.freeze()


def start(show):
    """Prepares Python for programs. show: called with the name of a stream and a line"""
    output.install(show)
    limits.install()
    cleanup.remember()
    cleanup.end_files()
    tracing.install()
    sys.path.insert(0, cleanup.HOME)


def run(request):
    """
    Runs a program: {code, files, evaluation, traced, listens} as JSON.
    Returns {kind: completed, value, page}, {kind: failed, error} or {kind: out-of-memory}, as JSON
    """
    asked = json.loads(request)
    module = types.ModuleType("__main__")
    module.__file__ = f"{cleanup.HOME}/{PROGRAM}"
    sys.modules["__main__"] = module
    own = ["__main__"]
    files = []
    tracing.begin_run()
    if asked["listens"]:
        cleanup.watch_listeners(own)
    try:
        for name, content in asked["files"].items():
            path = _write(name, content)
            files.append(path)
            own.append(_module_of(path))
        if asked["traced"]:
            trace.start(Lines([PROGRAM, *files]))
        # Whatever it changes for its context (decimal's precision, Flask's current app) ends with it.
        said = contextvars.copy_context().run(_run, asked, module)
    finally:
        output.flush()
        trace.stop()
        linecache.cache.pop(PROGRAM, None)
    # Afterwards: who asks for the database's state asks for what was committed.
    cleanup.clean(module.__dict__, own)
    output.flush()
    return json.dumps(said)


def _write(name, content):
    """Puts one of the exercise's files beside the program. Returns where it is."""
    path = os.path.join(cleanup.HOME, name.removeprefix("./"))
    if not os.path.splitext(path)[1]:
        path += ".py"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(content)
    return path


def _module_of(path):
    """The name of the module that a file beside the program is."""
    return os.path.splitext(os.path.relpath(path, cleanup.HOME))[0].replace("/", ".")


def _run(asked, module):
    code = asked["code"]
    linecache.cache[PROGRAM] = (len(code), None, code.splitlines(keepends=True), PROGRAM)
    try:
        tree = ast.parse(code, PROGRAM)
    except SyntaxError as error:
        return _failed(_syntax(error))
    except _UNREADABLE as error:
        return _failed({"kind": "syntax", "message": str(error), "at": None})
    page = None
    if asked["traced"]:
        named = ", ".join(sorted(_imported(tree)))
        quietly(trace.note, "code", "Program begins", text(f"It imports {named}." if named else "It imports nothing."))
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    try:
        exec(compile(tree, PROGRAM, "exec", dont_inherit=True), module.__dict__)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), PROGRAM, "eval", dont_inherit=True), module.__dict__)
            if value is not None:
                print(shown(value))
                page = web_page(value)
        value = _evaluate(asked["evaluation"], module.__dict__)
        quietly(trace.note, "code", "Program ends", text("Nothing is left to do."))
        return {"kind": "completed", "value": value, "page": page}
    except SystemExit as error:
        quietly(trace.note, "code", "Program ends", text(in_a_line(error)))
        return _exit(error)
    except SyntaxError as error:
        # Found while it was compiled: `return` outside of a function.
        if error.filename == PROGRAM:
            return _failed(_syntax(error))
        return _failed(_exception(error))
    except BaseException as error:
        quietly(trace.fail, "code", "Program stops with an error", text("Nothing caught it."), in_a_line(error))
        if _is_out_of_memory(error):
            _print_traceback(error)
            return {"kind": "out-of-memory"}
        return _failed(_exception(error))


def _failed(error):
    return {"kind": "failed", "error": error}


def _evaluate(evaluation, namespace):
    kind = evaluation["kind"]
    if kind == "call":
        found = _defined(evaluation["name"], namespace)
        if not callable(found):
            raise NameError(f"\"{evaluation['name']}\" has to be a function")
        given = from_plain(evaluation["args"])
        called = f"{evaluation['name']}({', '.join(map(shown, given))})"
        quietly(trace.note, "code", "Function is called", text(called))
        return to_plain(found(*given))
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
        return {"kind": "completed", "value": None, "page": None}
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


def _is_out_of_memory(error):
    """Whether Python itself raised it for want of memory, and no `raise` of the program's did."""
    if type(error) is not MemoryError or error.args:
        return False
    at = error.__traceback__
    while at.tb_next is not None:
        at = at.tb_next
    return at.tb_frame.f_code.co_code[at.tb_lasti] != _RAISE


def _print_traceback(error):
    """Shows how the program came to an error, where its place alone does not say it."""
    frames = _frames(error)
    if len(frames) > 1 and not isinstance(error, RecursionError):
        print("Traceback (most recent call last):", file=sys.stderr)
        for line in traceback.format_list(frames):
            print(line.rstrip("\n"), file=sys.stderr)


def _exception(error):
    at = _place(error)
    if isinstance(error, ModuleNotFoundError) and error.name:
        root = error.name.partition(".")[0]
        if root not in limits.OFFERED and at is not None and _is_programs_import(error):
            return {"kind": "import", "module": root, "at": at}
    _print_traceback(error)
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
