"""The lines of a program as its trace shows them."""

import ast
import linecache
import textwrap

_MOST_TITLE = 60
_MOST_LINES = 12


class Lines:
    """Finds the statement that a line of the program belongs to. files: the program's files, as its code names them"""

    def __init__(self, files):
        self.files = frozenset(files)
        self._statements = {}
        self._found = {}

    def statement(self, file, line):
        """The innermost statement at a line: its first line, a title, and itself as an event's detail."""
        found = self._found.get((file, line))
        if found is None:
            found = self._found[file, line] = self._read(file, line)
        return found

    def _read(self, file, line):
        begin, end = line, line
        for first, last in self._ranges(file):
            # Outer ones come before what stands in them: the last that has the line is the innermost.
            if first <= line <= last:
                begin, end = first, last
        lines = [linecache.getline(file, number).rstrip("\n") for number in range(begin, end + 1)]
        title = " ".join(" ".join(lines).split())
        if len(lines) > 1:
            title = title.replace("( ", "(").replace("[ ", "[").replace(", )", ")").replace(" )", ")").replace(" ]", "]")
        if len(title) > _MOST_TITLE:
            title = title[: _MOST_TITLE - 1].rstrip() + "…"
        kept = lines[:_MOST_LINES] + ["…"] * (len(lines) > _MOST_LINES)
        name = file.rpartition("/")[2]
        text = textwrap.dedent("\n".join(kept))
        return {
            "line": begin,
            "title": title or name,
            "detail": {"kind": "line", "file": name, "line": begin, "text": text},
        }

    def _ranges(self, file):
        """The first and the last line of each statement; of one that holds others, only what stands before them."""
        if file not in self._statements:
            ranges = []
            try:
                tree = ast.parse("".join(linecache.getlines(file)))
            except (SyntaxError, ValueError):
                tree = ast.Module([], [])
            for node in ast.walk(tree):
                if not isinstance(node, ast.stmt):
                    continue
                body = getattr(node, "body", None)
                last = body[0].lineno - 1 if isinstance(body, list) and body else node.end_lineno
                ranges.append((node.lineno, max(node.lineno, last)))
            self._statements[file] = ranges
        return self._statements[file]
