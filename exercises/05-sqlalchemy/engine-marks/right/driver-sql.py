from sqlalchemy import create_engine

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


def marks(athlete):
    sql = """
        SELECT mark, events.name AS event
        FROM events JOIN results ON event_id = events.id
        WHERE mark > 0 AND athlete_id IN (SELECT id FROM athletes WHERE name = %s)
        ORDER BY event, mark
    """
    with engine.connect() as connection:
        return [row._asdict() for row in connection.exec_driver_sql(sql, (athlete,))]
