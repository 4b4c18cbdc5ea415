from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


def enrol(athletes):
    with engine.connect() as connection:
        try:
            for athlete in athletes:
                sql = "INSERT INTO athletes (name, born_on, email) VALUES (:name, :born_on, :email)"
                connection.execute(text(sql), athlete)
        except IntegrityError:
            connection.rollback()
            return False
        connection.commit()
        return True
