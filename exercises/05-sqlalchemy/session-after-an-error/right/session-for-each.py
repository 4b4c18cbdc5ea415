from datetime import date
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

class Base(DeclarativeBase): pass

class Athlete(Base):
    __tablename__ = "athletes"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    born_on: Mapped[date]
    email: Mapped[str | None]

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")

def athlete_of(name, born_on, email):
    return Athlete(name=name, born_on=date.fromisoformat(born_on), email=email)

def import_athletes(rows):
    refused = []
    for row in rows:
        try:
            with Session(engine) as session, session.begin():
                session.add(athlete_of(*row))
        except IntegrityError:
            refused.append(row[2])
    return refused
