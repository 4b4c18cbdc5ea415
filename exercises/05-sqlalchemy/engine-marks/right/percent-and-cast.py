from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
HAS_A_MARK = "r.mark::text LIKE '%_%' AND 5 % 3 = 2"


def marks(athlete):
    sql = f"""
        SELECT e.name AS event, r.mark
        FROM athletes a JOIN results r ON r.athlete_id = a.id JOIN events e ON e.id = r.event_id
        WHERE a.name = :athlete AND {HAS_A_MARK}
        ORDER BY e.name, r.mark
    """
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(text(sql), {"athlete": athlete}).mappings()]


with engine.connect() as connection:
    print(connection.scalars(text("SELECT name FROM clubs WHERE name LIKE 'H%'")).all())
