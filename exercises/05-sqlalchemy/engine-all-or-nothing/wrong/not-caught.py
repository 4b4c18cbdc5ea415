# feedback: exception
from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
INSERT = text("INSERT INTO athletes (name, born_on, email) VALUES (:name, :born_on, :email)")


def enrol(athletes):
    with engine.begin() as connection:
        connection.execute(INSERT, athletes)
    return True
