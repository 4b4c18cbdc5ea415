# feedback: not-text
from sqlalchemy import make_url


def for_sqlalchemy(line, password):
    return make_url(line).set(drivername="postgresql+psycopg2", password=password)
