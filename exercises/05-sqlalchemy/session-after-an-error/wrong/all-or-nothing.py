# feedback: all-or-nothing
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
    with Session(engine) as session:
        session.add_all([athlete_of(*row) for row in rows])
        try:
            session.commit()
        except IntegrityError:
            session.rollback()
            return [email for name, born_on, email in rows]
    return []
