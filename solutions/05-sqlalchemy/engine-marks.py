from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


def marks(athlete):
    sql = """
        SELECT e.name AS event, r.mark
        FROM results r JOIN athletes a ON a.id = r.athlete_id JOIN events e ON e.id = r.event_id
        WHERE r.mark IS NOT NULL AND a.name = :athlete
        ORDER BY e.name, r.mark
    """
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(text(sql), {"athlete": athlete}).mappings()]
