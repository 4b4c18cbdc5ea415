"""Takes from Python's sources what no program needs: comments, the texts that only help() shows, what type checkers read."""

import ast
import pathlib
import zipfile

#: What stands in place of a docstring: some libraries insist on having one, and add to it.
_NOTHING = "."


def _is_named(node, name):
    """Whether an expression is a name, or that name of a module."""
    return (isinstance(node, ast.Name) and node.id == name) or (isinstance(node, ast.Attribute) and node.attr == name)


class _WithoutTexts(ast.NodeTransformer):
    def _strip(self, node):
        self.generic_visit(node)
        if ast.get_docstring(node, clean=False) is not None:
            node.body[0].value.value = _NOTHING
        # A body needs something in it.
        if not node.body:
            node.body.append(ast.Pass())
        return node

    visit_Module = visit_ClassDef = _strip

    def _strip_function(self, node):
        # Only the last definition of a name counts, and that one has no such decorator.
        if any(_is_named(decorator, "overload") for decorator in node.decorator_list):
            return None
        return self._strip(node)

    visit_FunctionDef = visit_AsyncFunctionDef = _strip_function

    def visit_If(self, node):
        # False, whenever anything runs.
        if _is_named(node.test, "TYPE_CHECKING"):
            return [kept for each in node.orelse for kept in _as_list(self.visit(each))]
        self.generic_visit(node)
        if not node.body:
            node.body.append(ast.Pass())
        return node

    def visit_Try(self, node):
        self.generic_visit(node)
        if not node.body:
            node.body.append(ast.Pass())
        return node


def _as_list(visited):
    if visited is None:
        return []
    return visited if isinstance(visited, list) else [visited]


def strip(source):
    """A module's source without all that; it does the same."""
    return ast.unparse(ast.fix_missing_locations(_WithoutTexts().visit(ast.parse(source))))


def strip_folder(folder):
    """Strips all modules in a folder, in place."""
    for file in pathlib.Path(folder).rglob("*.py"):
        file.write_text(strip(file.read_bytes()), encoding="utf-8")


def strip_library(source, target, left_out):
    """
    Strips Python's own library, which is a zip archive. What it makes is not compressed: all of it is, at once.
    left_out: the beginnings of paths that stay behind
    """
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
        for name in sorted(old.namelist()):
            if name.endswith("/") or name.startswith(tuple(left_out)):
                continue
            content = old.read(name)
            # With a date of its own each archive would be another one.
            new.writestr(zipfile.ZipInfo(name), strip(content) if name.endswith(".py") else content)
