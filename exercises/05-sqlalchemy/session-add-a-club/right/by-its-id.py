from datetime import date
from sqlalchemy import ForeignKey, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

class Base(DeclarativeBase): pass

class Club(Base):
    __tablename__ = "clubs"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    city: Mapped[str]
    athletes: Mapped[list["Athlete"]] = relationship(back_populates="club")

class Athlete(Base):
    __tablename__ = "athletes"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    born_on: Mapped[date]
    club_id: Mapped[int | None] = mapped_column(ForeignKey("clubs.id"))
    club: Mapped[Club | None] = relationship(back_populates="athletes")

engine = create_engine("postgresql+psycopg2://postgres@localhost/athleticu")

with Session(engine) as session, session.begin():
    club = Club(name="Fell & Field", city="Keswick")
    session.add(club)
    session.flush()
    session.add(Athlete(name="Tove Dahl", born_on=date(2007, 4, 30), club_id=club.id))
    session.add(Athlete(name="Kim Ek", born_on=date(2009, 1, 5), club_id=club.id))
