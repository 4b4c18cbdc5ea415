# feedback: no-answer
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
INSERT = text("INSERT INTO athletes (name, born_on, email) VALUES (:name, :born_on, :email)")


def enrol(athletes):
    try:
        with engine.begin() as connection:
            connection.execute(INSERT, athletes)
    except IntegrityError:
        print("refused")
