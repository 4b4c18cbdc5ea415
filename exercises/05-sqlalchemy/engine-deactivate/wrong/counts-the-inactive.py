# feedback: counts-the-inactive
from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


def deactivate(before):
    with engine.begin() as connection:
        sql = "UPDATE athletes SET active = false WHERE joined_on < :before"
        return connection.execute(text(sql), {"before": before}).rowcount
