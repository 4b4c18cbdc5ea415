from sqlalchemy import ForeignKey, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

class Base(DeclarativeBase): pass

class Club(Base):
    __tablename__ = "clubs"
    id: Mapped[int] = mapped_column(primary_key=True)
    city: Mapped[str]

class Athlete(Base):
    __tablename__ = "athletes"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    club_id: Mapped[int | None] = mapped_column(ForeignKey("clubs.id"))
    club: Mapped[Club | None] = relationship()

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
sent = []  # what was sent, so that you can look at it
event.listen(engine, "before_cursor_execute", lambda *told: sent.append(told[2]))

def cities():
    with Session(engine) as session:
        query = select(Athlete.name, Club.city).join(Athlete.club, isouter=True).order_by(Athlete.id)
        return [{"athlete": name, "city": city} for name, city in session.execute(query)]
