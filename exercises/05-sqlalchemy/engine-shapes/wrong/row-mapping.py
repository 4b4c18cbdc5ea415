# feedback: a-mapping
from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


def ask(sql, values):
    with engine.connect() as connection:
        return connection.execute(text(sql), values).mappings().all()


def how_many():
    return ask("SELECT count(*) AS n FROM clubs", {})[0]["n"]


def names():
    return [row["name"] for row in ask("SELECT name FROM clubs ORDER BY name", {})]


def club(id):
    with engine.connect() as connection:
        sql = text("SELECT name, city, founded_on FROM clubs WHERE id = :id")
        return connection.execute(sql, {"id": id}).mappings().one_or_none()


def only_club(city):
    with engine.connect() as connection:
        return connection.scalars(text("SELECT name FROM clubs WHERE city = :city"), {"city": city}).one()
