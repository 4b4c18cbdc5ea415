"""What a program prints."""

import io
import sys


class Stream(io.TextIOBase):
    """Gives whole lines to whoever shows them."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, name, show):
        self._name = name
        self._show = show
        self._begun = ""

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        lines = (self._begun + text).split("\n")
        self._begun = lines.pop()
        for line in lines:
            self._show(self._name, line)
        return len(text)

    def end(self):
        """Gives the last line, which the program may not have ended."""
        if self._begun:
            self._show(self._name, self._begun)
        self._begun = ""

    def isatty(self):
        return False


def install(show):
    """Has everything that is printed shown. The streams stay the same from run to run: loggers keep them."""
    sys.stdout = sys.__stdout__ = Stream("log", show)
    sys.stderr = sys.__stderr__ = Stream("error", show)


def flush():
    for stream in (sys.__stdout__, sys.__stderr__):
        stream.end()
