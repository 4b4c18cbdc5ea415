"""What Flask does, for the trace: a request is something that the program does."""

from flask import got_request_exception, request, request_finished, request_started

from .trace import listener, said, trace
from .trace_texts import cut, text


@listener
def _started(_app, *_more):
    trace.note("code", cut(f"Request {request.method} {request.full_path.removesuffix('?')}", 80), text(request.url))


@listener
def _finished(_app, response):
    trace.note("code", f"Response {response.status}", text(response.content_type or ""))


@listener
def _failed(_app, exception):
    trace.fail("code", "Request fails", text("The view did not catch it."), said(exception))


def _hear(signal, hear):
    # Signals give what they tell by name, and hold what hears them loosely.
    signal.connect(lambda app, **told: hear(app, *told.values()), weak=False)


def install():
    _hear(request_started, _started)
    _hear(request_finished, _finished)
    _hear(got_request_exception, _failed)
