# feedback: stops
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
    email = None
    with Session(engine) as session:
        try:
            for name, born_on, email in rows:
                session.add(athlete_of(name, born_on, email))
                session.commit()
        except IntegrityError:
            session.rollback()
            refused.append(email)
    return refused
