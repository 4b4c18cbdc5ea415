from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


def enrol(athletes):
    for athlete in athletes:
        with engine.begin() as connection:
            connection.execute(
                text("INSERT INTO athletes (name, born_on, email) VALUES (:name, :born_on, :email)"), athlete
            )


enrol([
    {"name": "Tove Dahl", "born_on": "2007-04-30", "email": "tove@example.org"},
    {"name": "Arne Moe", "born_on": "2005-11-02", "email": "arne@example.org"},
])
with engine.connect() as connection:
    print(connection.scalars(text("SELECT name FROM athletes ORDER BY id")).all())
