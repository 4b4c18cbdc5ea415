# feedback: stale
from sqlalchemy import select
from sqlalchemy import create_engine, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

class Base(DeclarativeBase): pass

class Athlete(Base):
    __tablename__ = "athletes"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")

def normalise(session, athlete_id):
    """Somebody else's code: it changes the row with SQL of its own. Leave it as it is."""
    session.execute(text("UPDATE athletes SET name = upper(name) WHERE id = :id"), {"id": athlete_id})

def names(athlete_id):
    with Session(engine) as session:
        athlete = session.get(Athlete, athlete_id)
        before = athlete.name
        normalise(session, athlete_id)
        again = session.scalars(select(Athlete).where(Athlete.id == athlete_id)).one()
        return [before, again.name]
