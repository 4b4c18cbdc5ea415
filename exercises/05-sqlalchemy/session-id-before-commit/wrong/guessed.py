# feedback: guessed
from sqlalchemy import func, select
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
        number = (session.scalar(select(func.max(Athlete.id))) or 0) + 1
        athlete = Athlete(name=name, born_on=date.fromisoformat(born_on), email=f"athlete-{number}@example.org")
        session.add(athlete)
        session.commit()
        return athlete.id
