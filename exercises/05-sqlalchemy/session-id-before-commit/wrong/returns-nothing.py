# feedback: different-value
from datetime import date
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

class Base(DeclarativeBase): pass

class Athlete(Base):
    __tablename__ = "athletes"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    born_on: Mapped[date]
    email: Mapped[str | None]

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")

def enrol(name, born_on):
    with Session(engine) as session:
        athlete = Athlete(name=name, born_on=date.fromisoformat(born_on))
        session.add(athlete)
        session.flush()
        athlete.email = f"athlete-{athlete.id}@example.org"
        session.commit()
