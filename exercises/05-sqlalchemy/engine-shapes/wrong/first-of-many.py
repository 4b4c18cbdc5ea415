# feedback: not-exactly-one
from sqlalchemy import create_engine, text

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


def how_many():
    with engine.connect() as connection:
        return connection.scalar(text("SELECT count(*) FROM clubs"))


def names():
    with engine.connect() as connection:
        return connection.scalars(text("SELECT name FROM clubs ORDER BY name")).all()


def club(id):
    with engine.connect() as connection:
        sql = "SELECT name, city, founded_on FROM clubs WHERE id = :id"
        found = connection.execute(text(sql), {"id": id}).mappings().one_or_none()
        return dict(found) if found else None


def only_club(city):
    with engine.connect() as connection:
        return connection.execute(text("SELECT name FROM clubs WHERE city = :city"), {"city": city}).scalars().first()
