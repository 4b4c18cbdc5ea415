"""Says what each layer does while a program runs, to whoever keeps the trace.

Nothing in here may change what a program does: what fails in here ends the trace and not the program, no statement is
sent, no attribute is loaded, and nothing of the program is kept alive.
"""

import contextlib
import functools
import inspect
import json
import sys

import _layer_by_layer_driver as driver

from .trace_lines import Lines

#: Marks what the program called, so that all which happens within one call stands below one line.
_MARK = "\0traced"
_MOST_GATHERED = 30


class Trace:
    """The trace of the program that runs."""

    def __init__(self):
        #: Whether anybody listens: not between programs, nor to a check's, nor once there is more than is kept.
        self.on = False
        self._lines = None
        self._last_line = None
        #: What gather() tells of, and what completes it before the next event.
        self._gathered = None
        self._complete = None
        #: Whether titles have words added: whose doing it is, where that is not the program's.
        self._is_aside = False

    def start(self, lines):
        """Begins the trace of a program. lines: its Lines"""
        self.__init__()
        self._lines = lines
        self.on = True

    def stop(self):
        if self.on:
            quietly(self.complete)
        self.on = False
        self._lines = self._complete = self._gathered = None

    def begin(self, lane, title, detail):
        """Tells of something that begins now. Returns what end() is to be given."""
        self.complete()
        if not self.on:
            return -1
        self._tell_line()
        return self._begin(lane, title, detail)

    def end(self, span, detail=None, error=None):
        """Tells that something is over, of which there may be more to tell than there was at its beginning."""
        self.complete()
        driver.ended(span, None if detail is None else json.dumps(detail), error)

    def note(self, lane, title, detail):
        """Tells of something that happens at this moment."""
        self.begin(lane, title, detail)

    def fail(self, lane, title, detail, error):
        """Tells of something that fails at this moment."""
        driver.failed(self.begin(lane, title, detail), error)

    def gather(self, lane, title, name, state):
        """Tells of something that happens to one object after the other: they are one event."""
        if self._gathered is not None and self._gathered[0] == (lane, title) and not self._tell_line():
            objects = self._gathered[1]
            if len(objects) < _MOST_GATHERED:
                objects.append({"name": name, "state": state})
            else:
                self._gathered[2] += 1
            return
        objects = [{"name": name, "state": state}]
        span = self.begin(lane, title, {"kind": "objects", "objects": objects})
        gathered = self._gathered = [(lane, title), objects, 0]

        def tell():
            more = [{"name": f"… and {gathered[2]} more", "state": ""}] if gathered[2] else []
            driver.told(span, json.dumps({"kind": "objects", "objects": objects + more}))

        self._complete = tell

    def complete(self):
        if self._complete is None:
            return
        complete, self._complete, self._gathered = self._complete, None, None
        complete()

    def mark(self, words):
        """Adds some words to all titles from here on; none any more with ""."""
        if self._is_aside or words:
            self._is_aside = words != ""
            driver.aside(words)

    def break_off(self, error):
        """Ends the trace: its own code failed."""
        self.on = False
        # A program that calls itself without end leaves no room to say even that.
        with contextlib.suppress(RecursionError):
            why = {"kind": "text", "text": f"{type(error).__name__}: {error}"}
            driver.began("code", "The trace stops here", json.dumps(why))

    def _begin(self, lane, title, detail):
        if not self.on:
            return -1
        span = driver.began(lane, title, json.dumps(detail))
        if span < 0:
            # No more is kept.
            self.on = False
        return span

    def _tell_line(self):
        """Tells of the program's line that leads here, unless it is the one that was told last. Returns whether it did."""
        files = self._lines.files
        frame = sys._getframe(2)
        called = None
        while frame is not None and frame.f_code.co_filename not in files:
            called = frame
            frame = frame.f_back
        if frame is None or called is None:
            return False
        place = frame.f_code.co_filename, frame.f_lineno
        if called.f_code.co_flags & inspect.CO_OPTIMIZED:
            # Not the frame itself: it would keep alive what its variables hold.
            kept = called.f_locals
            if _MARK in kept:
                return False
            kept[_MARK] = True
            is_new = True
        else:
            is_new = False
        statement = self._lines.statement(*place)
        before, self._last_line = self._last_line, (id(frame), statement["line"], frame.f_lasti)
        if before is not None and before[:2] == self._last_line[:2]:
            # Another call of the same statement, and not the same one once more, as in a loop.
            if before[2] < frame.f_lasti or (before[2] == frame.f_lasti and not is_new):
                return False
        self._begin("code", statement["title"], statement["detail"])
        return True


trace = Trace()


def quietly(act, *arguments, **keywords):
    """Does something for the trace. What fails is not the program's trouble."""
    try:
        return act(*arguments, **keywords)
    except Exception as error:  # noqa: BLE001 - see above
        trace.break_off(error)
        return None


def listener(hear):
    """A function as one that listens to events: only while there is a trace, and quietly."""

    @functools.wraps(hear)
    def heard(*arguments):
        if trace.on:
            quietly(hear, *arguments)

    return heard


def said(error):
    """An exception in a line."""
    text = str(error).partition("\n")[0]
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def span_around(owner, name, begin, aside=""):
    """
    Has calls of a method traced from their beginning to their end.
    begin: gets the call's arguments. It returns None when there is nothing to tell, or the span and what gives its
    detail once the call has come to its end; None where nothing is to be added
    aside: marks what happens from then on, until somebody else ends it, or the call fails
    """
    original = owner.__dict__[name]

    @functools.wraps(original)
    def traced(*arguments, **keywords):
        if not trace.on:
            return original(*arguments, **keywords)
        span, detail = quietly(begin, *arguments, **keywords) or (None, None)
        if aside:
            quietly(trace.mark, aside)
        try:
            result = original(*arguments, **keywords)
        except BaseException as error:
            if aside:
                quietly(trace.mark, "")
            if span is not None:
                quietly(trace.end, span, error=said(error))
            raise
        if span is not None:
            quietly(lambda: trace.end(span, detail and detail()))
        return result

    setattr(owner, name, traced)
