from sqlalchemy import ForeignKey, create_engine, event, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, joinedload, mapped_column, relationship, selectinload

class Base(DeclarativeBase): pass

class Club(Base):
    __tablename__ = "clubs"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    athletes: Mapped[list["Athlete"]] = relationship()

class Athlete(Base):
    __tablename__ = "athletes"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    club_id: Mapped[int | None] = mapped_column(ForeignKey("clubs.id"))

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")
sent = []  # what was sent, so that you can look at it
event.listen(engine, "before_cursor_execute", lambda *told: sent.append(told[2]))

def roster():
    with Session(engine) as session:
        athletes = session.scalars(select(Athlete).order_by(Athlete.name)).all()
        clubs = session.execute(select(Club.id, Club.name).order_by(Club.name)).all()
    return [
        {"club": name, "athletes": sorted(athlete.name for athlete in athletes if athlete.club_id == club_id)}
        for club_id, name in clubs
    ]
