"""Has the layers of programs traced: those of the packages that are there."""

import importlib
import sys

#: Our module for each package.
_MODULES = {
    "psycopg2": ("trace_driver",),
    "sqlalchemy.orm": ("trace_core", "trace_orm"),
    "flask": ("trace_flask",),
}
_installed = []


def install():
    """Has the packages traced that were imported and are not yet."""
    for package, names in _MODULES.items():
        if package not in sys.modules or package in _installed:
            continue
        _installed.append(package)
        for name in names:
            importlib.import_module(f"layer_by_layer.{name}").install()


def begin_run():
    """Has nothing of an earlier program in the next one's trace."""
    if "sqlalchemy.orm" in _installed:
        importlib.import_module("layer_by_layer.trace_core").begin_run()
