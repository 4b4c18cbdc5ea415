# feedback: stars
from sqlalchemy import make_url


def for_sqlalchemy(line, password):
    return str(make_url(line).set(drivername="postgresql+psycopg2", password=password))
