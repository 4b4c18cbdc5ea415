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
    cursor.execute("SELECT 1")
    rows = cursor.fetchall()
    connection.close()
    return rows


def by_core(city):
    return []


def by_orm(city):
    return []


print(by_driver("Bergen"))
print(by_core("Bergen"))
print([club.name for club in by_orm("Bergen")])
