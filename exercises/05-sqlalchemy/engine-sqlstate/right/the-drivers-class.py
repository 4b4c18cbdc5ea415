import psycopg2
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


def add_club(name, city):
    with engine.connect() as connection:
        try:
            sql = "INSERT INTO clubs (name, city) VALUES (:name, :city) RETURNING id"
            id = connection.scalar(text(sql), {"name": name, "city": city})
            connection.commit()
            return id
        except DBAPIError as error:
            if not isinstance(error.orig, psycopg2.IntegrityError):
                raise
            return error.orig.diag.sqlstate
