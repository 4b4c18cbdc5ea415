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
    with Session(engine) as session:
        session.add(Club(name=first, city="Cork"))
        # the second and the third are missing


found_clubs("Fell & Field", "St. John's Harriers", "Lee Valley AC")
with engine.connect() as connection:
    print(connection.scalars(text("SELECT name FROM clubs ORDER BY id")).all())
