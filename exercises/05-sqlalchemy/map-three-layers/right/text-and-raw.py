import psycopg2
from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


class Base(DeclarativeBase):
    pass


class Club(Base):
    __tablename__ = "clubs"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    city: Mapped[str]


def by_driver(city):
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT id, name FROM clubs WHERE city = %s ORDER BY name", [city])
        return cursor.fetchall()
    finally:
        connection.close()


def by_core(city):
    from sqlalchemy import text

    with engine.connect() as connection:
        found = connection.execute(text("SELECT id, name FROM clubs WHERE city = :city ORDER BY name"), {"city": city})
        return list(found)


def by_orm(city):
    with Session(engine) as session:
        return list(session.query(Club).filter_by(city=city).order_by(Club.name))
