# feedback: other-ways
from sqlalchemy import create_engine, insert, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")


class Base(DeclarativeBase):
    pass


class Club(Base):
    __tablename__ = "clubs"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    city: Mapped[str]


def found_clubs(first, second, third):
    with engine.begin() as connection:
        names = [{"name": name} for name in [first, second, third]]
        connection.execute(text("INSERT INTO clubs (name, city) VALUES (:name, 'Cork')"), names)
