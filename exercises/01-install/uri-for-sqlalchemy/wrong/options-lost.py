# feedback: options-lost
from sqlalchemy import URL, make_url


def for_sqlalchemy(line, password):
    given = make_url(line)
    url = URL.create(
        "postgresql+psycopg2",
        username=given.username,
        password=password,
        host=given.host,
        port=given.port,
        database=given.database,
    )
    return url.render_as_string(hide_password=False)
