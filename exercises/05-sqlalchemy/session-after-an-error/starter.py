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
    with Session(engine) as session:
        for name, born_on, email in rows:
            session.add(athlete_of(name, born_on, email))
            session.commit()
    return refused

import_athletes(
    [
        ["Tove Dahl", "2007-04-30", "tove@example.org"],
        ["Tove D.", "2007-04-30", "tove@example.org"],
        ["Kim Ek", "2009-01-05", None],
    ]
)
