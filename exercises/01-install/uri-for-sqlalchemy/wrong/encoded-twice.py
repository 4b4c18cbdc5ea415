# feedback: encoded-twice
from urllib.parse import quote

from sqlalchemy import make_url


def for_sqlalchemy(line, password):
    url = make_url(line).set(drivername="postgresql+psycopg2", password=quote(password, safe=""))
    return url.render_as_string(hide_password=False)
