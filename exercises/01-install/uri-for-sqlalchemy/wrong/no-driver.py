# feedback: no-driver
from sqlalchemy import make_url


def for_sqlalchemy(line, password):
    return make_url(line).set(drivername="postgresql", password=password).render_as_string(hide_password=False)
