# feedback: exception
from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


def deactivate(before):
    with engine.begin() as connection:
        sql = "UPDATE athletes SET active = false WHERE active AND joined_on < :before"
        return len(connection.execute(text(sql), {"before": before}).all())
