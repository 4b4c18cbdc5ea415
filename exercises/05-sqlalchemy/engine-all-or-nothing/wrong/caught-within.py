# feedback: exception
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
INSERT = text("INSERT INTO athletes (name, born_on, email) VALUES (:name, :born_on, :email)")


def enrol(athletes):
    fine = True
    with engine.begin() as connection:
        for athlete in athletes:
            try:
                connection.execute(INSERT, athlete)
            except IntegrityError:
                fine = False
    return fine
