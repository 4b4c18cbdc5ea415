"""A response of a Flask app, as a page that can be looked at."""

import sys


def web_page(value):
    """{request, status, html} of a response that holds HTML; None for everything else."""
    wrappers = sys.modules.get("werkzeug.wrappers")
    if wrappers is None or not isinstance(value, wrappers.Response) or value.mimetype != "text/html":
        return None
    if value.direct_passthrough or not (value.is_sequence or value.implicit_sequence_conversion):
        # It is for the server to pass on in pieces: nobody else may read it.
        return None
    # Only the test client's responses know what was asked.
    request = getattr(value, "request", None)
    return {
        "request": f"{request.method} {request.path}" if request is not None else None,
        "status": value.status,
        # What is not UTF-8 is shown as a browser shows it.
        "html": value.get_data().decode(errors="replace"),
    }
