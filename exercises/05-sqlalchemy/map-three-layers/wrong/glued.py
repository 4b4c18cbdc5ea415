# feedback: exception
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
    connection = psycopg2.connect("host=localhost user=postgres dbname=athleticu")
    cursor = connection.cursor()
    cursor.execute(f"SELECT id, name FROM clubs WHERE city = '{city}' ORDER BY name")
    rows = cursor.fetchall()
    connection.close()
    return rows


def by_core(city):
    with engine.connect() as connection:
        return connection.execute(select(Club.id, Club.name).where(Club.city == city).order_by(Club.name)).all()


def by_orm(city):
    with Session(engine) as session:
        return session.scalars(select(Club).where(Club.city == city).order_by(Club.name)).all()
