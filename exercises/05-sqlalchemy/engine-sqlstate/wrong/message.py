# feedback: a-message
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
INSERT = text("INSERT INTO clubs (name, city) VALUES (:name, :city) RETURNING id")


def add_club(name, city):
    try:
        with engine.begin() as connection:
            return connection.execute(INSERT, {"name": name, "city": city}).scalar_one()
    except IntegrityError as error:
        return str(error.orig)
