from sqlalchemy import column, create_engine, insert, table
from sqlalchemy.exc import SQLAlchemyError

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
TABLE = table("athletes", column("name"), column("born_on"), column("email"))


def enrol(athletes):
    with engine.connect() as connection, connection.begin() as transaction:
        try:
            connection.execute(insert(TABLE), athletes)
            return True
        except SQLAlchemyError:
            transaction.rollback()
            return False
