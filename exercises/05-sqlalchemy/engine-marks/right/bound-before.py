from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
QUERY = text("""
    SELECT e.name, r.mark
    FROM results r JOIN athletes a ON a.id = r.athlete_id JOIN events e ON e.id = r.event_id
    WHERE r.mark IS NOT NULL AND a.name = :athlete
    ORDER BY 1, 2
""")


def marks(athlete):
    with engine.begin() as connection:
        found = connection.execute(QUERY.bindparams(athlete=athlete))
        return [{"event": event, "mark": mark} for event, mark in found]
